import fc from 'fast-check';
import { planProblems } from '../../../../domain/plan/checks.ts';
import type { PlanFacts, PlanPhase, PlanTask } from '../../../../domain/plan/types.ts';
import { canonicalUnits } from '../../../../domain/plan/units.ts';
import { plan, target, task } from '../fixtures.ts';

const UNITS = ['甲局', '乙局', '丙委', '丁县', '各县区', '戊办'];
const WORDS = ['建设', '公共', '服务', '平台', '培育', '企业', '完善', '监督', '机制', '开展', '宣传', '培训'];

const title = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
const members: fc.Arbitrary<string[]> = fc.constantFrom([], ['丁县'], ['丁县', '甲局']);
const names = fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 4 });
const date = fc.constantFrom('2026', '2026-11', '2026-11-20', '2027-03', '2027-06-30');

const anyTask: fc.Arbitrary<PlanTask> = fc.record({
  no: fc.option(fc.constantFrom('(一)', '(二)', '(三)', '4', '5')),
  section: fc.option(fc.constantFrom('重点任务', '保障措施')),
  title,
  leadUnits: names,
  responsibleUnits: names,
  otherUnits: fc.constant([]),
  obligation: fc.constantFrom(null, 'mandatory' as const, 'optional' as const),
  due: fc.option(date),
  key: fc.boolean(),
});

/** Tasks that say the same thrice are refused at import, so they are drawn once. */
const anyTasks = fc.uniqueArray(anyTask, {
  minLength: 1,
  maxLength: 7,
  selector: ({ section, no, title: words }) => JSON.stringify([section, no, words]),
});

const phase = (kind: 'deployment' | 'implementation' | 'inspection', name: string, start: string, end: string) => ({
  kind,
  name,
  start,
  end,
  duties: ['印发通知'],
});

const anyPhases: fc.Arbitrary<PlanPhase[]> = fc.constantFrom<PlanPhase[][]>(
  [],
  [phase('deployment', '部署', '2026-10', '2026-11'), phase('inspection', '迎检', '2027-05', '2027-06')],
  [phase('deployment', '动员部署', '2026-11', '2026-12'), phase('implementation', '实施', '2027-01', '2027-03')],
);

/** Valid facts of a small plan. */
export const anyFacts: fc.Arbitrary<PlanFacts> = fc
  .record({
    title: fc.constantFrom('方案', '方案(修订)'),
    docNumber: fc.option(fc.constantFrom('示政发〔2026〕1号', '示政发〔2027〕3号')),
    period: fc.constantFrom({ start: null, end: null }, { start: '2026-10', end: '2027-06' }),
    phases: anyPhases,
    tasks: anyTasks,
    targets: fc.array(
      fc.record({
        name: fc.constantFrom('保护工作站', '专利授权量', '企业数量'),
        value: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 4 },
    ),
    order: fc.shuffledSubarray(UNITS, { minLength: UNITS.length }),
    extra: fc.boolean(),
    members,
  })
  .map(({ targets, order, extra, members: inGroup, ...rest }) => {
    const used = new Set(rest.tasks.flatMap((one) => [...one.leadUnits, ...one.responsibleUnits]));
    const units = order
      .filter((name) => used.has(name) || extra)
      .map((name) => ({
        name,
        short: name,
        aliases: [],
        kind: name.startsWith('各') ? ('group' as const) : ('department' as const),
        relation: 'subordinate' as const,
        members: name.startsWith('各') ? inGroup : [],
      }));
    const contacts = units.slice(0, 1).map(({ name }) => ({ name: '甲某', unit: name, rank: 'liaison' as const }));
    return canonicalUnits(
      plan({ ...rest, units, contacts, targets: targets.map(({ name, value }) => target(name, { value })) }),
    );
  })
  .filter((facts) => planProblems(facts).length === 0);

export const tasksOf = (...titles: string[]): PlanTask[] => titles.map((one, at) => task(one, { no: String(at + 1) }));
