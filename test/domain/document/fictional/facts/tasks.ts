import type { Layout } from '../layout.ts';
import type { Random } from '../random.ts';
import type { Facts } from '../types.ts';
import type { Place } from './places.ts';
import type { Subject } from './subjects.ts';
import { GROUPS, unitsOf } from './units.ts';
import { month } from './years.ts';

const GENERAL =
  '加强专业人才队伍建设 完善监测统计制度 健全日常巡查机制 强化部门协作联动 推进信息平台应用 畅通群众投诉举报渠道 加大财政资金保障力度 培育先进典型'.split(
    ' ',
  );
const TITLES_OF_GROUPS = ['夯实工作基础', '突出重点领域', '提升服务水平', '健全长效机制', '强化要素支撑'];
const ONLY_RESPONSIBLE: readonly Layout['units'][] = [
  'line-of-responsible',
  'bracket-responsible',
  'by-duty',
  'all-in-charge',
  'and-others',
];
const ONE_LEAD: readonly Layout['units'][] = ['first-leads', 'bare-first-leads'];

export type Task = Facts['tasks'][number];

/** How many tasks and how many units each may have: some plans are small, some have 20 tasks and 150 units. */
const SIZES = [
  { tasks: [4, 6], units: 4 },
  { tasks: [7, 12], units: 6 },
  { tasks: [7, 12], units: 9 },
  { tasks: [16, 20], units: 12 },
] as const;

function unitsFor(
  random: Random,
  { units }: Layout,
  most: number,
  known: string[],
  groups: readonly string[],
): Pick<Task, 'leadUnits' | 'responsibleUnits'> {
  const { between, chance, pick, some } = random;
  const leads = ONLY_RESPONSIBLE.includes(units) ? 0 : !ONE_LEAD.includes(units) && chance(0.2) ? 2 : 1;
  const chosen = some(known, leads + between(ONLY_RESPONSIBLE.includes(units) ? 2 : 1, most));
  const responsibleUnits = chosen.slice(leads);
  if (chance(0.3) && !['sentence', 'and-others'].includes(units)) responsibleUnits.push(pick(groups));
  return { leadUnits: chosen.slice(0, leads), responsibleUnits };
}

export function makeTasks(
  random: Random,
  layout: Layout,
  subject: Subject,
  place: Place,
  year: number,
  lastYear: number,
) {
  const { between, chance, pick, some } = random;
  const size = pick(SIZES);
  const count = between(size.tasks[0], size.tasks[1]);
  const titles = some(count > 10 ? [...subject.titles, ...GENERAL] : subject.titles, count);
  const known = unitsOf(place.level, place.name, year, chance(0.2));
  const groups = GROUPS[place.level];
  const tasks = titles.map((title, index): Task => {
    const other = subject.titles.find((candidate) => !titles.includes(candidate));
    const dated = layout.due === 'all' || (layout.due === 'some' && chance(0.4));
    const due = !dated || chance(0.2) ? null : month(between(year, lastYear), between(3, 12));
    const longer = index === 0 && other !== undefined && chance(0.4) ? `${title},${other}` : title;
    return {
      title: longer,
      ...unitsFor(random, layout, size.units, known, groups),
      otherUnits: [],
      obligation: null,
      due: due !== null && due.endsWith('-06') && chance(0.3) ? `${due}-30` : due,
    };
  });
  const groupTitles = ['groups', 'chapters'].includes(layout.grouping)
    ? some(TITLES_OF_GROUPS, tasks.length > 8 ? 3 : 2)
    : [];
  return { tasks, groupTitles };
}
