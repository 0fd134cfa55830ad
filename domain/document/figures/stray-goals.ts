import { linesOf } from '../clean/edit-text.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import { NO_HORIZON } from './horizon.ts';
import { targetsInText } from './targets-in-text.ts';

/** A line that is nothing but the heading of the goals. */
const GOAL_LINE =
  /^(?:第?[\d一二三四五六七八九十]{1,3}[章节条]?[.、)]?|\([\d一二三四五六七八九十]{1,3}\))?\s*(?:工作|总体|主要|具体|建设|创建|发展|预期|整治|奋斗|年度|行动|活动|整治)?(?:目标(?:任务|要求|指标)?|任务指标|任务目标|目标和任务|目标与任务)\s*[:。]?$/;
/** What a goal or the sentence before a list of them ends with. */
const SAID = /[。;:,!]\s*$/;
const MOST_LINES = 40;

/**
 * Goals that no section holds, because the outline took their lines for something else: the lines after a heading of
 * goals, up to the next line that is a heading itself.
 */
export function strayGoals(source: FigureText): FoundTarget[] {
  const found: FoundTarget[] = [];
  let left = 0;
  let horizon = NO_HORIZON;
  for (const line of linesOf(source.folded)) {
    const words = source.folded.slice(line.start, line.end);
    if (GOAL_LINE.test(words.trim())) {
      left = MOST_LINES;
      horizon = NO_HORIZON;
      continue;
    }
    if (left === 0 || words.trim() === '') continue;
    const read = targetsInText(source, line, { horizon, goals: true, general: true, strict: false });
    if (read.targets.length === 0 && !SAID.test(words)) left = 0;
    else {
      left -= 1;
      ({ horizon } = read);
      found.push(...read.targets);
    }
  }
  return found;
}
