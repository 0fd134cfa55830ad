import { describe, expect, it } from 'vitest';
import { afterRollUp, rollUpDraft, rollUpStatus } from '../../../domain/chat/roll-up-text.ts';
import type { RollUpReading } from '../../../domain/supervision/confirm-roll-up.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { addFigures, statedFigures } from '../../../domain/supervision/roll-up-figures.ts';
import { compilerOf, rollUpCycle, rolledUpOf, rollUpOf } from '../../../domain/supervision/roll-up.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import {
  act,
  at,
  claim,
  codeOf,
  done,
  flat,
  isFiled,
  partOf,
  partSeed,
  reply,
  report,
  scheduled,
  stateOf,
} from './fixtures.ts';

const START = at('2026-01-05 10:00');
const OPEN_Q1 = at('2026-03-20 10:00');
const LATER = at('2026-03-23 10:00');
const LAST = at('2026-03-26 10:00');

const three = scheduled(
  stateOf({
    parts: [partSeed('lead'), partSeed('a', 'subordinate', 'responsible'), partSeed('b', 'subordinate', 'responsible')],
  }),
  START,
);
const name = (partId: string): string =>
  ({ lead: '市牵头局', a: '市甲局', b: '市乙局', c: '市丙局' })[partId] ?? partId;
const say = (state: SupervisedState, partId: string, reading: Reading, when = OPEN_Q1): SupervisedState =>
  done(reply(state, reading, when, { partId }));
const rollUp = (from: string[], more: Partial<RollUpReading> = {}): RollUpReading => ({
  kind: 'roll-up',
  cycle: '2026Q1',
  words: '汇总稿',
  progress: 60,
  from,
  asOf: LATER,
  ...more,
});

describe('figures in the words of several units', () => {
  it('reads what is new and what is a stock, with its thing from the clause before', () => {
    expect(statedFigures('本季度新增保护工作站3家,累计15家(目标20家)')).toMatchObject([
      { kind: 'new', thing: '保护工作站', value: 3, unit: '家', about: false },
      { kind: 'total', thing: '保护工作站', value: 15, unit: '家' },
    ]);
    expect(statedFigures('新增3家保护工作站;培训约1,200人次')).toMatchObject([
      { kind: 'new', thing: '保护工作站', value: 3 },
      { kind: 'plain', thing: '培训', value: 1200, unit: '人次', about: true },
    ]);
  });

  it('takes neither percentages nor dates for figures', () => {
    expect(statedFigures('进度60%,12月25日前完成,2026年底见效')).toEqual([]);
  });

  it.each(['计划新增工作站3家', '下一步,新增工作站3家', '去年新增工作站3家', '未开工,拟新增3家工作站'])(
    'takes nothing from what is to come or was of another period: %s',
    (words) => expect(statedFigures(words)).toEqual([]),
  );

  it('adds the same thing in the same unit, exactly', () => {
    const { added, apart } = addFigures([
      { partId: 'a', figures: statedFigures('新增投资0.1亿元') },
      { partId: 'b', figures: statedFigures('新增投资0.2亿元') },
    ]);
    expect(added).toEqual([
      {
        thing: '投资',
        unit: '亿元',
        value: 0.3,
        parts: [
          { partId: 'a', value: 0.1 },
          { partId: 'b', value: 0.2 },
        ],
      },
    ]);
    expect(apart).toEqual([]);
  });

  it.each([
    ['a stock is never added', '累计建站15家', '累计建站15家', []],
    ['an approximate figure stands apart', '新增站点约3家', '新增站点5家', ['about']],
    ['what is not said to be new stands apart', '站点3家', '新增站点5家', ['plain']],
    ['another unit of measure stands apart', '新增投资300万元', '新增投资2亿元', ['unit', 'unit']],
    ['twice in one report stands apart', '新增站点3家,新增站点4家', '新增站点5家', ['twice', 'twice']],
    ['a name that is nearly the same stands apart', '新增充电桩3个', '新增公共充电桩5个', ['name', 'name']],
    ['what one unit alone speaks of is in its words already', '新增站点3家', '新增展厅5个', []],
  ])('%s', (_, a, b, reasons) => {
    const { added, apart } = addFigures([
      { partId: 'a', figures: statedFigures(a) },
      { partId: 'b', figures: statedFigures(b) },
    ]);
    expect(added).toEqual([]);
    expect(apart.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('who adds up', () => {
  const parts = (...seeds: ReturnType<typeof partSeed>[]) => compilerOf(stateOf({ parts: seeds }))?.id ?? null;

  it('is the first subordinate lead, and never a court', () => {
    expect(parts(partSeed('x', 'independent'), partSeed('y'), partSeed('z'))).toBe('y');
  });

  it('is the office where every lead may only be asked', () => {
    expect(parts(partSeed('x', 'independent'), partSeed('a', 'subordinate', 'responsible'))).toBeNull();
  });

  it('passes on when the lead is done and the others are not', () => {
    const claimed = say(three, 'lead', claim);
    expect(compilerOf(done(act(claimed, { kind: 'accept', partId: 'lead' }, LATER)))).toBeNull();
  });
});

describe('what a roll-up shows', () => {
  it('has no period before reports are asked for, and none for a unit alone', () => {
    expect(rollUpCycle(three, at('2026-02-02 10:00'))).toBeNull();
    expect(rollUpCycle(three, OPEN_Q1)).toBe('2026Q1');
    expect(rollUpCycle(scheduled(stateOf(), START), OPEN_Q1)).toBeNull();
  });

  it('says who is missing', () => {
    expect(rollUpStatus(rollUpOf(three, '2026Q1'), name)).toBe('2家均未报');
    const one = say(three, 'a', report('新增工作站3家', 60));
    expect(rollUpStatus(rollUpOf(one, '2026Q1'), name)).toBe('2家中1家已报,缺市乙局');
    expect(rollUpStatus(rollUpOf(say(one, 'b', { kind: 'no-change' }), '2026Q1'), name)).toBe('2家均已报');
  });

  it('leaves each unit its own words, and adds what adds', () => {
    const both = say(
      say(three, 'a', report('新增工作站3家,累计15家。', 60)),
      'b',
      report('本季度新增工作站5家,累计9家', 41, { expectedOn: '2027-01-08' }),
    );
    expect(rollUpDraft(rollUpOf(both, '2026Q1'), name, '2026-03-20')).toEqual([
      '2026年第一季度汇总:2家均已报。',
      '市甲局:“新增工作站3家,累计15家。”(进度60%)',
      '市乙局:“本季度新增工作站5家,累计9家”(进度41%)',
      '进度:最低41%,最高60%,平均51%(2家报数单位简单平均,四舍五入)。',
      '数据:新增工作站8家(市甲局3家、市乙局5家)。',
      '请核对:市乙局预计2027年1月8日办结,晚于任务时限12月31日。',
      '请核对:累计工作站各单位数据不一(市甲局15家、市乙局9家),未相加。',
    ]);
  });

  it('shows a claim of completion beside what is open', () => {
    const both = say(say(three, 'a', claim), 'b', report('在建', 60));
    expect(rollUpDraft(rollUpOf(both, '2026Q1'), name, '2026-03-20').at(-1)).toBe(
      '请核对:市甲局报已完成,市乙局报60%。',
    );
  });

  it('does not add the last period again where nothing changed', () => {
    const before = say(say(three, 'a', report('新增工作站3家', 60)), 'b', report('新增工作站5家', 60));
    const again = say(say(before, 'a', { kind: 'no-change' }, LATER), 'b', { kind: 'no-change' }, LATER);
    expect(rollUpOf(before, '2026Q1').figures.added).toHaveLength(1);
    expect(rollUpOf(again, '2026Q1').figures.added).toEqual([]);
  });
});

describe('a confirmed roll-up', () => {
  const one = say(three, 'a', report('新增工作站3家', 60));

  it('files the own report of the unit that adds up, and leaves its progress', () => {
    const state = say(one, 'lead', rollUp(['a']), LATER);
    expect(isFiled(state, 'report', '2026Q1', 'lead')).toBe(true);
    expect(partOf(state, 'lead')).toMatchObject({ progress: null, lastWords: null, rolledUp: { n: 1, from: ['a'] } });
    expect(state.pendingEvents.at(-1)).toMatchObject({
      kind: 'rollUpConfirmed',
      body: {
        partId: 'lead',
        cycle: '2026Q1',
        from: ['a'],
        missing: ['b'],
        words: '汇总稿',
        filed: ['receipt/once', 'report/2026Q1'],
      },
    });
    expect(
      flat(state.slots).filter(
        ({ duty, cycle, partId }) => duty === 'report' && cycle === '2026Q1' && partId === 'lead',
      ),
    ).toEqual([]);
    expect(rollUpOf(state, '2026Q1').own).toBeNull();
  });

  it('leaves what the unit that adds up has reported of itself', () => {
    const own = say(one, 'lead', report('本单位已部署', 30), OPEN_Q1);
    const state = say(own, 'lead', rollUp(['lead', 'a']), LATER);
    expect(partOf(state, 'lead')).toMatchObject({ progress: 30, lastWords: '本单位已部署', lastReportAt: OPEN_Q1 });
    expect(rollUpOf(state, '2026Q1').own?.words).toBe('本单位已部署');
  });

  it('shows who reports after it, and the next one takes its place', () => {
    const first = say(one, 'lead', rollUp(['a']), LATER);
    const late = say(first, 'b', report('新增工作站5家', 40), LAST);
    expect(afterRollUp(rollUpOf(first, '2026Q1'), name)).toBe('');
    expect(afterRollUp(rollUpOf(late, '2026Q1'), name)).toBe('市乙局汇总后补报');
    const second = say(late, 'lead', rollUp(['a', 'b'], { asOf: LAST }), LAST);
    expect(rolledUpOf(second, '2026Q1')).toMatchObject({ n: 2, from: ['a', 'b'] });
    expect(afterRollUp(rollUpOf(second, '2026Q1'), name)).toBe('');
    expect(rollUpOf(second, '2026Q1').figures.added).toMatchObject([{ value: 8 }]);
  });

  it('shows who changed a report that is in it, even between draft and confirmation', () => {
    const changed = say(one, 'a', report('更正:新增工作站4家', 61), at('2026-03-23 10:30'));
    const state = say(changed, 'lead', rollUp(['a']), at('2026-03-23 11:00'));
    expect(afterRollUp(rollUpOf(state, '2026Q1'), name)).toBe('市甲局汇总后有更新');
  });

  it('of an older draft is kept and changes nothing', () => {
    const newer = say(one, 'lead', rollUp(['a'], { asOf: LAST, words: '新稿' }), LAST);
    const state = say(newer, 'lead', rollUp(['a'], { words: '旧稿' }), LAST);
    expect(rolledUpOf(state, '2026Q1')).toMatchObject({ n: 1, words: '新稿' });
    expect(state.pendingEvents.at(-1)).toMatchObject({ kind: 'rollUpOlder', body: { words: '旧稿' } });
  });

  it('is refused to others, without any report, without a period, and without words', () => {
    const refused = (state: SupervisedState, reading: RollUpReading, partId = 'lead') =>
      codeOf(reply(state, reading, LATER, { partId }));
    expect(refused(one, rollUp(['a']), 'a')).toBe('ROLL_UP_NOT_YOURS');
    expect(refused(three, rollUp([]))).toBe('ROLL_UP_NONE_IN');
    expect(refused(one, rollUp(['a'], { cycle: '2025Q4' }))).toBe('ROLL_UP_NO_PERIOD');
    expect(refused(one, rollUp(['a'], { words: ' ' }))).toBe('TEXT_EMPTY');
    expect(codeOf(reply(scheduled(stateOf(), START), rollUp(['p1']), LATER))).toBe('ROLL_UP_ALONE');
  });

  it('is the office’s where the lead may only be asked', () => {
    const asked = scheduled(
      stateOf({ parts: [partSeed('court', 'independent'), partSeed('a', 'subordinate', 'responsible')] }),
      START,
    );
    const state = say(asked, 'a', report('已推进', 20));
    expect(codeOf(reply(state, rollUp(['a']), LATER, { partId: 'court' }))).toBe('ROLL_UP_NOT_YOURS');
    const confirmed = done(act(state, { ...rollUp(['a']), partId: null }, LATER));
    expect(confirmed.rolledUp).toMatchObject({ cycle: '2026Q1', n: 1 });
    expect(isFiled(confirmed, 'report', '2026Q1', 'court')).toBe(false);
    expect(codeOf(act(one, { ...rollUp(['a']), partId: null }, LATER))).toBe('ROLL_UP_NOT_YOURS');
  });

  it('counts once however often it comes', () => {
    const state = done(reply(one, rollUp(['a']), LATER, { partId: 'lead', itemId: 'same' }));
    const again = reply(state, rollUp(['a']), LATER, { partId: 'lead', itemId: 'same' });
    expect(again).toMatchObject({ outcome: 'seen' });
    expect(done(again)).toBe(state);
  });
});
