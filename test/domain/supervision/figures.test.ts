import { describe, expect, it } from 'vitest';
import { figuresText, withTotals, type SaidFigure } from '../../../domain/supervision/figures.ts';
import { at, done, partOf, reply, report, scheduled, stateOf } from './fixtures.ts';

const station = (value: number, kind: SaidFigure['kind'], name: string | null = '保护工作站'): SaidFigure => ({
  name,
  value,
  unit: '家',
  kind,
});
const on = (saidOn: string, ...figures: SaidFigure[]) => report('已推进', null, { figures, saidOn });

describe('figures on record', () => {
  const START = at('2026-01-05 10:00');
  const first = done(
    reply(scheduled(stateOf(), START), on('2026-03-20', station(12, 'total')), at('2026-03-20 10:00'), { itemId: 'a' }),
  );

  it('only a total of a thing with a name takes the place of the last one', () => {
    expect(partOf(first).figures).toEqual([{ name: '保护工作站', value: 12, unit: '家', on: '2026-03-20' }]);
    const more = on('2026-06-20', station(3, 'increase'), station(9, null), station(40, 'total', null));
    const after = done(reply(first, more, at('2026-06-20 10:00'), { itemId: 'b' }));
    expect(partOf(after).figures).toEqual(partOf(first).figures);
    const counted = done(reply(after, on('2026-06-21', station(15, 'total')), at('2026-06-21 10:00'), { itemId: 'c' }));
    expect(partOf(counted).figures).toEqual([{ name: '保护工作站', value: 15, unit: '家', on: '2026-06-21' }]);
    expect(counted.pendingEvents.at(-1)?.body).toMatchObject({ figures: [station(15, 'total')] });
  });

  it('a report with a figure is quantified, and the answer says it', () => {
    expect(partOf(first)).toMatchObject({ progress: null, unquantifiedRun: 0 });
    const said = reply(first, on('2026-06-21', station(3, 'increase'), station(15, 'total')), at('2026-06-21 10:00'), {
      itemId: 'd',
    });
    expect('summary' in said && said.summary).toBe('已登记:保护工作站新增3家,累计15家');
  });

  it('a total that is taken back leaves the one before', () => {
    const wrong = done(reply(first, on('2026-06-20', station(150, 'total')), at('2026-06-20 10:00'), { itemId: 'w' }));
    const back = reply(wrong, { kind: 'withdraw', itemId: 'w', undoMinutes: 10 }, at('2026-06-20 10:05'), {
      itemId: 'back',
    });
    expect(partOf(done(back)).figures).toEqual(partOf(first).figures);
  });
});

describe('an increase alone', () => {
  const last = [{ name: '保护工作站', value: 12.1, unit: '家', on: '2026-03-20' }];

  it('is shown with the total that it makes, exact in tenths', () => {
    expect(withTotals([station(0.2, 'increase')], last)).toEqual([station(0.2, 'increase'), station(12.3, 'total')]);
  });

  it('adds to nothing where a total was said, or none is on record', () => {
    const both = [station(3, 'increase'), station(15, 'total')];
    expect(withTotals(both, last)).toEqual(both);
    expect(withTotals([station(3, 'increase')], [])).toEqual([station(3, 'increase')]);
    expect(withTotals([station(3, 'increase', null)], last)).toEqual([station(3, 'increase', null)]);
  });

  it('reads as one phrase a thing', () => {
    expect(figuresText([station(3, 'increase'), station(15, 'total'), { ...station(2, null, null), unit: '件' }])).toBe(
      '保护工作站新增3家,累计15家;2件',
    );
  });
});
