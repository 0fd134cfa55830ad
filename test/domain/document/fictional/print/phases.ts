import type { World } from '../facts/world.ts';
import type { Random } from '../random.ts';
import type { Part } from './body.ts';
import { printWindow } from './dates.ts';
import type { Marks } from './marks.ts';
import { stepLines, stepsAhead } from './phase-steps.ts';

/** 自2025年3月起至6月止 where a plain range is printed, else as it is. */
const openWindow = (window: string): string => window.replace(/^([^至到]+)[至到]([^至到]+)$/, '自$1起至$2止');

const ORDINALS = [...'一二三四五六'];

function phaseLine(world: World, marks: Marks, index: number, window: string): string[] {
  const phase = world.facts.phases[index];
  if (phase === undefined) return [];
  const { name, duties = [] } = phase;
  const stepped = world.layout.phases === 'section' ? stepLines(world.steps, phase, { index, window, marks }) : null;
  if (stepped) return stepped;
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
    case 'joined-stage':
      return [`${ordinal}${name}(${window})。${words}`];
    case 'stage-time':
      return [`${ordinal}:${name},时间为${window}。${words}`];
    case 'label-line':
      return [`${marks.item(index)}${name}`, `起止时间:${window}`, words];
    case 'dashes':
      return [`——${name}(${window})。${words}`];
    case 'time-bracket-first':
      return [`${marks.item(index)}(${window})${name}`, words];
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
  const form = random.between(0, 4);
  const sameYear = facts.phases.every(({ start, end }) =>
    [start, end].every((date) => date === null || date.startsWith(`${year}-`)),
  );
  const bare = sameYear && random.chance(0.4) ? String(year) : null;
  const windows = facts.phases.map((phase) => printWindow(phase, layout.range, form, bare));
  const heading = random.pick([
    '实施步骤',
    '工作步骤',
    '时间安排',
    '方法步骤',
    '进度安排',
    '阶段划分',
    '推进步骤',
    '工作进程',
  ]);
  if (layout.phases === 'one-sentence') {
    const named = facts.phases.map(({ name }, index) => `${windows[index]}为${name}`);
    return {
      heading,
      lines: [`工作分${ORDINALS[facts.phases.length - 1]}个阶段进行:${named.join(random.pick([',', ';']))}。`],
    };
  }
  if (layout.phases === 'brackets-in-sentence') {
    const named = facts.phases.map(({ name }, index) => `${name}(${windows[index]})`);
    return { heading, lines: [`工作分为${named.join('、')}${ORDINALS[facts.phases.length - 1]}个阶段。`] };
  }
  if (layout.phases === 'timetable') {
    const rows = facts.phases.map(({ name }, index) => [String(index + 1), name, windows[index]].join('\t'));
    return { heading, lines: [['序号', '工作项目', '起止时间'].join('\t'), ...rows] };
  }
  if (layout.phases === 'table') {
    const rows = facts.phases.map(({ name, duties = [] }, index) =>
      [name, windows[index], duties.map((duty) => `${duty}。`).join('')].join('\t'),
    );
    return { heading, lines: [['阶段', '时间', '主要工作'].join('\t'), ...rows] };
  }
  const ahead = layout.phases === 'section' ? stepsAhead(world.steps, facts.phases) : [];
  const lines = facts.phases.flatMap((_, index) => phaseLine(world, marks, index, windows[index] ?? ''));
  return { heading, lines: [...ahead, ...lines] };
}
