import { chineseNumber } from '../figures/chinese-number.ts';
import { numberMark } from '../outline/number-mark.ts';
import type { DraftPhase } from '../phases/draft-phase.ts';

const STAGE = /第 ?([一二三四五六七八1-8]) ?个? ?(?:阶 ?段|步|环 ?节)/;
const LONGEST_HEAD = 40;

interface Counted {
  value: number;
  printed: string;
}

/** How a phase is counted on its line: 第二阶段 or (二). */
function countOf(simplified: string, { name, dates }: DraftPhase): Counted | null {
  const begin = Math.min(name.start, dates?.start ?? name.start);
  const line = simplified.lastIndexOf('\n', begin - 1) + 1;
  const head = simplified.slice(Math.max(line, begin - LONGEST_HEAD), name.end);
  const stage = [...head.matchAll(new RegExp(STAGE, 'g'))].at(-1);
  if (stage?.[1] !== undefined) return { value: chineseNumber(stage[1]) ?? Number(stage[1]), printed: stage[0] };
  const mark = line < begin ? numberMark(simplified.slice(line, name.end).trimStart()) : null;
  return mark && { value: mark.value, printed: mark.printed };
}

/** The first phase whose printed number doesn't follow that of the one before, or isn't 1; null where some have none. */
export function brokenCount(
  simplified: string,
  found: readonly DraftPhase[],
): { index: number; printed: string } | null {
  const counts = found.map((phase) => countOf(simplified, phase));
  if (counts.includes(null)) return null;
  // Phases in one sentence stand behind one number.
  if (new Set(counts.map((count) => count?.value)).size < 2) return null;
  const index = counts.findIndex((count, at) => count?.value !== at + 1);
  return index < 0 ? null : { index, printed: counts[index]?.printed ?? '' };
}
