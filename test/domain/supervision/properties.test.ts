import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escalationAllowed } from '../../../domain/calendar/escalation-window.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { isInWindow } from '../../../domain/calendar/send-window.ts';
import { isProvisional, isWorkday, nextWorkdayOnOrAfter } from '../../../domain/calendar/working-days.ts';
import { DEFAULT_POLICY as policy, DEFAULT_ZONE } from '../../../domain/plan/policy.ts';
import { PHASE_KINDS, UNIT_RELATIONS } from '../../../domain/plan/types.ts';
import type { OfficeAct } from '../../../domain/supervision/office-act.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { PartSlot, Rung, Slot, SupervisedState } from '../../../domain/supervision/types.ts';
import { SEED_CALENDAR as calendar } from '../../../seeds/calendar/calendar.ts';
import { act, at, flat, made, partSeed, phaseOf, reply, rungKeys, scheduled, stateOf } from './fixtures.ts';
import { RULE } from './rule-pattern.ts';

const day = (from: string, span: number) => fc.integer({ min: 0, max: span }).map((n) => addDays(from, n));

const tasks = fc
  .record({
    begins: day('2025-01-02', 700),
    length: fc.integer({ min: 0, max: 800 }),
    due: fc.integer({ min: -30, max: 900 }),
    late: fc.integer({ min: 0, max: 200 }),
    hour: fc.constantFrom('00:00', '09:15', '10:00', '12:00', '16:59', '23:59'),
    kind: fc.constantFrom(...PHASE_KINDS),
    keyTask: fc.boolean(),
    relations: fc.array(fc.constantFrom(...UNIT_RELATIONS), { minLength: 1, maxLength: 4 }),
    entity: fc.constantFrom('task' as const, 'phase' as const),
    dated: fc.boolean(),
  })
  .map(({ begins, length, due, late, hour, kind, keyTask, relations, entity, dated }) => {
    const now = at(`${addDays(begins, late)} ${hour}`);
    const state = stateOf({
      kind: entity,
      keyTask,
      phase: phaseOf(kind, begins, addDays(begins, length)),
      dueOn: dated ? addDays(begins, due) : null,
      startedAt: now,
      parts: relations.map((relation, i) => partSeed(`p${i + 1}`, relation)),
    });
    return { state, now };
  });

const isStrictlySorted = (slots: Slot[]): boolean => {
  const keys = slots.map((s) => [s.at, s.duty, s.cycle, s.rung, s.audience, s.rule, s.dueAt].join('|'));
  return keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key);
};

describe('all slots of any task', () => {
  it('lie on worked days inside the windows, name their rule, are sorted and happen once', () => {
    fc.assert(
      fc.property(tasks, ({ state, now }) => {
        const { slots } = made(state, now, Number.POSITIVE_INFINITY);
        for (const slot of slots) {
          const on = localDateOf(slot.at, DEFAULT_ZONE);
          expect(isWorkday(calendar, on)).toBe(true);
          expect(isInWindow(calendar, policy, slot.at).open).toBe(true);
          if (slot.audience === 'section-head' || slot.audience === 'supervisor')
            expect(escalationAllowed(calendar, policy, slot.at).allowed).toBe(true);
          expect(slot.rule).toMatch(RULE);
          expect(slot.rule.endsWith('+makeup')).toBe(new Date(`${on}T00:00:00Z`).getUTCDay() % 6 === 0);
          if (isProvisional(calendar, on)) expect(slot.provisional).toBe(true);
          expect(slot.at >= now).toBe(true);
        }
        expect(isStrictlySorted(slots)).toBe(true);
        const rungs = flat(slots).map(({ partId, duty, cycle, rung }) => [partId, duty, cycle, rung].join('|'));
        expect(new Set(rungs).size).toBe(rungs.length);
      }),
      { numRuns: 250 },
    );
  });

  it('keep the order of their ladder, and nobody is told twice at one instant', () => {
    const order = ['issue', 'd7', 'd3', 'd1', 'd0', 'o1', 'o3', 'o5', 'w1', 'w2', 'w3', 'w4', 'office'];
    // Beside the Mondays, to other people.
    const isAbove = ({ audience, rung }: PartSlot): boolean => audience === 'supervisor' || rung === 'o10';
    fc.assert(
      fc.property(tasks, ({ state, now }) => {
        const bySource = Map.groupBy(
          flat(made(state, now, Number.POSITIVE_INFINITY).slots),
          ({ partId, duty, cycle }) => `${partId}|${duty}|${cycle}`,
        );
        for (const rungs of bySource.values()) {
          const ladder = rungs.filter((slot) => !slot.rule.startsWith('issued-late') && !isAbove(slot));
          const above = rungs.filter((slot) => isAbove(slot) || slot.rung === 'o3').map(({ rung }) => rung);
          expect(above).toEqual(['o3', 'o5', 'o10'].filter((rung) => above.includes(rung as Rung)));
          expect(ladder.map(({ rung }) => order.indexOf(rung))).toEqual(
            ladder.map(({ rung }) => order.indexOf(rung)).sort((a, b) => a - b),
          );
          expect(new Set(ladder.map((slot) => slot.at)).size).toBe(ladder.length);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('survive JSON, and reckoning them twice changes nothing', () => {
    fc.assert(
      fc.property(tasks, ({ state, now }) => {
        const first = scheduled(state, now);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        const again = scheduled({ ...first, scheduleSeq: first.scheduleSeq + 1 }, now);
        expect(rungKeys(flat(again.slots))).toEqual(rungKeys(flat(first.slots)));
        expect(again.parts).toEqual(first.parts);
      }),
      { numRuns: 100 },
    );
  });
});

const words = fc.oneof(
  fc.constantFrom('', ' ', '字'.repeat(20_000), '😀'.repeat(10_000), `${'字'.repeat(199)}😀`, '\u0000', '__proto__'),
  fc.string(),
);
const id = fc.constantFrom('p1', 'p2', 'p9', '', '__proto__', 'constructor');
const instant = day('2025-12-01', 500).map((date) => at(`${nextWorkdayOnOrAfter(calendar, date)} 10:00`));
const readings: fc.Arbitrary<Reading> = fc.oneof(
  fc.record({ kind: fc.constant('receipt' as const) }),
  fc.record({ kind: fc.constant('dispute' as const), reason: words }),
  fc.record({
    kind: fc.constant('report' as const),
    words,
    progress: fc.option(fc.oneof(fc.integer(), fc.double())),
    expectedOn: fc.option(day('2026-01-01', 400)),
    blocker: fc.option(words),
    done: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('no-change' as const) }),
  fc.record({ kind: fc.constant('claim-completion' as const), words }),
  fc.record({ kind: fc.constant('coordination' as const), words }),
  fc.record({ kind: fc.constant('kept-words' as const), words }),
);
const acts: fc.Arbitrary<OfficeAct> = fc.oneof(
  fc.record({ kind: fc.constant('accept' as const), partId: fc.option(id) }),
  fc.record({ kind: fc.constant('return' as const), partId: id, reason: words }),
  fc.record({ kind: fc.constant('nudge' as const), partId: id, earliestNext: instant }),
  fc.record({
    kind: fc.constant('assign' as const),
    parts: fc.array(
      fc.record({
        id,
        unitId: id,
        role: fc.constantFrom('lead' as const, 'responsible' as const),
        relation: fc.constantFrom(...UNIT_RELATIONS),
      }),
    ),
  }),
  fc.record({ kind: fc.constant('opt-in' as const) }),
  fc.record({ kind: fc.constant('cancel' as const), reason: words }),
);
const steps = fc.array(
  fc.oneof(
    fc.record({
      reading: readings,
      partId: id,
      at: instant,
      itemId: fc.constantFrom('', 'a', 'b', 'c', 'd', 'e', 'f'),
    }),
    fc.record({ act: acts, at: instant, actId: fc.uuid() }),
  ),
  { maxLength: 12 },
);

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
};

describe('replies and acts of any kind, in any order', () => {
  const start = scheduled(
    stateOf({ parts: [partSeed('p1'), partSeed('p2', 'independent', 'responsible')] }),
    at('2026-01-05 10:00'),
  );

  it('never throw, change no input, number every event, and leave no slot of what is filed or accepted', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let state: SupervisedState = freeze(start);
        for (const step of list) {
          const outcome =
            'reading' in step
              ? reply(state, freeze(step.reading), step.at, { partId: step.partId, itemId: step.itemId })
              : act(state, freeze(step.act), step.at, { actId: step.actId });
          if ('refused' in outcome) continue;
          state = freeze(outcome.state);
          expect(state.pendingEvents.at(-1)?.seq ?? state.eventSeq).toBe(state.eventSeq);
          expect(new Set(state.parts.map((part) => part.id)).size).toBe(state.parts.length);
          for (const slot of flat(state.slots)) {
            const part = state.parts.find((one) => one.id === slot.partId);
            expect(part?.completion).not.toBe('accepted');
            expect(
              part?.duties.some((d) => d.kind === slot.duty && d.cycle === slot.cycle && d.filedAt !== undefined),
            ).toBe(false);
          }
          for (const part of state.parts) expect((part.lastWords ?? '').length).toBeLessThanOrEqual(60);
        }
      }),
      { numRuns: 300 },
    );
  });
});
