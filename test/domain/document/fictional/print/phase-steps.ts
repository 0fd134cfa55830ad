import type { Random } from '../random.ts';
import type { Facts } from '../types.ts';
import type { Marks } from './marks.ts';
import { printDate } from './dates.ts';

/** Further ways in which the phases of a section are printed; `as-chosen`: the layout's own. */
export type Steps = 'as-chosen' | 'announced' | 'double-stage' | 'step-comma' | 'spaced' | 'labelled-time';

const STEPS: readonly Steps[] = [
  'as-chosen',
  'as-chosen',
  'announced',
  'double-stage',
  'step-comma',
  'spaced',
  'labelled-time',
];
const ORDINALS = [...'一二三四五六'];

/** Drawn behind everything else, so that what was printed before stays as it was. */
export const chooseSteps = ({ pick }: Random): Steps => pick(STEPS);

/** The lines of one phase; null: as the layout has it. */
export function stepLines(
  steps: Steps,
  { name, duties = [] }: Facts['phases'][number],
  { index, window, marks }: { index: number; window: string; marks: Marks },
): string[] | null {
  const words = duties.map((duty) => `${duty}。`).join('');
  const stage = `第${ORDINALS[index]}阶段`;
  switch (steps) {
    case 'double-stage':
      return [`${marks.item(index)}${stage}(${window}):${name}。${words}`];
    case 'step-comma':
      return [`第${ORDINALS[index]}步,${window},为${name}。${words}`];
    case 'spaced':
      return [`${stage} ${name} ${window}`, words];
    case 'labelled-time':
      return [`${marks.item(index)}${name}(时间:${window})`, words];
    default:
      return null;
  }
}

/** `工作从…开始,到…结束,分三个阶段推进:` where both ends are known. */
export function stepsAhead(steps: Steps, phases: Facts['phases']): string[] {
  const start = phases[0]?.start ?? null;
  const end = phases.at(-1)?.end ?? null;
  if (steps !== 'announced' || start === null || end === null) return [];
  return [`工作从${printDate(start)}开始,到${printDate(end)}结束,分${ORDINALS[phases.length - 1]}个阶段推进:`];
}
