import { describe, expect, it } from 'vitest';
import { lapseText, nudgeAnswers, type NudgeEvent } from '../../../domain/supervision/nudge-answers.ts';
import { at } from './fixtures.ts';

const event = (seq: number, kind: string, when: string, more: Partial<NudgeEvent> = {}): NudgeEvent => ({
  seq,
  kind,
  partId: 'p1',
  at: at(when),
  by: '李某',
  isReply: kind !== 'nudged',
  ...more,
});

describe('what came of a 催办', () => {
  it('is the first answer of its unit after it', () => {
    const answers = nudgeAnswers([
      event(1, 'reportFiled', '2026-03-20 09:00'),
      event(2, 'nudged', '2026-03-20 10:00'),
      event(3, 'reportFiled', '2026-03-20 10:30', { partId: 'p2' }),
      event(4, 'wordsKept', '2026-03-20 12:30'),
      event(5, 'reportFiled', '2026-03-21 09:00'),
    ]);
    expect([...answers]).toEqual([[2, { by: '李某', at: at('2026-03-20 12:30'), afterMs: 9_000_000 }]]);
  });

  it('is nothing where nobody has answered, each nudge for itself', () => {
    const answers = nudgeAnswers([
      event(1, 'nudged', '2026-03-16 10:00'),
      event(2, 'reportFiled', '2026-03-17 10:00'),
      event(3, 'nudged', '2026-03-20 10:00'),
    ]);
    expect(answers.get(1)).toMatchObject({ by: '李某' });
    expect(answers.get(3)).toBeNull();
  });

  it('counts by receipt: an answer that was received before the nudge and recorded after it is none', () => {
    const late = event(2, 'reportFiled', '2026-03-20 09:59');
    expect(nudgeAnswers([event(1, 'nudged', '2026-03-20 10:00'), late]).get(1)).toBeNull();
  });

  it.each([
    [20_000, '1分钟'],
    [25 * 60_000, '25分钟'],
    [3 * 3_600_000 + 1, '3小时'],
    [49 * 3_600_000, '2天'],
  ])('of %i ms is said as %s', (ms, text) => {
    expect(lapseText(ms)).toBe(text);
  });
});
