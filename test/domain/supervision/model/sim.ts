import { expect } from 'vitest';
import { addDays } from '../../../../domain/calendar/local-date.ts';
import { instantAt, localDateOf } from '../../../../domain/calendar/local-time.ts';
import { DEFAULT_POLICY, DEFAULT_ZONE } from '../../../../domain/plan/policy.ts';
import type { Instant, LocalDate } from '../../../../domain/plan/types.ts';
import { decideIssue, nextInstant } from '../../../../domain/supervision/decide-issue.ts';
import { partLight } from '../../../../domain/supervision/part-light.ts';
import { resumeWhenDue } from '../../../../domain/supervision/pause-task.ts';
import type { PartSlot, PendingEvent, SupervisedState } from '../../../../domain/supervision/types.ts';
import { SEED_CALENDAR } from '../../../../seeds/calendar/calendar.ts';
import { flat, scheduled } from '../fixtures.ts';

/** A task as its workflow would have it, with everything that was ever put on record about it. */
export interface Sim {
  state: SupervisedState;
  now: Instant;
  /** Every rung that was ever in the state, by name. */
  seen: Set<string>;
  /** How each of them ended. */
  outcomes: Map<string, string>;
  events: PendingEvent[];
}

type Named = Pick<PartSlot, 'partId' | 'duty' | 'cycle' | 'seq' | 'rung'>;
const nameOf = ({ partId, duty, cycle, seq, rung }: Named): string => [partId, duty, cycle, seq, rung].join('|');

/** A rung ends once; a second end is the fault that this simulation looks for. */
function end(sim: Sim, rung: Named, outcome: string): void {
  const name = nameOf(rung);
  expect(sim.outcomes.get(name) ?? null, `${name} ended twice`).toBeNull();
  sim.outcomes.set(name, outcome);
}

/** What the workflow flushes: the events leave the state, and the rungs that they end are on record. */
function flush(sim: Sim): void {
  for (const event of sim.state.pendingEvents) {
    expect(event.seq).toBe(sim.events.length + 1);
    sim.events.push(event);
    for (const { outcome, slots } of event.settled ?? []) for (const slot of slots) end(sim, slot, outcome);
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
  for (const rung of issued) {
    end(sim, rung, rung.status);
    const duty = sim.state.parts
      .find(({ id }) => id === rung.partId)
      ?.duties.find(({ kind, cycle }) => kind === rung.duty && cycle === rung.cycle);
    // Nothing is sent after its answer was received.
    if (rung.status === 'queued' && !rung.rung.startsWith('nudge-')) expect(duty?.filedAt ?? null).toBeNull();
  }
  sim.state = state;
}

/** Time passes, with the workflow woken at each instant on the way. */
export function passUntil(sim: Sim, until: Instant): void {
  for (;;) {
    const next = isOver(sim.state) ? null : nextInstant(sim.state);
    if (next === null || next > until) break;
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
  const coming = new Set(flat(state.slots).map(nameOf));
  expect(coming.size).toBe(flat(state.slots).length);
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
  for (const part of state.parts) {
    const light = partLight(state, part, { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY, now });
    expect(light.zh.length).toBeGreaterThan(0);
    if (part.completion === 'accepted') expect(light.light).toBe('green');
    expect(part.progress === null || (part.progress >= 0 && part.progress <= 100)).toBe(true);
  }
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
}
