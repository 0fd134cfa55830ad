import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestMessage } from '../../../domain/chat/digest-message.ts';
import type { PromptLineView } from '../../../domain/chat/message.ts';
import { plainText } from '../../../domain/chat/plain-text.ts';
import { UNIT_RELATIONS } from '../../../domain/plan/types.ts';
import { DUTY_KINDS } from '../../../domain/supervision/types.ts';

const CONTEXT = { office: '市试点办', now: '2026-11-20T02:12:00.000Z', zone: 'Asia/Shanghai' };

const LINE: PromptLineView = {
  entityId: 'task/1',
  partId: 'p1',
  planTitle: '某市知识产权试点城市工作方案',
  no: '(九)',
  title: '研究制定知识产权发展战略与规划',
  section: '三、主要任务',
  unit: '市科技局',
  relation: 'subordinate',
  role: 'lead',
  assumedLead: true,
  duty: 'receipt',
  cycle: 'once',
  rung: 'issue',
  dueOn: '2026-11-25',
  dueAt: '2026-11-25T09:30:00.000Z',
  provisional: false,
  progress: null,
  lastWords: null,
  lastReportOn: null,
  cadence: 'quarterly',
  taskDueOn: '2028-06-30',
  workingDaysToDue: 3,
  escalateBy: null,
};
const line = (changes: Partial<PromptLineView> = {}): PromptLineView => ({ ...LINE, ...changes });
const report = (changes: Partial<PromptLineView> = {}): PromptLineView =>
  line({
    duty: 'report',
    cycle: '2026Q4',
    rung: 'd3',
    dueOn: '2026-12-25',
    dueAt: '2026-12-25T09:30:00.000Z',
    ...changes,
  });

const said = (lines: PromptLineView[]): string => {
  const message = digestMessage(lines, CONTEXT);
  return [plainText({ ...message, signature: '' }), message.buttons.map(({ label }) => `〔${label}〕`).join('')].join(
    '\n',
  );
};

describe('a digest in the words of the policy', () => {
  it('asks for receipt', () => {
    expect(said([line()])).toBe(
      '【任务签收】市科技局:\n《工作方案》第(九)项"研究制定知识产权发展战略与规划",你单位为牵头单位(按首位责任单位认定,待办公室确认)。\n办结时限2028年6月30日,进展按季报送。\n请于11月25日(星期三)17:30前签收。原文:三(九)。\n〔签收〕〔职责有异议〕〔更换联络员〕',
    );
  });

  it('asks others for their support', () => {
    const text = said([line({ unit: '市中级人民法院', relation: 'independent', role: 'responsible' })]);
    expect(text).toContain('商请贵院支持下列事项,请于11月25日(星期三)17:30前确认联络员。');
    expect(text).toMatch(/〔收悉〕〔需沟通〕〔更换联络员〕$/);
    expect(text).not.toContain('你单位');
  });

  it.each([
    ['中国人民银行某市分行', '贵行'],
    ['某海关', '贵关'],
    ['某职业技术学院', '贵校'],
    ['市人民检察院', '贵院'],
    ['某烟草公司', '贵单位'],
  ])('calls %s %s', (unit, you) => {
    expect(said([line({ unit, relation: 'institution' })])).toContain(`商请${you}支持`);
  });

  it('asks for progress', () => {
    expect(
      said([
        report({
          progress: 40,
          lastReportOn: '2026-09-25',
          lastFigures: [{ name: '保护工作站', value: 12, unit: '家' }],
        }),
        report({ partId: 'p2', no: '(二)', lastWords: '已报送审稿' }),
      ]),
    ).toBe(
      '【进展报送】市科技局2026年第四季度,共2项,请于12月25日(星期五)17:30前报送。\n1.第(九)项 上次登记40%,保护工作站12家(9月25日)\n2.第(二)项 上次登记"已报送审稿"\n请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。\n〔逐项填报〕〔较上次无变化〕〔申请办结〕〔提请协调〕',
    );
  });

  it('tells what is due soon', () => {
    expect(
      said([
        line({ duty: 'completion', rung: 'd3', no: '(三)', title: '年度推进计划' }),
        line({
          duty: 'completion',
          rung: 'd7',
          partId: 'p2',
          title: '送审稿',
          dueOn: '2026-11-30',
          workingDaysToDue: 6,
        }),
      ]),
    ).toBe(
      '【临期提示】你单位2项任务临近时限:\n1.第(三)项年度推进计划 11月25日(剩3个工作日)\n2.第(九)项送审稿 11月30日(剩6个工作日)\n已完成的请报送佐证;确需延期的,应于到期3个工作日前提出。\n〔逐项填报〕〔申请办结〕〔申请延期〕',
    );
  });

  it('tells what is overdue, and what comes next', () => {
    expect(
      said([
        report({
          no: '(八)',
          rung: 'o3',
          dueOn: '2026-11-18',
          dueAt: '2026-11-18T09:30:00.000Z',
          workingDaysToDue: -3,
          escalateBy: '2026-11-25T04:00:00.000Z',
        }),
      ]),
    ).toBe(
      '【逾期提示】第(八)项进展报送时限为11月18日17:30,已逾期3个工作日,尚未收到办理情况。\n请报送进展或说明原因。11月25日(星期三)12:00前仍未报送的,经办公室核定,向你单位分管负责同志提示。\n〔立即填报〕〔说明原因〕〔提请协调〕',
    );
  });

  it('never threatens others with their superiors', () => {
    const text = said([
      report({
        unit: '市海关',
        relation: 'independent',
        rung: 'o1',
        dueOn: '2026-11-18',
        dueAt: '2026-11-18T09:30:00.000Z',
        workingDaysToDue: -2,
        escalateBy: '2026-11-25T04:00:00.000Z',
      }),
    ]);
    expect(text).toContain('商请贵关函告进展');
    expect(text).not.toContain('分管负责同志');
  });

  it('nudges in the same register', () => {
    expect(said([report({ rung: 'nudge-1', workingDaysToDue: 3 })])).toMatch(
      /^【催办】第\(九\)项进展报送时限为12月25日17:30,剩3个工作日,尚未收到办理情况。/,
    );
  });

  it('puts several kinds into one message, most urgent first, one button a purpose', () => {
    const text = said([
      line({ partId: 'a' }),
      line({ partId: 'b', no: '(十)' }),
      report({ partId: 'c', rung: 'o1', dueOn: '2026-11-19', workingDaysToDue: -1 }),
    ]);
    expect(text.indexOf('【逾期提示】')).toBe(0);
    expect(text).toContain('\n【任务签收】市科技局:\n下列2项任务');
    expect(text).toContain('〔全部签收〕〔逐项签收〕');
  });

  it('says so where the calendar is not published', () => {
    expect(said([report({ provisional: true })])).toContain('工作日为暂定');
  });

  it('refuses to say nothing', () => {
    expect(() => digestMessage([], CONTEXT)).toThrow(RangeError);
  });
});

const anyLine: fc.Arbitrary<PromptLineView> = fc.record({
  entityId: fc.uuid(),
  partId: fc.uuid(),
  planTitle: fc.constantFrom('甲工作方案', '乙实施意见'),
  no: fc.constantFrom('(九)', '第10项', '5', null),
  title: fc.string({ minLength: 1, maxLength: 120, unit: fc.constantFrom(...'研究制定知识产权战略') }),
  section: fc.constantFrom('三、主要任务', '任务', null, undefined),
  unit: fc.constantFrom('市科技局', '市财政局'),
  relation: fc.constantFrom(...UNIT_RELATIONS),
  role: fc.constantFrom('lead' as const, 'responsible' as const),
  assumedLead: fc.boolean(),
  duty: fc.constantFrom(...DUTY_KINDS),
  cycle: fc.constantFrom('once', '2026Q4', '2026-12', 'inspection'),
  rung: fc.constantFrom('issue', 'd7', 'd3', 'd1', 'd0', 'o1', 'o3', 'o5', 'w1', 'nudge-1'),
  dueOn: fc.constantFrom('2026-11-18', '2026-11-20', '2027-01-05'),
  dueAt: fc.constantFrom('2026-11-18T09:30:00.000Z', '2027-01-05T09:30:00.000Z'),
  provisional: fc.boolean(),
  progress: fc.option(fc.nat(100)),
  lastWords: fc.option(fc.constant('已报送审稿')),
  lastReportOn: fc.constantFrom('2026-09-25', null),
  cadence: fc.constantFrom('monthly' as const, 'quarterly' as const),
  taskDueOn: fc.constantFrom('2028-06-30', null),
  workingDaysToDue: fc.integer({ min: -40, max: 40 }),
  escalateBy: fc.constantFrom('2026-11-25T04:00:00.000Z', null),
});

describe('any digest', () => {
  it('keeps the register and the limits of every channel', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 50 }), (lines) => {
        const message = digestMessage(lines, CONTEXT);
        const text = plainText(message);
        expect(text).not.toMatch(/[!!]|@|温馨提示|undefined|null|NaN/);
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(message.lines.every((row) => row.trim() !== '')).toBe(true);
        expect(message.buttons.length).toBeGreaterThan(0);
        expect(message.buttons.length).toBeLessThanOrEqual(8);
        for (const { label } of message.buttons) expect(label.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 300 },
    );
  });
});
