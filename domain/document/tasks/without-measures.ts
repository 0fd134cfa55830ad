import type { Span } from '../types.ts';
import type { DraftTask } from './draft-task.ts';

/** 工作措施, 检查内容, 方式方法: how tasks are done, where the tasks themselves stand under another heading. */
const HOW =
  /^(?:工作|主要|具体|保障|保证|推进|检查|整治|督查|活动|实施|监管|方式|方法|几[项点条]|若干|[一二三四五六七八九十]项|[和及与、])*(?:措施|举措|方法|方式|内容|要点|依据|标准|程序|流程|做法)$/;
/** Fewer owned tasks beside them say nothing. */
const LEAST_OWNED = 2;
const MOSTLY = 0.8;

const isOwned = ({ owners }: DraftTask): boolean => owners.length > 0;

/**
 * Without what only says how: beside tasks whose owners are printed those under such a heading that name none
 * (工作措施 behind 主要任务), and beside tasks under another heading such a heading that was taken for a task itself.
 */
export function withoutMeasures(tasks: readonly DraftTask[], simplified: string): readonly DraftTask[] {
  const says = (span: Span | null): boolean => span !== null && HOW.test(simplified.slice(span.start, span.end));
  const measures = new Set(tasks.filter((task) => !isOwned(task) && (says(task.section) || says(task.title))));
  if (measures.size === 0) return tasks;
  const others = tasks.filter((task) => !measures.has(task));
  const owned = others.filter(isOwned).length;
  const allOwned = owned >= LEAST_OWNED && owned >= others.length * MOSTLY;
  const grouped = others.filter(({ section }) => section !== null).length >= LEAST_OWNED;
  return tasks.filter((task) => !measures.has(task) || !(allOwned || (grouped && says(task.title))));
}
