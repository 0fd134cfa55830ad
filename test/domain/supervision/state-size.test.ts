import { describe, expect, it } from 'vitest';
import type { SaidFigure } from '../../../domain/supervision/figures.ts';
import { leanState, wholeState } from '../../../domain/supervision/lean-state.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { at, done, partSeed, phaseOf, reply, report, runUntil, stateOf } from './fixtures.ts';

const PARTS = 30;
const LIMIT = 64 * 1024;
const START = at('2027-01-04 10:00');
const END = at('2028-12-20');
/** As long as a unit's words may be. */
const WORDS = '本月已完成方案起草并征求意见,下月组织专题培训和现场检查,推动各县区落实到位。'.repeat(5).slice(0, 200);

/** Ids are as long as real ones: units, persons and answers have UUIDs. */
const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const task = (): SupervisedState =>
  stateOf({
    entityId: `task/${uuid(1)}`,
    planId: uuid(2),
    start: '2027-01-04 10:00',
    keyTask: true,
    dueOn: '2028-12-29',
    phase: phaseOf('implementation', '2027-01-04', '2028-12-29'),
    parts: Array.from({ length: PARTS }, (_, n) => ({ ...partSeed(`p${n + 1}`), unitId: uuid(100 + n) })),
  });

/** Totals under long names, as a part's report may bring them. */
const figures = (n: number): SaidFigure[] =>
  ['企业接受高校院所、国有企业专利转让许可', '各级各类知识产权教育培训人员'].map((name) => ({
    name,
    value: 1_000 + n,
    unit: '万人次',
    kind: 'total',
  }));

/** Every sixth unit says nothing for two years, the others report each month with all the words that they may use. */
function play(): { largest: number; state: SupervisedState; events: number } {
  let largest = 0;
  let n = 0;
  const answers = (one: string): boolean => Number(one.slice(1)) % 6 !== 0;
  const { state } = runUntil(task(), START, END, (before, now, due) => {
    let after = before;
    for (const { partId, rung, duty } of due.filter((one) => answers(one.partId)))
      if (rung === 'd3' || duty === 'receipt')
        after = done(
          reply(after, report(WORDS, (n += 1) % 95, { figures: figures(n), saidOn: now.slice(0, 10) }), now, {
            partId,
            itemId: `${uuid(1_000 + n)}/task/${uuid(1)}/${partId}`,
          }),
        );
    const record = leanState({ ...after, pendingEvents: [] });
    largest = Math.max(largest, Buffer.byteLength(JSON.stringify(record)));
    return after;
  });
  return { largest, state, events: state.eventSeq };
}

describe('a task of 30 parts, reported on monthly for two years', () => {
  const { largest, state, events } = play();

  it('stays below 64 KiB on record', () => {
    expect(events).toBeGreaterThan(25 * 24);
    expect(largest).toBeGreaterThan(20_000);
    expect(largest).toBeLessThan(LIMIT);
  });

  it('is whole again when it is read from the record', () => {
    const record = leanState(state);
    expect(leanState(wholeState(JSON.parse(JSON.stringify(record)) as SupervisedState))).toEqual(record);
    const bare = ({ parts }: SupervisedState) => parts.map((part) => ({ ...part, duties: [] }));
    expect(bare(wholeState(record))).toEqual(bare(state));
  });

  it('names every period that a silent unit owes', () => {
    const silent = state.parts.find(({ id }) => id === 'p6');
    const owed = silent?.duties.filter(({ kind }) => kind === 'report') ?? [];
    expect(owed.flatMap(({ cycle, also = [] }) => [cycle, ...also]).toSorted()).toEqual(
      [2027, 2028].flatMap((year) => Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)),
    );
    expect(owed.length).toBeLessThan(8);
  });
});
