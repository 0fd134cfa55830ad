import { describe, expect, it } from 'vitest';
import type { BriefEvent } from '../../../domain/reports/types.ts';
import { claim, report } from '../supervision/fixtures.ts';
import { briefWorld, released, sentencesOf, texts } from './brief-world.ts';

const three = () =>
  briefWorld([
    { no: '一', title: '健全工作体系', units: ['市知识产权局'] },
    { no: '八', title: '开展联合执法检查', units: ['市市场监管局', '市公安局'] },
    { no: '九', title: '研究制定知识产权发展战略与规划', units: ['市科技局'] },
  ]);

describe('a first brief', () => {
  it('counts tasks by light and names the phase', () => {
    const brief = three().brief('2026-07-02 10:00');
    expect(texts(brief, 'overall')).toEqual(['3项,临期3。', '目前处于实施推进阶段,自7月1日至2027年12月31日。']);
    expect(sentencesOf(brief, 'overall')[0]?.sources).toHaveLength(3);
  });

  it('tells the net change of a task in one sentence, figures from first to last', () => {
    const world = three();
    world.says('九', '2026-07-03 09:30', { kind: 'receipt' });
    world.says('九', '2026-07-10 10:12', report('已完成30%', 30));
    world.says(
      '九',
      '2026-07-20 10:12',
      report('完成45%,新增保护工作站3家,累计15家', 45, { expectedOn: '2026-12-08' }),
    );
    const brief = world.brief('2026-07-21 10:00');
    const [said] = sentencesOf(brief, 'changes').filter(({ taskId }) => taskId === '九');
    expect(said?.text).toBe(
      '第(九)项“研究制定知识产权发展战略与规划”:市科技局7月20日报送:进度45%,新增保护工作站3家,累计15家,预计12月8日完成。',
    );
    expect(said?.sources).toEqual([
      { entityId: 'task/九', seq: expect.any(Number) },
      { entityId: 'task/九', seq: expect.any(Number) },
    ]);
  });
});

describe('what changed', () => {
  const withFirst = () => {
    const world = three();
    world.says('九', '2026-07-03 09:30', { kind: 'receipt' });
    world.says('九', '2026-07-10 10:12', report('已完成30%', 30));
    const first = world.brief('2026-07-15 10:00');
    return { world, first, previous: released(1, '2026-07-15 10:00', first) };
  };

  it('holds in the second brief only what happened between the two cut-offs', () => {
    const { world, previous } = withFirst();
    world.says('九', '2026-07-20 10:12', report('完成45%', 45));
    const second = world.brief('2026-07-21 10:00', previous);
    expect(texts(second, 'changes')).toEqual([
      '第(九)项“研究制定知识产权发展战略与规划”:市科技局7月20日报送:进度由30%提高到45%。',
    ]);
  });

  it('takes what was recorded after the last draft, however early its own time is', () => {
    const { world, previous } = withFirst();
    // Received before the first cut-off, applied after it.
    world.says('八', '2026-07-14 16:00', report('完成20%', 20));
    expect(texts(world.brief('2026-07-21 10:00', previous), 'changes')).toEqual([
      '第(八)项“开展联合执法检查”:市市场监管局7月14日报送:进度20%。',
    ]);
  });

  it('says in one sentence that nothing changed', () => {
    const { world, previous } = withFirst();
    const second = world.brief('2026-07-16 10:00', previous);
    expect(texts(second, 'changes')).toEqual(['第1期简报以来没有新的变化。']);
    expect(sentencesOf(second, 'changes')[0]?.sources).toEqual([{ briefNo: 1, sentenceId: 'overall/counts' }]);
  });

  it('says of a claim that was returned only that it was returned, with the reason', () => {
    const { world, previous } = withFirst();
    world.says('九', '2026-07-20 10:12', claim);
    world.office('九', '2026-07-22 09:00', { kind: 'return', partId: 'p1', reason: '缺少印发文件' });
    expect(texts(world.brief('2026-07-23 10:00', previous), 'changes')).toEqual([
      '第(九)项“研究制定知识产权发展战略与规划”:市科技局7月22日办结申请退回补充(缺少印发文件)。',
    ]);
  });

  it('says of an accepted task that it is done, and counts it by itself', () => {
    const { world, previous } = withFirst();
    world.says('九', '2026-07-20 10:12', claim);
    world.office('九', '2026-07-22 09:00', { kind: 'accept', partId: null });
    const second = world.brief('2026-07-23 10:00', previous);
    expect(texts(second, 'changes')).toEqual(['第(九)项“研究制定知识产权发展战略与规划”7月22日验收办结。']);
    expect(second.counts).toMatchObject({ total: 3, done: 1 });
    expect(texts(second, 'overall')[1]).toContain('已办结由0项变为1项');
  });

  it('puts receipts, and reports without change, into one sentence each', () => {
    const { world, previous } = withFirst();
    world.says('八', '2026-07-20 10:12', { kind: 'receipt' }, 'p2');
    world.says('八', '2026-07-20 10:20', { kind: 'no-change' });
    world.says('九', '2026-07-20 11:12', { kind: 'no-change' });
    expect(texts(world.brief('2026-07-21 10:00', previous), 'changes')).toEqual([
      '任务签收:新签收1份,累计3份,尚有1份未签收。',
      '第(八)项市市场监管局、第(九)项市科技局报送较上次无变化。',
    ]);
  });

  it('quotes words that say nothing in figures', () => {
    const { world, previous } = withFirst();
    world.says('八', '2026-07-20 10:20', report('正在有序推进'));
    expect(texts(world.brief('2026-07-21 10:00', previous), 'changes')).toEqual([
      '第(八)项“开展联合执法检查”:市市场监管局7月20日报送:“正在有序推进”,未报进度数据。',
    ]);
  });

  it('says that an issue is no longer reported', () => {
    const world = three();
    world.says('九', '2026-07-10 10:12', report('完成30%', 30, { blocker: '经费未到位' }));
    const previous = released(1, '2026-07-15 10:00', world.brief('2026-07-15 10:00'));
    world.says('九', '2026-07-20 10:12', report('完成45%', 45));
    const second = world.brief('2026-07-21 10:00', previous);
    expect(texts(second, 'changes')[0]).toContain('市科技局原报问题本期未再列报');
    const [followed] = sentencesOf(second, 'previous').filter(({ id }) => id.includes('decide/issue'));
    expect(followed).toMatchObject({
      said: '市科技局7月10日报第(九)项“研究制定知识产权发展战略与规划”存在问题:“经费未到位”。',
      text: '7月20日报送未再列报该问题。',
    });
  });
});

describe('what is late', () => {
  const late = () => {
    const world = three();
    for (const [no, part] of [
      ['一', 'p1'],
      ['八', 'p1'],
      ['九', 'p1'],
    ] as const)
      world.says(no, '2026-07-03 09:30', { kind: 'receipt' }, part);
    return world;
  };

  it('says whose, since when and what was tried, and stands on the nudge', () => {
    const world = late();
    world.office('八', '2026-07-09 09:30', { kind: 'nudge', partId: 'p2', earliestNext: '2026-07-14T00:00:00.000Z' });
    const reminders = [
      { entityId: 'task/八', partId: 'p2', duty: 'receipt', cycle: 'once', at: '2026-07-08T01:15:00.000Z' } as const,
    ];
    const brief = world.brief('2026-07-10 10:00', null, { reminders });
    expect(texts(brief, 'late')).toEqual([
      '第(八)项“开展联合执法检查”:市公安局签收时限7月6日,已逾期4个工作日,已提示1次、催办1次(最近7月9日),尚未签收。',
    ]);
    const nudged = world.events.find(({ kind }) => kind === 'nudged');
    expect(sentencesOf(brief, 'late')[0]?.sources).toContainEqual({ entityId: 'task/八', seq: nudged?.seq });
  });

  it('marks in the next brief what still isn’t done, and sets it beside what was said', () => {
    const world = late();
    const previous = released(1, '2026-07-10 10:00', world.brief('2026-07-10 10:00'));
    const second = world.brief('2026-07-13 10:00', previous);
    expect(texts(second, 'late')[0]).toMatch(/已逾期5个工作日,仍未签收。$/);
    expect(sentencesOf(second, 'previous').filter(({ id }) => id.startsWith('previous/late'))).toMatchObject([
      { said: texts(world.brief('2026-07-10 10:00'), 'late')[0], text: '仍未签收,见本期逾期滞后。' },
    ]);
  });

  it('says in the next brief when it was done', () => {
    const world = late();
    const previous = released(1, '2026-07-10 10:00', world.brief('2026-07-10 10:00'));
    world.says('八', '2026-07-13 09:30', { kind: 'receipt' }, 'p2');
    const second = world.brief('2026-07-14 10:00', previous);
    // Yellow until one report on pace (policy "Lights").
    expect(texts(second, 'late')).toEqual([
      '第(八)项“开展联合执法检查”:市公安局曾逾期,补报后待一次达到序时的报送,仍未达到序时进度。',
    ]);
    expect(texts(second, 'previous')).toContain('已于7月13日逾期后签收。');
  });

  it('names an answer that its author hasn’t confirmed, and stands on it', () => {
    const unconfirmed = [{ entityId: 'task/八', partId: 'p2', inboxId: 'inbox-1', at: '2026-07-10T01:00:00.000Z' }];
    const brief = late().brief('2026-07-10 10:00', null, { unconfirmed });
    expect(texts(brief, 'late')[0]).toContain('7月10日已有答复,待本人核对');
    expect(sentencesOf(brief, 'late')[0]?.sources).toContainEqual({ inboxId: 'inbox-1' });
  });
});

describe('what needs a decision', () => {
  it('names who asks for coordination, with the words, and still does in the next brief', () => {
    const world = three();
    world.says('九', '2026-07-10 10:12', { kind: 'coordination', words: '请协调市财政局落实经费。' });
    const first = world.brief('2026-07-15 10:00');
    expect(texts(first, 'decide')).toEqual([
      '市科技局7月10日就第(九)项“研究制定知识产权发展战略与规划”提请协调:“请协调市财政局落实经费”。',
    ]);
    const second = world.brief('2026-07-17 10:00', released(1, '2026-07-15 10:00', first));
    expect(texts(second, 'decide')[0]).toMatch(/,已5个工作日,仍未解决。$/);
    expect(texts(second, 'previous')).toContain('仍未解决,见本期请研究。');
  });

  it('puts a claim of the office’s own host unit before the leading group at once, others after a week', () => {
    const world = three();
    world.says('一', '2026-07-13 10:12', claim);
    world.says('九', '2026-07-13 10:12', claim);
    expect(texts(world.brief('2026-07-15 10:00'), 'decide')).toEqual([
      '市知识产权局7月13日就第(一)项“健全工作体系”申请办结,系办公室所在单位承办,尚未验收,请领导小组审定。',
    ]);
    expect(texts(world.brief('2026-07-22 10:00'), 'decide')[1]).toBe(
      '市科技局7月13日就第(九)项“研究制定知识产权发展战略与规划”申请办结,已7个工作日,尚未验收。',
    );
  });

  it('names a disputed responsibility until the office has settled it', () => {
    const world = three();
    world.says('八', '2026-07-10 10:12', { kind: 'dispute', reason: '应由市城管局牵头' });
    const matter = {
      key: 'dispute/task/八/p1',
      kind: 'dispute',
      entityId: 'task/八',
      partId: 'p1',
      unitId: '市市场监管局',
      words: '应由市城管局牵头',
    };
    const first = world.brief('2026-07-15 10:00', null, { matters: [{ ...matter, open: true }] });
    expect(texts(first, 'decide')).toEqual([
      '市市场监管局7月10日对第(八)项“开展联合执法检查”提出职责异议:“应由市城管局牵头”,待核定。',
    ]);
    const second = world.brief('2026-07-17 10:00', released(1, '2026-07-15 10:00', first), {
      matters: [{ ...matter, open: false }],
    });
    expect(texts(second, 'decide')).toEqual([]);
    expect(texts(second, 'previous')).toContain('已于本期核定。');
  });

  it('says how a disputed responsibility was decided, and who has it now', () => {
    const world = three();
    world.says('八', '2026-07-10 10:12', { kind: 'dispute', reason: '应由市城管局牵头' });
    const matter = {
      key: 'dispute/task/八/p1',
      kind: 'dispute',
      entityId: 'task/八',
      partId: 'p1',
      unitId: '市市场监管局',
      words: '应由市城管局牵头',
    };
    const first = world.brief('2026-07-15 10:00', null, { matters: [{ ...matter, open: true }] });
    world.office('八', '2026-07-16 10:00', {
      kind: 'decide-dispute',
      partId: 'p1',
      unit: '市市场监管局',
      uphold: true,
      to: { unitId: '市城管局', relation: 'subordinate', unit: '市城管局' },
      reason: '三定方案已作调整',
    });
    const second = world.brief('2026-07-17 10:00', released(1, '2026-07-15 10:00', first), {
      matters: [{ ...matter, open: false }],
    });
    expect(texts(second, 'previous')).toContain('已于7月16日核定,异议成立。');
    expect(texts(second, 'changes')).toContain('第(八)项“开展联合执法检查”7月16日由市市场监管局改由市城管局承办。');
  });

  it('names a task without a unit', () => {
    const world = briefWorld([{ no: '五', title: '加强宣传', units: [] }]);
    expect(texts(world.brief('2026-07-15 10:00'), 'decide')).toEqual(['第(五)项“加强宣传”未列承办单位,请予明确。']);
  });
});

describe('what comes next', () => {
  it('names what falls due until the next brief, and looks back on it in the next one', () => {
    const world = three();
    const first = world.brief('2026-07-02 10:00');
    expect(texts(first, 'next').slice(0, 1)).toEqual([
      '7月6日前,市知识产权局等4个单位签收第(一)项、第(八)项、第(九)项。',
    ]);
    world.says('一', '2026-07-03 09:30', { kind: 'receipt' });
    world.says('八', '2026-07-03 09:30', { kind: 'receipt' });
    world.says('九', '2026-07-06 09:30', { kind: 'receipt' });
    const second = world.brief('2026-07-08 10:00', released(1, '2026-07-02 10:00', first));
    expect(texts(second, 'previous')[0]).toBe('4份中已签收3份;市公安局第(八)项仍未签收。');
  });

  it('says that nothing falls due', () => {
    const world = briefWorld([]);
    expect(texts(world.brief('2026-07-15 10:00'), 'next')).toEqual(['至8月5日下期简报前,没有到期事项。']);
  });
});

describe('what leaders said', () => {
  it('stands beside what the office made of it', () => {
    const world = three();
    const previous = released(1, '2026-07-02 10:00', world.brief('2026-07-02 10:00'));
    const directive = { key: 'directive/1', briefNo: 1, person: '罗某', words: '请市科技局加快进度。', open: true };
    const second = world.brief('2026-07-08 10:00', previous, { directives: [directive] });
    expect(sentencesOf(second, 'previous').at(-1)).toMatchObject({
      said: '罗某批示:“请市科技局加快进度。”',
      text: '办公室正在办理。',
    });
  });

  it('is followed up once where it was given on an older brief than the last', () => {
    const world = three();
    const directive = { key: 'directive/1', briefNo: 1, person: '罗某', words: '请市科技局加快进度。', open: true };
    const given: BriefEvent = {
      entityId: 'desk/p',
      seq: 1,
      kind: 'directiveGiven',
      at: '2026-07-09T02:00:00.000Z',
      actor: { id: 'leader', name: '罗某' },
      body: { key: directive.key },
    };
    const withIt = { directives: [directive], events: [...world.events, given] };
    const second = released(2, '2026-07-08 10:00', world.brief('2026-07-08 10:00'));
    const thirdBrief = world.brief('2026-07-15 10:00', second, withIt);
    expect(sentencesOf(thirdBrief, 'previous').at(-1)).toMatchObject({ said: '罗某批示:“请市科技局加快进度。”' });
    const fourth = world.brief('2026-07-22 10:00', released(3, '2026-07-15 10:00', thirdBrief), withIt);
    expect(sentencesOf(fourth, 'previous').filter(({ id }) => id === 'previous/directive/1')).toEqual([]);
  });
});
