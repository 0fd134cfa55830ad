import type { Outline, Section } from './outline-types.ts';
import type { FoundTitle } from './head/find-title.ts';
import type { Reading } from './types.ts';
import type { DraftTask } from './tasks/draft-task.ts';
import { isGenreHeading } from './outline/section-role.ts';
import { findTableHead } from './tasks/table-head.ts';

type NotAPlan = Extract<Reading, { kind: 'not-a-plan' }>;

/** Fewer Chinese characters hold no plan. */
const LEAST_TEXT = 20;

/** How many Chinese characters a text holds, counted as far as it matters. */
function chineseUpTo(text: string, most: number): number {
  let count = 0;
  for (const found = /[\u4e00-\u9fff]/g; count < most && found.test(text);) count++;
  return count;
}

const refused = (code: string, reason: string): NotAPlan => ({ kind: 'not-a-plan', code, reason });

const STRONG_TITLE = /方案|计划|规划|纲要|意见|要点|任务书|分解表|分工表|责任表|行动/;

const hasRole = ({ role, children }: Section): boolean =>
  role === 'tasks' || role === 'phases' || role === 'safeguards' || children.some(hasRole);

const ATTACHED =
  /(?:^|\n) *附件? ?\d{0,2} ?[:.、] ?\d?[.、]? ?[^\n]{2,60}(?:表|清单|方案|计划|安排|分工|分解|台账|要点|措施)/;
const REFERS = /(?:详?见|如|对照|按照)附件/;
const HANDS_OUT =
  /现[将予]?[^。]{0,80}(?:印发|下发|转发|分解下达|分解|发给)|将[^。]{2,40}(?:任务)(?:进行)?(?:分解|分工)/;
/** A notice that hands out a plan is shorter than the plan. */
const LONGEST_NOTICE = 2_500;

/** A covering notice whose plan stands in a file of its own: its demands are no tasks. */
function isCoverOnly(simplified: string, title: FoundTitle | null, { sections, tables }: Outline): boolean {
  if (title?.from === 'own-line' && title.notice !== null) return false;
  if (simplified.length > LONGEST_NOTICE || tables.length > 0) return false;
  const within = ({ role, heading, children }: Section): boolean =>
    children.length > 0 ||
    (role !== 'other' && role !== 'safeguards' && isGenreHeading(simplified.slice(heading.start, heading.end)));
  const points = ATTACHED.test(simplified) || REFERS.test(simplified) || title?.from === 'notice';
  return points && HANDS_OUT.test(simplified) && !sections.some(within);
}

/** Why a text is no plan, or null. A report about a plan is one, with a question. */
export function notAPlan(
  simplified: string,
  title: FoundTitle | null,
  parts: Outline,
  tasks: readonly DraftTask[],
): NotAPlan | null {
  const { sections, tables } = parts;
  const characters = chineseUpTo(simplified, LEAST_TEXT);
  if (characters === 0) return refused('no-text', '文件中没有读到中文文字;如为扫描件,请先识别成文字再导入。');
  if (characters < LEAST_TEXT) return refused('too-short', '文字太少,不是工作方案;请导入方案全文。');
  const named =
    title !== null &&
    title.from !== 'first-line' &&
    STRONG_TITLE.test(simplified.slice(title.title.start, title.title.end));
  const owned = tasks.some(({ owners }) => owners.length > 0);
  if (!owned && isCoverOnly(simplified, title, parts))
    return refused(
      'attachment-missing',
      '这是印发通知,任务在所附的方案或分解表中,正文没有列出;请导入附件,或连同附件一起导入。',
    );
  // A task sheet whose columns of units are still empty.
  const sheet = tables.some(({ rows }) => (findTableHead(simplified, rows)?.owners.length ?? 0) > 0);
  if (!named && !owned && !sheet && !sections.some(hasRole))
    return refused('no-plan', '没有读到方案的标题、任务或责任单位,看来不是工作方案;请导入方案、计划或任务分解表。');
  if (tasks.length === 0)
    return refused('no-tasks', '没有读到可以落实的任务,请确认文件是否为工作方案、工作计划或任务分解表的全文。');
  return null;
}
