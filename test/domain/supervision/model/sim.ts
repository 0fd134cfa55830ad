import { expect } from 'vitest';
import { addDays } from '../../../../domain/calendar/local-date.ts';
import { instantAt, localDateOf } from '../../../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../../../../domain/plan/policy.ts';
import type { Instant, LocalDate } from '../../../../domain/plan/types.ts';
import { decideIssue, nextInstant } from '../../../../domain/supervision/decide-issue.ts';
import { partLight } from '../../../../domain/supervision/part-light.ts';
import { resumeWhenDue } from '../../../../domain/supervision/pause-task.ts';
import type { SupervisedState } from '../../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../../seeds/calendar/calendar.ts';
import { flat, scheduled } from '../fixtures.ts';
import { applyToWaiting, expectNothingAfterAnswer, expectWithinBudget, nextSend, send } from './outbox.ts';
import { end, nameOf, type Sim } from './sim-state.ts';

/** What the workflow flushes: the events leave the state, and the rungs that they end are on record. */
function flush(sim: Sim): void {
  for (const event of sim.state.pendingEvents) {
    expect(event.seq).toBe(sim.events.length + 1);
    sim.events.push(event);
    for (const { outcome, slots } of event.settled ?? []) for (const slot of slots) end(sim, slot, outcome);
    applyToWaiting(sim, event);
  }
  sim.state = { ...sim.state, pendingEvents: [] };
}

const isOver = ({ status }: SupervisedState): boolean => status === 'closed' || status === 'cancelled';

/** The workflow's loop at one instant. */
export function settle(sim: Sim): void {
  for (;;) {
    for (const slot of flat(sim.state.slots)) sim.seen.add(nameOf(slot));
    flush(sim);
    const { state, now } = sim;
    send(sim);
    if (isOver(state)) return;
    const resumed = resumeWhenDue(state, now);
    if (resumed !== state) sim.state = resumed;
    else if (needsSchedule(state, now)) sim.state = scheduled(state, now);
    else if (state.slots.some(({ at }) => at <= now)) issue(sim);
    else return;
  }
}

function needsSchedule({ paused, scheduleSeq, scheduledSeq, scheduleUntil }: SupervisedState, now: Instant): boolean {
  return !paused && (scheduleSeq !== scheduledSeq || (scheduleUntil !== null && scheduleUntil <= now));
}

function issue(sim: Sim): void {
  const { issued, state } = decideIssue(sim.state, sim.now);
  for (const { unitId, role: _, status, reason: __, ...rung } of issued) {
    if (status === 'queued' || status === 'held') sim.waiting.push({ rung, unitId, status, sendFrom: sim.now });
    else end(sim, rung, status);
  }
  sim.state = state;
}

/** Time passes, with the workflow woken at each instant on the way. */
export function passUntil(sim: Sim, until: Instant): void {
  for (;;) {
    const [next] = [isOver(sim.state) ? null : nextInstant(sim.state), nextSend(sim)]
      .filter((instant) => instant !== null)
      .toSorted();
    if (next === undefined || next > until) break;
    if (next > sim.now) sim.now = next;
    settle(sim);
  }
  sim.now = until;
}

export const morningOf = (day: LocalDate): Instant => instantAt(day, '10:00', DEFAULT_ZONE);
export const today = ({ now }: Sim): LocalDate => localDateOf(now, DEFAULT_ZONE);
export const dayIn = (sim: Sim, days: number): LocalDate => addDays(today(sim), days);

/** What holds at every moment, whatever happened. */
export function expectSound(sim: Sim): void {
  const { state, now } = sim;
  const toCome = [...flat(state.slots), ...sim.waiting.map(({ rung }) => rung)];
  const coming = new Set(toCome.map(nameOf));
  expect(coming.size).toBe(toCome.length);
  const held = sim.waiting.filter(({ status }) => status === 'held').map(({ rung }) => nameOf(rung));
  expect(held.toSorted()).toEqual((isOver(state) ? [] : (state.escalations ?? [])).map(nameOf).toSorted());
  for (const name of sim.seen) {
    const ended = sim.outcomes.has(name);
    expect(
      ended !== coming.has(name),
      `${name}: ${ended ? 'ended and still to come' : 'neither ended nor to come'}`,
    ).toBe(true);
  }
  const recorded = sim.events.flatMap(({ inboxItemId, kind }) =>
    inboxItemId === undefined || kind === 'refused' ? [] : [inboxItemId],
  );
  expect(new Set(recorded).size, 'an answer was counted twice').toBe(recorded.length);
  const kept = new Set(recorded);
  const lost = state.seenItems.filter((id) => id.startsWith('item-') && !kept.has(id));
  expect(lost, 'an answer was lost').toEqual([]);
  expectWithinBudget(sim);
  expectNothingAfterAnswer(sim);
  for (const part of state.parts) {
    const light = partLight(state, part, { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY, now });
    expect(light.zh.length).toBeGreaterThan(0);
    if (part.completion === 'accepted') expect(light.light).toBe('green');
    expect(part.progress === null || (part.progress >= 0 && part.progress <= 100)).toBe(true);
  }
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
}
