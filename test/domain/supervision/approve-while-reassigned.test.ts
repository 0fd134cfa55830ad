import { expect, it } from 'vitest';
import type { OfficeAct } from '../../../domain/supervision/office-act.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { act, at, claim, codeOf, done, partSeed, reply, scheduled, stateOf } from './fixtures.ts';

const now = at('2026-03-04 10:00');
const ACTS: Record<string, OfficeAct> = {
  accept: { kind: 'accept', partId: 'p1' },
  reassign: {
    kind: 'reassign',
    partId: 'p1',
    to: { unitId: 'u-new', relation: 'subordinate', unit: '市公安局' },
    fromUnit: '市科技局',
    reason: '职责已划转该局',
  },
  return: { kind: 'return', partId: 'p1', reason: '佐证材料不全,请补充' },
};

const orders = (names: string[]): string[][] =>
  names.length < 2
    ? [names]
    : names.flatMap((name) => orders(names.filter((one) => one !== name)).map((rest) => [name, ...rest]));

/** Two units of one task. Everybody at the desk and in the units has this state before them. */
function seen(): SupervisedState {
  const parts = [partSeed('p1'), partSeed('p2', 'subordinate', 'responsible')];
  return scheduled(stateOf({ start: '2026-03-02 10:00', parts }), at('2026-03-02 10:00'));
}

/** What the workflow does with what was decided on one and the same look: each against the state as it then is. */
function inOrder(names: string[]): { state: SupervisedState; counted: string[]; refused: Map<string, string> } {
  const refused = new Map<string, string>();
  const counted: string[] = [];
  let state = seen();
  for (const name of names) {
    const acted = name === 'claim' ? reply(state, claim, now) : act(state, ACTS[name] as OfficeAct, now);
    if ('refused' in acted) refused.set(name, codeOf(acted));
    else {
      counted.push(name);
      state = done(acted);
    }
  }
  return { state, counted, refused };
}

it.each(orders(['claim', 'accept', 'reassign', 'return']))(
  'at the same time %s, %s, %s, %s: no unit is approved for what another claimed, nothing approved is moved',
  (...names) => {
    const { state, counted, refused } = inOrder(names);
    const place = (name: string): number => names.indexOf(name);
    const accepted = [...state.parts, ...(state.formerParts ?? [])].filter(
      ({ completion }) => completion === 'accepted',
    );
    const isAccepted = counted.includes('accept');
    expect(accepted.map(({ unitId }) => unitId)).toEqual(isAccepted ? ['u-p1'] : []);
    // Approved only what was claimed before and has neither moved nor been sent back since.
    if (isAccepted) {
      expect(place('claim')).toBeLessThan(place('accept'));
      expect(counted).not.toContain('reassign');
      expect(refused.get('reassign')).toMatch(/^(PART_|TASK_CLOSED)/);
    }
    if (counted.includes('reassign')) expect([...refused.keys()]).toContain('accept');
  },
);

it('of all these orders some end approved, some moved and some neither', () => {
  const ends = orders(['claim', 'accept', 'reassign', 'return']).map((names) => inOrder(names).counted);
  expect(new Set(ends.map((one) => ['accept', 'reassign'].find((name) => one.includes(name)) ?? 'neither'))).toEqual(
    new Set(['accept', 'reassign', 'neither']),
  );
});

it('an approval that was pressed on a card from before the move is refused, twice as well', () => {
  const moved = done(act(seen(), ACTS['reassign'] as OfficeAct, now));
  for (let n = 0; n < 2; n += 1) expect(codeOf(act(moved, ACTS['accept'] as OfficeAct, now))).toBe('PART_UNKNOWN');
});
