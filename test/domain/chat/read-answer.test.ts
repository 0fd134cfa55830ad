import { describe, expect, it, test } from 'vitest';
import { completeReading } from '../../../domain/chat/complete-reading.ts';
import type { AskedBack } from '../../../domain/chat/reply-questions.ts';
import { readAnswer } from '../../../domain/chat/understand/read-answer.ts';
import { NOTHING_READ, type OpenTask } from '../../../domain/chat/understand/types.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';

const NAME = '全市建成保护工作站';
const TASK: OpenTask = {
  no: '第10项',
  title: '建设保护工作站',
  unit: '市科技局',
  due: '2026-12-31',
  targets: [
    { name: NAME, unit: '家', value: 20 },
    { name: '培育示范企业', unit: '家', value: 50 },
  ],
  last: { percent: 60, figures: [{ name: NAME, unit: '家', value: 12 }] },
};
const read = (asks: AskedBack, text: string) =>
  readAnswer({ at: '2026-11-20T10:12:00+08:00', task: TASK, asks, text }, SEED_CALENDAR);
const total = (value: number, name: string | null = NAME) => ({ name, value, unit: '家', kind: 'total' });

const DAY: AskedBack = { kind: 'which-date', words: null };
test.each([
  ['12月8日', '2026-12-08'],
  ['是12月8日', '2026-12-08'],
  ['第10项12月8日', '2026-12-08'],
  ['12月8日前办结。', '2026-12-08'],
  ['下周二', '2026-11-24'],
  ['月底前', '2026-11-30'],
  ['12.8', '2026-12-08'],
  ['8号', '2026-12-08'],
])('%s is the day that was asked for', (text, date) => {
  expect(read(DAY, text)).toMatchObject({ bare: true, settles: true, item: { date, sure: true } });
});

it('takes a mere number for a day of the month, and is not sure of it', () => {
  expect(read(DAY, '15')).toMatchObject({ settles: true, item: { date: '2026-12-15', sure: false } });
});

it.each(['11月1日', '12月8日或12月18日', '好的', '正在抓紧', '什么意思?'])(
  '%s is no day that was asked for',
  (text) => {
    expect(read(DAY, text)).toBeNull();
  },
);

it('takes the other things that are said beside the day', () => {
  const both = read(DAY, '12月8日,进度80%');
  expect(both).toMatchObject({ bare: false, settles: true, item: { date: '2026-12-08', percent: 80 } });
  expect(read(DAY, '累计15家')).toMatchObject({ settles: false, item: { date: null, figures: [total(15, null)] } });
});

const FIGURE: AskedBack = { kind: 'figure', name: NAME, unit: '家', last: 12, target: 20 };
test.each([
  ['15', 15],
  ['15家', 15],
  ['累计15家', 15],
  ['十五个', 15],
  ['一万二', 12_000],
])('%s is the total that was asked for', (text, value) => {
  expect(read(FIGURE, text)).toMatchObject({ bare: true, settles: true, item: { figures: [total(value)] } });
});

it('tells an increase, a rough figure and a later day from the total', () => {
  expect(read(FIGURE, '新增3家')?.item.figures).toEqual([{ ...total(3), kind: 'increase' }]);
  expect(read(FIGURE, '15家左右')?.item).toMatchObject({ figures: [total(15)], sure: false });
  expect(read(FIGURE, '12月10日前补报')).toMatchObject({ settles: true, item: { date: '2026-12-10', figures: [] } });
  expect(read(FIGURE, '与上次相同')).toBeNull();
});

const UNCLEAR = { value: 3, unit: '家' };
test.each<[AskedBack, string, object]>([
  [{ kind: 'percent', last: 40 }, '80', { percent: 80 }],
  [{ kind: 'percent', last: 40 }, '八成', { percent: 80 }],
  [{ kind: 'percent-below', said: 50, last: 60 }, '75%', { percent: 75 }],
  [{ kind: 'done-below', said: 90 }, '是的', { status: 'done' }],
  [{ kind: 'done-below', said: 90 }, '尚未完成', { status: 'in-progress' }],
  [{ kind: 'which-kind', ...UNCLEAR, last: 12 }, '是本期新增', { figures: [{ ...total(3, null), kind: 'increase' }] }],
  [{ kind: 'which-kind', ...UNCLEAR, last: 12 }, '累计数', { figures: [total(3, null)] }],
  [{ kind: 'which-figure', ...UNCLEAR }, '示范企业', { figures: [{ ...total(3, '培育示范企业'), kind: null }] }],
])('an answer to %j: %s', (asks, text, item) => {
  expect(read(asks, text)).toMatchObject({ settles: true, item });
});

it('leaves what can’t be said unsaid, but no contradiction', () => {
  expect(read(DAY, '还未定')).toMatchObject({ settles: true, item: { date: null } });
  expect(read({ kind: 'percent-below', said: 50, last: 60 }, '不清楚')?.settles).toBe(false);
});

describe('a reading with the answer in it', () => {
  const figure = { name: NAME, value: 3, unit: '家', kind: 'increase' as const };
  const before: Reading = {
    kind: 'report',
    words: '新增3家',
    progress: 75,
    expectedOn: null,
    blocker: '缺经费',
    done: false,
    figures: [figure, { ...figure, value: 15, kind: 'total' }],
    saidOn: '2026-11-20',
  };
  const by = (asks: AskedBack, answer: object) => ({
    asks,
    answer: { ...NOTHING_READ, ...answer },
    words: '全部',
    saidOn: '2026-11-21',
    last: [{ name: NAME, value: 12, unit: '家', on: '2026-09-25' }],
    recurs: false,
    correction: false,
  });

  it('keeps all that was said first', () => {
    expect(completeReading(before, by(DAY, { date: '2026-12-08' }))).toMatchObject({
      ...before,
      words: '全部',
      expectedOn: '2026-12-08',
      saidOn: '2026-11-21',
    });
  });

  it('lets a figure that is stated anew take the place of itself and of its sum', () => {
    expect(completeReading(before, by(DAY, { figures: [{ ...figure, value: 5 }] }))).toMatchObject({
      progress: 75,
      figures: [
        { kind: 'increase', value: 5 },
        { kind: 'total', value: 17 },
      ],
    });
  });

  it('gives the unclear figure what it lacked', () => {
    const unclear: Reading = { ...before, figures: [{ ...figure, kind: null }] };
    const asks: AskedBack = { kind: 'which-kind', value: 3, unit: '家', last: 12 };
    expect(completeReading(unclear, by(asks, { figures: [{ ...figure, name: null }] }))).toMatchObject({
      figures: [figure, { ...figure, kind: 'total', value: 15 }],
    });
  });

  it('asks for acceptance once all is said to be done', () => {
    const done = completeReading(before, by({ kind: 'done-below', said: 75 }, { status: 'done' }));
    expect(done).toMatchObject({ kind: 'claim-completion', words: '全部', figures: before.figures });
  });
});
