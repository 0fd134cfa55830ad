import { printObligation } from '../facts/duties.ts';
import { GROUPS } from '../facts/units.ts';
import type { World } from '../facts/world.ts';
import type { Random } from '../random.ts';
import type { Marks } from './marks.ts';
import { AIM_SENTENCES, TASK_SENTENCES } from './sentences.ts';
import { printGoals, printTarget } from './targets.ts';
import { printTaskTable, printUnits } from './units.ts';

/** A section's heading without its number, and its paragraphs. */
export interface Part {
  heading: string;
  lines: string[];
}

const clauseOf = ({ layout, place }: World): string[] => {
  if (layout.clause === 'none') return [];
  if (layout.clause === 'all-units') return ['各有关单位要按照职责分工,认真抓好上述任务落实。'];
  return [`以上任务均需${GROUPS[place.level][0]}落实,不再一一列出。`];
};

export const aims = ({ pick }: Random): Part => ({
  heading: pick(['指导思想', '总体要求', '工作思路', '总体思路']),
  lines: [pick(AIM_SENTENCES)],
});

export const goals = (random: Random, { facts, layout }: World): Part => ({
  heading: random.pick(['工作目标', '主要目标', '目标任务', '总体目标', '预期目标']),
  lines: printGoals(random, facts.targets ?? [], layout),
});

/** What follows a task's text stands after its last point. */
function around(text: string, points: string[], tail: string, lines: string[]): string[] {
  const all = [text, ...points];
  return [...all.slice(0, -1), `${all.at(-1) ?? ''}${tail}`, ...lines];
}

const SIGNS = [...'①②③④'];

/** Points of a task in the marks below its own: they are its text, not tasks. */
function pointsOf(
  { some, chance }: Random,
  { points, grouping, numbering }: World['layout'],
  marks: Marks,
): { lines: string[]; within: string } {
  if (points === 'none' || chance(0.4)) return { lines: [], within: '' };
  const chosen = some(TASK_SENTENCES, 3);
  if (points === 'within')
    return { lines: [], within: chosen.map((sentence, at) => `${SIGNS[at]}${sentence}`).join('') };
  const deep =
    grouping === 'groups' || grouping === 'chapters' || numbering !== 'chinese' || marks.task(0, 0).no === '1';
  return { lines: chosen.map((sentence, at) => `${deep ? `${SIGNS[at]}` : `${at + 1}.`}${sentence}`), within: '' };
}

function taskLines(random: Random, world: World, marks: Marks, index: number): string[] {
  const { layout, facts } = world;
  const task = facts.tasks[index];
  if (task === undefined) return [];
  const text = random.some(TASK_SENTENCES, random.between(1, 3));
  const target = layout.targets === 'in-tasks' ? facts.targets?.[index] : undefined;
  if (target) text.push(`${target.by === null ? '' : `到${target.by}年底,`}${printTarget(random, target)}。`);
  const { tail, lines } = printUnits(task, layout, index === 0);
  const points = pointsOf(random, layout, marks);
  if (points.within) text.push(points.within);
  const { mark } = marks.task(index, world.taskSection);
  const title = `${task.title}${printObligation(task, layout)}`;
  return layout.heading === 'run-in'
    ? around(`${mark}${title}。${text.join('')}`, points.lines, tail, lines)
    : [`${mark}${title}`, ...around(text.join(''), points.lines, tail, lines)];
}

const withClosing = (parts: Part[], closing: string[]): Part[] =>
  parts.map((part, at) => (at === parts.length - 1 ? { ...part, lines: [...part.lines, ...closing] } : part));

/** The tasks as one section, as a section with groups, as a section a group, or each as a section of its own. */
export function tasks(random: Random, world: World, marks: Marks): Part[] {
  const { facts, groupTitles, layout } = world;
  const heading = world.taskHeading;
  const closing = [
    ...clauseOf(world),
    ...(layout.units === 'first-leads' ? ['以上任务中,排在第一位的责任单位为牵头单位。'] : []),
  ];
  if (layout.units === 'table')
    return [{ heading, lines: [...printTaskTable(random, facts.tasks, layout), ...closing] }];
  const all = facts.tasks.map((_, index) => taskLines(random, world, marks, index));
  const groups = groupTitles.map((title) => ({
    title,
    lines: all.filter((_, index) => facts.tasks[index]?.section === title).flat(),
  }));
  if (layout.grouping === 'top')
    return withClosing(
      all.map(([first = '', ...lines], index) => ({
        heading: first.slice(marks.task(index, world.taskSection).mark.length),
        lines,
      })),
      closing,
    );
  if (layout.grouping === 'chapters')
    return withClosing(
      groups.map(({ title, lines }) => ({ heading: title, lines })),
      closing,
    );
  if (groups.length === 0) return [{ heading, lines: [...all.flat(), ...closing] }];
  const lines = groups.flatMap((group, at) => [`${marks.group(at)}${group.title}`, ...group.lines]);
  return [{ heading, lines: [...lines, ...closing] }];
}

export function safeguards(world: World, marks: Marks): Part {
  const { bodies = [] } = world.facts;
  const [group, office] = bodies;
  const leading = group ? `成立${group.name},${group.duties[0]}。` : '各级各部门要把此项工作摆上重要位置。';
  const seat = office ? `领导小组下设办公室,办公室设在${world.officeHost},负责${office.duties[0]}。` : '';
  const first = `加强组织领导。${leading}${seat}`;
  const rest = world.safeguards.map(([title, text]) => `${title}。${text}`);
  return { heading: world.measureHeading, lines: [first, ...rest].map((line, index) => `${marks.item(index)}${line}`) };
}
