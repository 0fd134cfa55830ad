import { expect } from 'vitest';
import { addDays } from '../../../../domain/calendar/local-date.ts';
import { nextDigest } from '../../../../domain/calendar/digest.ts';
import { instantAt, localDateOf } from '../../../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../../../../domain/plan/policy.ts';
import type { Instant } from '../../../../domain/plan/types.ts';
import { mayDigest, weekStart } from '../../../../domain/supervision/budget.ts';
import { deadlineOf } from '../../../../domain/supervision/deadline-of.ts';
import type { PendingEvent } from '../../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../../seeds/calendar/calendar.ts';
import { end, nameOf, type Sim, type Waiting } from './sim-state.ts';

type Settled = NonNullable<PendingEvent['settled']>[number];

const isMeant = ({ partId, duty, cycle, rung }: Settled, { rung: waiting }: Waiting): boolean =>
  waiting.partId === partId &&
  (duty === undefined || waiting.duty === duty) &&
  (cycle === undefined || waiting.cycle === cycle) &&
  (rung === undefined || waiting.rung === rung);

/** What an event that is put on record does to what waits (prisma: the projection's own rows). */
export function applyToWaiting(sim: Sim, { settled = [], released = [] }: PendingEvent): void {
  for (const one of settled) {
    for (const { rung } of sim.waiting.filter((waiting) => isMeant(one, waiting))) end(sim, rung, one.outcome);
    sim.waiting = sim.waiting.filter((waiting) => !isMeant(one, waiting));
  }
  for (const { sendFrom, ...rung } of released) {
    const held = sim.waiting.find((one) => one.status === 'held' && nameOf(one.rung) === nameOf(rung));
    expect(held, `${nameOf(rung)} was released and not held`).toBeDefined();
    if (held) Object.assign(held, { status: 'queued', sendFrom });
  }
}

/** When the sender has something to do next. */
export const nextSend = ({ waiting, answering }: Sim): Instant | null =>
  waiting
    .filter(({ status, rung }) => status === 'queued' && !answering.has(rung.partId))
    .map(({ sendFrom }) => sendFrom)
    .toSorted()[0] ?? null;

/** One digest a person of what may go by now, unless their budget puts it off to the next day's. */
export function send(sim: Sim): void {
  const ready = sim.waiting.filter(
    ({ status, sendFrom, rung }) => status === 'queued' && sendFrom <= sim.now && !sim.answering.has(rung.partId),
  );
  for (const [unitId, own] of Map.groupBy(ready, (one) => one.unitId)) {
    const rungs = own.map(({ rung }) => rung);
    const sent = sim.sent.filter((one) => one.unitId === unitId).map(({ at }) => at);
    if (mayDigest(rungs, sent.slice(-20), sim.now, DEFAULT_POLICY).send) {
      for (const rung of rungs) end(sim, rung, 'sent');
      sim.sent.push({ unitId, at: sim.now, rungs });
      sim.waiting = sim.waiting.filter((one) => !own.includes(one));
    } else {
      const tomorrow = instantAt(addDays(localDateOf(sim.now, DEFAULT_ZONE), 1), '00:00', DEFAULT_ZONE);
      const later = nextDigest(SEED_CALENDAR, DEFAULT_POLICY, tomorrow).at;
      for (const one of own) one.sendFrom = later;
    }
  }
}

const dayOf = (instant: Instant): string => localDateOf(instant, DEFAULT_ZONE);

/** Policy "Budget", said once more: 1 a day and 3 a week; overdue adds 1 a day, 5 a week in all; nudged or due that day is exempt. */
export function expectWithinBudget({ sent }: Sim): void {
  for (const own of Map.groupBy(sent, ({ unitId }) => unitId).values())
    for (const [index, { at, rungs }] of own.entries()) {
      const before = own.slice(0, index);
      const today = dayOf(at);
      const inDay = before.filter((one) => dayOf(one.at) === today).length + 1;
      const inWeek = before.filter((one) => dayOf(one.at) >= weekStart(today)).length + 1;
      const isExempt = rungs.some(({ rung, dueAt }) => rung.startsWith('nudge-') || dayOf(dueAt) === today);
      const isLate = rungs.some(({ dueAt }) => dayOf(dueAt) < today);
      const [perDay, perWeek] = isLate ? [2, 5] : [1, 3];
      expect(isExempt || (inDay <= perDay && inWeek <= perWeek), `over budget on ${at}`).toBe(true);
    }
}

/** Nothing was sent about a duty after the answer that files it had come in. */
export function expectNothingAfterAnswer({ state, sent }: Sim): void {
  for (const part of state.parts)
    for (const duty of part.duties) {
      const { kind, cycle, filedAt } = duty;
      if (filedAt === undefined) continue;
      const { seq } = deadlineOf(duty);
      const late = sent.find(
        ({ at, rungs }) =>
          at > filedAt &&
          rungs.some(
            (one) =>
              one.partId === part.id &&
              one.duty === kind &&
              one.cycle === cycle &&
              one.seq === seq &&
              !one.rung.startsWith('nudge-'),
          ),
      );
      expect(late, `${part.id} ${kind} ${cycle} was answered at ${filedAt} and asked for after it`).toBeUndefined();
    }
}
