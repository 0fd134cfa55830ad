import type { DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';
import { FIELD_LINE } from '../units/owner-words.ts';
import { isUnitName } from '../units/unit-name.ts';

/** A place within a task that reads as another one. */
export interface HiddenTask {
  task: number;
  at: Span;
  reason: 'next-number' | 'same-form';
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 1 to 99 as headings write it. */
const inChinese = (value: number): string => {
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[value % 10]}`;
};
const valueOf = (said: string): number => {
  const [tens, ones] = said.includes('十') ? said.split('十') : ['', said];
  const digit = (sign = ''): number => Math.max(0, DIGITS.indexOf(sign));
  return said.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 + digit(ones) : digit(ones);
};

/** The number after this one in the same style: (二) → (三), 4. → 5.; null where it is not so plain. */
function nextOf(no: string): string | null {
  const found = /^([^\d一二三四五六七八九十]*)(\d{1,2}|[一二三四五六七八九十]{1,3})([^\d一二三四五六七八九十]*)$/.exec(
    no.trim(),
  );
  const [, before = '', said = '', after = ''] = found ?? [];
  if (!found || `${before}${after}` === '') return null;
  return `${before}${/\d/.test(said) ? Number(said) + 1 : inChinese(valueOf(said) + 1)}${after}`;
}

const HEAD = 4;
/** How long a line may be that is nothing but a title. */
const SHORT = 24;
const RUN_IN = /^[^,。;:\d]{4,20}[。:]\s*[\u4e00-\u9fff]/;
const TITLE_ALONE = /^[^,。;:!\d]{4,24}$/;
/** A line that speaks of tasks by their numbers: 第(八)项为重点任务, 以上任务由…. */
const POINTING = /^(?:第 ?[(\d一二三四五六七八九十]|以上|上述|其中)/;
/** Enough of a list that its form means something. */
const FEWEST = 4;

/** Titles that were not seen: the number that would come next inside a task's text, or a line in its siblings' form. */
export function hiddenTasks(simplified: string, tasks: readonly DraftTask[]): HiddenTask[] {
  const owned = tasks.filter(({ owners }) => owners.length > 0).length;
  const forms = tasks.map((task) => formOf(simplified, task));
  const usual = (['run-in', 'alone'] as const).find(
    (form) => forms.filter((one) => one === form).length >= Math.max(FEWEST, tasks.length * 0.7),
  );
  const lines = tasks.map((task) => linesOf(simplified, task).filter((line) => isLike(simplified, line, usual)));
  const withMore = lines.filter((own) => own.length > 0).length;
  // Where many tasks hold such lines they are parts of their tasks.
  const like = usual !== undefined && owned > 0 && withMore <= Math.max(1, tasks.length * 0.2);
  return tasks.flatMap((task, index): HiddenTask[] => {
    const next = task.no === null ? null : nextOf(task.no);
    const numbered = next === null ? -1 : simplified.slice(task.title.end, task.whole.end).indexOf(next);
    if (next !== null && numbered >= 0 && isMark(simplified, task.title.end + numbered, next)) {
      const start = task.title.end + numbered;
      return [{ task: index, at: { start, end: restOf(simplified, start, task.whole.end) }, reason: 'next-number' }];
    }
    const [line] = like ? (lines[index] ?? []) : [];
    return line ? [{ task: index, at: line, reason: 'same-form' }] : [];
  });
}

/** A number stands alone before words; behind 第, 按 or 见 it points somewhere. */
function isMark(text: string, at: number, next: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + next.length, at + next.length + HEAD);
  return !/[第按见款项条和及与至到\d.]$/.test(before) && /^\s*[\u4e00-\u9fff“"]{2}/.test(after);
}

/** To the end of the sentence or line that begins there. */
function restOf(text: string, start: number, end: number): number {
  const rest = /[。\n]/.exec(text.slice(start + HEAD, Math.min(end, start + 120)));
  return rest ? start + HEAD + rest.index : Math.min(end, start + 40);
}

function formOf(text: string, { title, whole }: DraftTask): 'run-in' | 'alone' | null {
  const after = text.slice(title.end, Math.min(whole.end, title.end + 8));
  if (/^[。:]\s*[^\s]/.test(after)) return 'run-in';
  return /^\s*\n/.test(after) && title.end - title.start <= SHORT ? 'alone' : null;
}

function isLike(text: string, { start, end }: Span, form: 'run-in' | 'alone' | undefined): boolean {
  const line = text.slice(start, end);
  if (FIELD_LINE.test(line) || POINTING.test(line) || form === undefined) return false;
  return form === 'run-in' ? RUN_IN.test(line) : TITLE_ALONE.test(line) && !isUnitName(line) && !/\t/.test(line);
}

/** The lines of a task's text behind the one with its title. */
function linesOf(text: string, { title, whole }: DraftTask): Span[] {
  const found: Span[] = [];
  let from = text.indexOf('\n', title.end);
  while (from >= 0 && from < whole.end) {
    const next = text.indexOf('\n', from + 1);
    const end = next < 0 || next > whole.end ? whole.end : next;
    const blank = /^\s*/.exec(text.slice(from, Math.min(end, from + 12)))?.[0].length ?? 0;
    if (end - from - blank >= HEAD) found.push({ start: from + blank, end });
    from = end < whole.end ? end : -1;
  }
  return found;
}
