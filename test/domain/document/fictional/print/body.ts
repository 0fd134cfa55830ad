import { GROUPS } from '../facts/units.ts';
import type { World } from '../facts/world.ts';
import type { Random } from '../random.ts';
import { printWindow } from './dates.ts';
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
  heading: pick(['指导思想', '总体要求']),
  lines: [pick(AIM_SENTENCES)],
});

export const goals = (random: Random, { facts, layout }: World): Part => ({
  heading: random.pick(['工作目标', '主要目标', '目标任务']),
  lines: printGoals(random, facts.targets ?? [], layout),
});

function taskLines(random: Random, world: World, marks: Marks, index: number): string[] {
  const { layout, facts } = world;
  const task = facts.tasks[index];
  if (task === undefined) return [];
  const text = random.some(TASK_SENTENCES, random.between(1, 3));
  const target = layout.targets === 'in-tasks' ? facts.targets?.[index] : undefined;
  if (target) text.push(`${target.by === null ? '' : `到${target.by}年底,`}${printTarget(random, target)}。`);
  const { tail, lines } = printUnits(task, layout, index === 0);
  const { mark } = marks.task(index, world.taskSection);
  const own = text.join('') + tail;
  return layout.heading === 'run-in'
    ? [`${mark}${task.title}。${own}`, ...lines]
    : [`${mark}${task.title}`, own, ...lines];
}

/** The tasks as one section, or as a section with groups. */
export function tasks(random: Random, world: World, marks: Marks): Part {
  const { facts, groupTitles, layout } = world;
  const heading = world.taskHeading;
  const closing = [
    ...clauseOf(world),
    ...(layout.units === 'first-leads' ? ['以上任务中,排在第一位的责任单位为牵头单位。'] : []),
  ];
  if (layout.units === 'table') return { heading, lines: [...printTaskTable(random, facts.tasks, layout), ...closing] };
  const all = facts.tasks.map((_, index) => taskLines(random, world, marks, index));
  if (groupTitles.length === 0) return { heading, lines: [...all.flat(), ...closing] };
  const lines = groupTitles.flatMap((title, group) => [
    `${marks.group(group)}${title}`,
    ...all.filter((_, index) => facts.tasks[index]?.section === title).flat(),
  ]);
  return { heading, lines: [...lines, ...closing] };
}

/** 自2025年3月起至6月止 where a plain range is printed, else as it is. */
const openWindow = (window: string): string => window.replace(/^([^至到]+)[至到]([^至到]+)$/, '自$1起至$2止');

const ORDINALS = [...'一二三四五六'];

function phaseLine(world: World, marks: Marks, index: number, window: string): string[] {
  const phase = world.facts.phases[index];
  if (phase === undefined) return [];
  const { name, duties } = phase;
  const words = duties.map((duty) => `${duty}。`).join('');
  const ordinal = `第${ORDINALS[index]}阶段`;
  switch (world.layout.phases) {
    case 'ordinal':
      return [`${ordinal}:${name}(${window})。${words}`];
    case 'ordinal-after':
      return [`${ordinal}(${window}):${name}。${words}`];
    case 'is-phase':
      return [`${marks.item(index)}${window}为${name}。${words}`];
    case 'time-first':
      return [`${marks.item(index)}${window}:${name}。${words}`];
    case 'from-to':
      return [`${marks.item(index)}${name}。${openWindow(window)}。${words}`];
    case 'time-line':
      return [`${marks.item(index)}${name}`, `时间:${window}`, `主要工作:${words}`];
    case 'heading-ordinal':
      return [`${marks.item(index)}${ordinal}:${name}(${window})`, words];
    case 'colon':
      return [`${marks.item(index)}${name}:${window}。${words}`];
    default:
      return world.layout.heading === 'run-in'
        ? [`${marks.item(index)}${name}(${window})。${words}`]
        : [`${marks.item(index)}${name}(${window})`, words];
  }
}

export function phases(random: Random, world: World, marks: Marks): Part | null {
  const { facts, layout, year } = world;
  if (facts.phases.length === 0) return null;
  const form = random.between(0, 2);
  const sameYear = facts.phases.every(({ start, end }) =>
    [start, end].every((date) => date === null || date.startsWith(`${year}-`)),
  );
  const bare = sameYear && random.chance(0.4) ? String(year) : null;
  const windows = facts.phases.map((phase) => printWindow(phase, layout.range, form, bare));
  const heading = random.pick(['实施步骤', '工作步骤', '时间安排', '方法步骤']);
  if (layout.phases === 'table') {
    const rows = facts.phases.map(({ name, duties }, index) =>
      [name, windows[index], duties.map((duty) => `${duty}。`).join('')].join('\t'),
    );
    return { heading, lines: [['阶段', '时间', '主要工作'].join('\t'), ...rows] };
  }
  return { heading, lines: facts.phases.flatMap((_, index) => phaseLine(world, marks, index, windows[index] ?? '')) };
}

export function safeguards(world: World, marks: Marks): Part {
  const { bodies = [] } = world.facts;
  const [group, office] = bodies;
  const leading = group ? `成立${group.name},${group.duties[0]}。` : '各级各部门要把此项工作摆上重要位置。';
  const seat = office ? `领导小组下设办公室,办公室设在${world.officeHost},负责${office.duties[0]}。` : '';
  const first = `加强组织领导。${leading}${seat}`;
  const rest = world.safeguards.map(([title, text]) => `${title}。${text}`);
  return { heading: '保障措施', lines: [first, ...rest].map((line, index) => `${marks.item(index)}${line}`) };
}
