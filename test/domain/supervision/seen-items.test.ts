import { describe, expect, it } from 'vitest';
import { hasSeen, withSeen } from '../../../domain/supervision/seen-items.ts';
import { stateOf } from './fixtures.ts';

const ENTITY = 'task/11111111-2222-4333-8444-555555555555';
const ROW = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const item = (part: string): string => `${ROW}/${ENTITY}/${part}`;
const state = stateOf({ entityId: ENTITY });

describe('ids of items that were applied', () => {
  it('are known again in the short form in which they are kept', () => {
    const seen = withSeen(state, item('p1'));
    expect(seen.seenItems).toEqual(['8ddd-eeeeeeeeeeee/p1']);
    expect(hasSeen(seen, item('p1'))).toBe(true);
    expect(hasSeen(seen, item('p2'))).toBe(false);
    expect(hasSeen(seen, `${ROW.replace('e', 'f')}/${ENTITY}/p1`)).toBe(false);
  });

  it('are known from older states, which hold them whole', () => {
    expect(hasSeen({ ...state, seenItems: [item('p1'), 'accept-1'] }, item('p1'))).toBe(true);
    expect(hasSeen({ ...state, seenItems: [item('p1'), 'accept-1'] }, 'accept-1')).toBe(true);
  });

  it('stay whole where they are no UUID, the last 200 of them', () => {
    const all = Array.from({ length: 230 }, (_, at) => `act-${at}`).reduce(withSeen, state);
    expect(all.seenItems).toHaveLength(200);
    expect([hasSeen(all, 'act-29'), hasSeen(all, 'act-30'), hasSeen(all, 'act-229')]).toEqual([false, true, true]);
  });
});
