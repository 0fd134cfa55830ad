import { expect } from 'vitest';
import type { EntityAmendment } from '../../../../domain/supervision/amend-entity.ts';
import { deadlineOf } from '../../../../domain/supervision/deadline-of.ts';
import { partLight } from '../../../../domain/supervision/part-light.ts';
import type { Reading } from '../../../../domain/supervision/reading.ts';
import type { SupervisedState } from '../../../../domain/supervision/types.ts';
import { act, codeOf, partOf, reckoning, reply, report } from '../fixtures.ts';
import { rulesOf } from './rules.ts';
import { dayIn, expectSound, morningOf, passUntil, settle } from './sim.ts';
import type { Sim } from './sim-state.ts';
import { loosely, nextItem, speakerOf, type Step } from './step.ts';

const anyPart = (sim: Sim, at: number): string => sim.state.parts[at % sim.state.parts.length]?.id ?? 'p1';

/** The model learns what came of it; what holds always must hold. */
const learnt = (name: string, run: (sim: Sim) => void): Step => ({
  check: () => true,
  run: (rules, sim) => {
    run(sim);
    settle(sim);
    Object.assign(rules, rulesOf(sim.state));
    expectSound(sim);
  },
  toString: () => name,
});

/** 确认登记 comes days after the words: nothing goes out meanwhile, and late is judged by when they were received. */
export const confirmsLater = (at: number, days: number, progress: number): Step =>
  learnt(`confirms ${progress} after ${days} days`, (sim) => {
    const partId = anyPart(sim, at);
    const receivedAt = sim.now;
    sim.answering.add(partId);
    passUntil(sim, morningOf(dayIn(sim, days)));
    settle(sim);
    const outcome = reply(sim.state, report('已推进', progress), receivedAt, {
      partId,
      now: sim.now,
      actor: speakerOf(sim, partId),
    });
    if (!('refused' in outcome)) {
      sim.state = outcome.state;
      for (const duty of partOf(sim.state, partId).duties)
        if (duty.filedAt === receivedAt && duty.kind !== 'completion')
          expect(duty.late === true).toBe(receivedAt > deadlineOf(duty).redAt);
      settle(sim);
    }
    sim.answering.delete(partId);
  });

/** Another contact answers for the part from now on: nothing of the state changes, and what the old one said is not theirs to take back. */
export const handsOver = (at: number): Step =>
  learnt('hands over', (sim) => {
    const partId = anyPart(sim, at);
    const last = partOf(sim.state, partId).filings?.at(-1);
    sim.speakers.set(partId, `person-${sim.events.length}`);
    const back: Reading = { kind: 'withdraw', itemId: last?.itemId ?? null, undoMinutes: 10 };
    const code = codeOf(reply(sim.state, back, sim.now, { partId, actor: speakerOf(sim, partId) }));
    expect(['REPLY_NOT_YOURS', 'REPLY_STANDS', 'TASK_CLOSED', 'PART_UNKNOWN']).toContain(code);
  });

/** What the old contact said before the handover is recorded as theirs, on behalf of the new one. */
export const answersOnBehalf = (at: number, progress: number): Step =>
  learnt(`answers ${progress} on behalf of the new contact`, (sim) => {
    const partId = anyPart(sim, at);
    const actor = { id: 'person', name: '原联络员', onBehalfOf: speakerOf(sim, partId).name };
    const itemId = nextItem();
    const outcome = reply(sim.state, report('已推进', progress), sim.now, { partId, actor, itemId });
    if ('refused' in outcome) return;
    sim.state = outcome.state;
    settle(sim);
    expect(sim.events.find((event) => event.inboxItemId === itemId)?.actor).toEqual(actor);
  });

const AMENDMENTS: ((sim: Sim) => Omit<EntityAmendment, 'amendmentId' | 'changeId'>)[] = [
  (sim) => ({ dueOn: dayIn(sim, 30) }),
  (sim) => ({ dueOn: dayIn(sim, -10) }),
  ({ state }) => ({ keyTask: !state.keyTask }),
  () => ({ no: '2', title: '改称' }),
  ({ state }) => ({ optional: !state.optional }),
  ({ state }) => ({ partsOut: state.parts.slice(1).map(({ unitId }) => ({ unitId })) }),
  (sim) => ({
    partsIn: [
      {
        id: `p${10 + sim.events.length}`,
        unitId: `u-in-${sim.events.length}`,
        role: 'responsible',
        relation: 'subordinate',
      },
    ],
  }),
  ({ state }) => ({ roles: state.parts.map(({ unitId }) => ({ unitId, role: 'lead', assumedLead: false })) }),
];

/** An accepted change of the plan reaches the task. */
export const amends = (which: number): Step =>
  loosely(`is amended (${which})`, (sim) => {
    const change = AMENDMENTS[which % AMENDMENTS.length]?.(sim) ?? {};
    const amendment = { amendmentId: 'a', changeId: `c-${sim.events.length}`, ...change };
    return act(sim.state, { kind: 'amend', amendment }, sim.now);
  });

/** The run continues as new before what was decided is flushed: it goes along. */
export const continuesWithPending = (at: number, progress: number): Step =>
  learnt('continues as new with events pending', (sim) => {
    const partId = anyPart(sim, at);
    const itemId = nextItem();
    const outcome = reply(sim.state, report('已推进', progress), sim.now, {
      partId,
      itemId,
      actor: speakerOf(sim, partId),
    });
    if ('refused' in outcome) return;
    sim.state = JSON.parse(JSON.stringify(outcome.state));
    settle(sim);
    expect(sim.events.filter((event) => event.inboxItemId === itemId)).toHaveLength(1);
  });

/**
 * What of a state has to be the same whether it was reached or repaired; rungs differ by when they were looked at.
 * `askedAnew`: receipts are owed some days after they were asked for, and the repaired run asked later.
 */
const essence = (state: SupervisedState, now: string, askedAnew: boolean) => ({
  rules: rulesOf(state),
  status: state.status,
  parts: state.parts.map((part) => {
    // What was filed leaves the state with the next schedule.
    const owed = part.duties.filter(({ filedAt }) => filedAt === undefined);
    const asks = askedAnew && owed.some(({ kind }) => kind === 'receipt');
    return {
      id: part.id,
      words: part.lastWords,
      receiptAt: part.receiptAt,
      lastReportAt: part.lastReportAt,
      owed: owed.map(({ kind, cycle, dueOn }) => [kind, cycle, asks && kind === 'receipt' ? 'asked anew' : dueOn]),
      light: asks ? 'asked anew' : partLight(state, part, reckoning(now)),
    };
  }),
});

/**
 * Temporal is lost before an answer is on record, for days; the run begins again from the checkpoint, and the inbox
 * applies the row again: the state is the one that would have been reached, and the row once more changes nothing.
 */
export const crashes = (at: number, days: number, progress: number): Step =>
  learnt(`is lost for ${days} days`, (sim) => {
    const partId = anyPart(sim, at);
    const receivedAt = sim.now;
    const until = morningOf(dayIn(sim, days));
    const row = { partId, itemId: nextItem(), actor: speakerOf(sim, partId) };
    const said = report('已推进', progress);
    const wasPaused = sim.state.paused !== undefined;

    const reached = structuredClone(sim);
    const direct = reply(reached.state, said, receivedAt, row);
    if (!('refused' in direct)) reached.state = direct.state;
    passUntil(reached, until);
    settle(reached);

    sim.state = { ...JSON.parse(JSON.stringify(sim.state)), generation: sim.state.generation + 1 };
    sim.answering.add(partId);
    sim.now = until;
    settle(sim);
    const repaired = reply(sim.state, said, receivedAt, { ...row, now: sim.now });
    expect(codeOf(repaired)).toBe(codeOf(direct));
    if (!('refused' in repaired)) {
      sim.state = repaired.state;
      const again = reply(sim.state, said, receivedAt, { ...row, now: sim.now });
      if (!('refused' in again)) expect(again.outcome).toBe('seen');
    }
    settle(sim);
    sim.answering.delete(partId);
    const askedAnew = wasPaused && reached.state.paused === undefined;
    expect(essence(sim.state, sim.now, askedAnew)).toEqual(essence(reached.state, reached.now, askedAnew));
  });
