import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../domain/chat/command.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { dayAndReason, verdictIn } from '../../../domain/chat/understand/verdict.ts';

const TODAY = '2026-11-23';

describe('批复 reads its verdict', () => {
  it.each([
    ['同意', { grant: true, dueOn: null, reason: null }],
    ['同意延期', { grant: true, dueOn: null, reason: null }],
    ['同意延至12月21日', { grant: true, dueOn: '2026-12-21', reason: null }],
    ['同意延至下周五', { grant: true, dueOn: '2026-12-04', reason: null }],
    ['同意延到年底', { grant: true, dueOn: '2026-12-31', reason: null }],
    ['另定12月15日', { grant: true, dueOn: '2026-12-15', reason: null }],
    ['改为2026-12-15', { grant: true, dueOn: '2026-12-15', reason: null }],
    ['同意,经领导小组会议研究', { grant: true, dueOn: null, reason: '经领导小组会议研究' }],
    ['不同意 时限已经一再放宽', { grant: false, dueOn: null, reason: '时限已经一再放宽' }],
    ['不同意,理由:时限已经放宽', { grant: false, dueOn: null, reason: '时限已经放宽' }],
    ['不同意', { grant: false, dueOn: null, reason: null }],
  ])('“%s”', (words, verdict) => {
    expect(verdictIn(words, TODAY, SEED_CALENDAR)).toEqual(verdict);
  });

  it('asks for the day where it cannot be told, and makes nothing of other words', () => {
    expect(verdictIn('另定日期', TODAY, SEED_CALENDAR)).toBe('another-day');
    expect(verdictIn('同意延至下周', TODAY, SEED_CALENDAR)).toBe('another-day');
    expect(verdictIn('请再研究', TODAY, SEED_CALENDAR)).toBeNull();
  });
});

describe('暂缓 reads its day and its reason', () => {
  it.each([
    ['至12月21日 等待省级文件', { until: '2026-12-21', reason: '等待省级文件' }],
    ['到12月21日,理由:等待省级文件', { until: '2026-12-21', reason: '等待省级文件' }],
    ['到下周五,等待省级文件', { until: '2026-12-04', reason: '等待省级文件' }],
    ['2026-12-21', { until: '2026-12-21', reason: null }],
    ['理由不充分', { until: null, reason: '理由不充分' }],
    ['至10月1日 已过的日子', { until: null, reason: '至10月1日 已过的日子' }],
    ['', { until: null, reason: null }],
  ])('“%s”', (words, read) => {
    expect(dayAndReason(words, TODAY, SEED_CALENDAR)).toEqual(read);
  });
});

it('督办单 is a command of its own, not 督办 before another', () => {
  expect(parseCommand('督办单')).toEqual({ name: 'notice', rest: '' });
  expect(parseCommand('/督办单 第九项')).toEqual({ name: 'notice', rest: '第九项' });
  expect(parseCommand('/督办 催办 第九项')).toEqual({ name: 'nudge', rest: '第九项' });
});
