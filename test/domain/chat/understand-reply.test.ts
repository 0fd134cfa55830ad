import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../../../domain/chat/understand/read-reply.ts';
import type { OpenTask, ReplyReading } from '../../../domain/chat/understand/types.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';

const task = (no: string | null, title: string, targets: OpenTask['targets'] = []): OpenTask => ({
  no,
  title,
  unit: '市某局',
  due: '2026-12-31',
  targets,
  last: null,
});

const OPEN = [
  task('(一)', '建设公共充电站', [{ name: '建成充电站', unit: '座', value: 60 }]),
  task('(二)', '清收陈欠租金', [{ name: '清收租金', unit: '万元', value: 150 }]),
  task('3', '编制应急预案'),
];

const read = (text: string, open = OPEN): ReplyReading =>
  readReply({ at: '2026-11-20T10:00:00+08:00', open, text }, SEED_CALENDAR);

const WORDS = fc.constantFrom(
  ...'第(一)项 累计 38座 一万二 约 近八成 12月8日前 下周二 节后 申请延期 等批复 未 完成 没变化 其余 除 外 ( ) 「 」 > \n , 。 ; 85% 三分之二 十七八 应为 停工 请协调 ①'.split(
    ' ',
  ),
);

describe('readReply', () => {
  it('never throws, and every span lies in the text and is not empty', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(WORDS, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: OPEN.length }), (words, count) => {
        const { items } = read(words, OPEN.slice(0, count));
        for (const { from, task: at } of items) {
          expect(at).toBeLessThan(count);
          for (const { start, end } of Object.values(from)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(words.length);
          }
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it.each(['一万', '累计', '(', '等', '1,', '第', '由55%', '没有', ' ', '申请', '12月'])(
    'reads 20,000 characters of %s without getting lost in them',
    (unit) => {
      const started = process.hrtime.bigint();
      read(unit.repeat(Math.ceil(20_000 / unit.length)));
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000);
    },
  );

  it.each([
    ['恐难如期交稿,望通融至12月25日', 'extension'],
    ['截止日请往后顺一周', 'extension'],
    ['这事我们说了不算,还得市里出面', 'help'],
    ['请督查办帮忙过问一下', 'help'],
    ['这项以后别找我了,找规划科', 'handover'],
    ['昨天那个数填串行了,应为35%', 'correction'],
    ['不宜由我局牵头,请另行明确', 'dispute'],
    ['不是我们不报,是口径没定', null],
    ['上次说的请求协调一事作废,完成60%', null],
  ])('reads what is asked in roundabout words: %s', (text, request) => {
    expect(read(text, OPEN.slice(2)).items[0]?.request ?? null).toBe(request);
  });

  it.each([
    '隔壁区卡在征地上,我们这边完成60%',
    '前几天缺人手,现在完成60%',
    '困难不大,完成60%',
    '难度虽高,但已攻克,完成60%',
    '投诉少多了,完成60%',
  ])('finds nothing that holds a task up in %s', (text) => {
    expect(read(text, OPEN.slice(2)).items[0]).toMatchObject({ percent: 60, blocker: null });
  });

  it('points every field at the words that say it, as they were written', () => {
    const text = '第(一)項累計建成三十八座,預計12月8日前辦結';
    const [item] = read(text).items;
    const words = Object.fromEntries(
      Object.entries(item?.from ?? {}).map(([field, { start, end }]) => [field, text.slice(start, end)]),
    );
    expect(item).toMatchObject({ task: 0, date: '2026-12-08', figures: [{ value: 38, unit: '座', kind: 'total' }] });
    expect(words).toMatchObject({ figures: '三十八座', date: '12月8日' });
  });

  it('asks rather than takes where two tasks could be meant', () => {
    expect(read('进度45%')).toEqual({ items: [], question: 'which-task' });
  });

  it('takes a title in quotation marks for the name of its task, whatever its words', () => {
    const open = [task(null, '制定年度推进计划'), task(null, '延期项目清理')];
    expect(read('“制定年度推进计划”完成36%,可按期办结。', open).items).toMatchObject([
      { task: 0, percent: 36, sure: true },
    ]);
    expect(read('《延期项目清理》完成40%', open).items).toMatchObject([{ task: 1, percent: 40, request: null }]);
  });
});
