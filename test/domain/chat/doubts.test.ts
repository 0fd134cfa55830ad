import { describe, expect, it } from 'vitest';
import { doubtfulFields } from '../../../domain/chat/reading-of-reply.ts';
import { doubted } from '../../../domain/chat/understand/doubt/doubted.ts';
import { doubtsOf } from '../../../domain/chat/understand/doubt/doubts.ts';
import { gramsOf } from '../../../domain/chat/understand/doubt/grams.ts';
import { readReply } from '../../../domain/chat/understand/read-reply.ts';
import { NOTHING_READ, type ReplyItem } from '../../../domain/chat/understand/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { learnWeights } from './replies/learn-weights.ts';
import { casesIn } from './replies/score.ts';

const item = (words: string, fields: Partial<ReplyItem>): ReplyItem => ({
  ...NOTHING_READ,
  sure: true,
  words,
  ...fields,
});
const fieldsDoubted = (words: string, fields: Partial<ReplyItem>) =>
  doubtsOf(item(words, fields)).map(({ field }) => field);

describe('doubts of a reading', () => {
  it('are of the values that the words as a whole speak against, with words that weigh against each', () => {
    const [doubt, ...others] = doubtsOf(item('已全部完成,累计20个,进度100%', { status: 'blocked' }));
    expect(others).toEqual([]);
    expect(doubt?.field).toBe('status');
    expect(doubt?.against.length).toBeGreaterThan(0);
    for (const words of doubt?.against ?? []) expect('已全部完成,累计20个,进度100%').toContain(words);
    expect(fieldsDoubted('累计培训120人,进度60%', { status: 'in-progress', request: 'leave' })).toEqual(['request']);
  });

  it.each<[string, Partial<ReplyItem>]>([
    ['已办结', { status: 'done' }],
    ['尚未启动', { status: 'not-started' }],
    ['因设备招标流标,申请延期至2027年1月31日', { request: 'extension', blocker: '设备招标流标' }],
    ['该项不属于我局职责', { request: 'dispute' }],
    ['进度60%,预计12月8日前完成', { status: 'in-progress', date: '2026-12-08' }],
  ])('are none where the words bear it out: %s', (words, fields) => {
    expect(fieldsDoubted(words, fields)).toEqual([]);
  });

  it('are none of words in another script, nor of what is not stated', () => {
    expect(fieldsDoubted('blocked, waiting for approval', { status: 'done', request: 'leave' })).toEqual([]);
    expect(fieldsDoubted('累计20个', {})).toEqual([]);
  });

  it('make an item one that is asked about, and name the fields in doubt that it still states', () => {
    const words = '老师说公园去年停水,如今种树累计20棵,进度60%';
    const read = doubted(item(words, { status: 'blocked', blocker: '公园去年停水', percent: 60 }));
    expect(read).toMatchObject({ blocker: '公园去年停水', percent: 60, sure: false });
    expect(read.doubts?.map(({ field }) => field)).toEqual(['status', 'blocker']);
    expect(doubtfulFields(read, words)).toContain('blocker');
  });

  it('leave out a status, request or day that the words speak plainly against, unless nothing else is said', () => {
    const words = '累计培训120人,进度60%';
    const wrong = { request: 'leave', requestDate: '2026-12-01' } as const;
    expect(doubted(item(words, { ...wrong, percent: 60 }))).toMatchObject({
      request: null,
      requestDate: null,
      percent: 60,
      sure: false,
      doubts: [{ field: 'request' }],
    });
    expect(doubted(item(words, wrong))).toMatchObject({ ...wrong, sure: false });
    expect(doubted(item('进度60%', { percent: 60 }))).toEqual(item('进度60%', { percent: 60 }));
  });
});

describe('weights', () => {
  it('are the same from the same cases, and above zero for words that go with a value', () => {
    const cases = casesIn('sample.jsonl').flatMap((one) => Array.from({ length: 4 }, () => one));
    const read = (one: (typeof cases)[number]) => readReply(one.case, SEED_CALENDAR);
    const learnt = learnWeights(cases, read);
    expect(learnWeights(cases, read)).toEqual(learnt);
    expect(learnt.get('in-progress')?.grams.get('累计')).toBeGreaterThan(0);
  });

  it('are of runs of up to three characters, each number one sign, in either script of Chinese', () => {
    expect(gramsOf('辦12件')).toEqual(['^', '办', '0', '件', '¶', '^办', '办0', '0件', '件¶', '^办0', '办0件', '0件¶']);
  });
});
