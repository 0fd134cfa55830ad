import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { numberMark, type NumberMark } from '../outline/number-mark.ts';
import { labelledOwners } from '../units/owner-list.ts';
import { isUnitName } from '../units/unit-name.ts';
import type { DraftTask } from './draft-task.ts';
import { dutiesBelow } from './duties-below.ts';
import { statedDue } from './task-due.ts';

const UNIT_FIRST = /^([^:。;]{3,60}?)(?:的?(?:主要|工作)?(?:职责|任务|责任))? ?:(?=\S{6})/;
const UNIT_OF_DIVISION = /^([^:。;]{3,60}?)(?:的?(?:主要|工作)?(?:职责|任务|责任))? ?:(?=\S{4})/;
/** Below 职责分工 alone: (一)市X局。负责…, 市X局负责…. */
const UNIT_IN_SENTENCE =
  /^([^:。;,]{3,40}?)(?:[。,] ?(?=(?:牵头|具体|主要)?负责\S{4})|(?=(?:(?:牵头|具体|主要)?负责|要(?![求点素])|应当?(?![急用对]))\S{4}))/;
/** …各单位的任务明确如下: says the same of the lines below it. */
const DIVIDED_BELOW = /(?:任务|职责|分工|责任)[^。;:]{0,8}如下 ?[:。]?$/;
const DIVISION = /^.{0,4}(?:(?:部门|单位|职责|责任|任务|工作)(?:职责|分工|责任|任务)|分工)(?:分解)?:?$/;
/** Fewer such lines are something else: a list of contacts, members of a group. */
const LEAST = 3;
const LONGEST_TITLE = 70;
const LONGEST_HEADING = 12;

/**
 * `市X局:做好…。`: a division of duties, unit by unit, or 市X局: above a list of its duties. Each line is a task named by
 * its first sentence. Empty where there are less than three. `year`: meant by dates without one.
 */
export function unitLines(simplified: string, year: number | null): DraftTask[] {
  let divided = false;
  const tasks = linesOf(simplified).flatMap((line): DraftTask[] => {
    const whole = trimmed(simplified, line);
    const said = simplified.slice(whole.start, whole.end);
    const mark = numberMark(said);
    const from = mark?.length ?? 0;
    const words = said.slice(from);
    // 职责分工 is above until the next heading without a full stop.
    if (words.length <= LONGEST_HEADING && !/[。;]/.test(words)) divided = DIVISION.test(words);
    else if (DIVIDED_BELOW.test(words)) divided = true;
    const [head, names] =
      (divided ? (UNIT_OF_DIVISION.exec(words) ?? UNIT_IN_SENTENCE.exec(words)) : UNIT_FIRST.exec(words)) ?? [];
    if (head === undefined || names === undefined) return [];
    const owners = labelledOwners(names, 'responsible');
    if (owners.length === 0 || !owners.every(({ start, end }) => isOrgan(names.slice(start, end)))) return [];
    const at = whole.start + from;
    const body = { start: at + head.length, end: whole.end };
    return [
      {
        ...numbered(whole, mark),
        title: firstSentence(simplified, body),
        whole,
        owners: owners.map(({ role, start, end }) => ({ role, start: start + at, end: end + at })),
        due: statedDue(simplified, body, year),
      },
    ];
  });
  const below = dutiesBelow(simplified).flatMap(({ owners, heading, duties }) =>
    duties.map(({ whole, mark }): DraftTask => {
      const body = { start: whole.start + (mark?.length ?? 0), end: whole.end };
      return {
        ...numbered(whole, mark),
        section: heading,
        title: firstSentence(simplified, body),
        whole,
        owners: [...owners],
        due: statedDue(simplified, body, year),
      };
    }),
  );
  const all = below.length > tasks.length ? below : tasks;
  return all.length >= LEAST ? all : [];
}

/** What is the same of all such tasks. */
const numbered = (
  { start }: Span,
  mark: NumberMark | null,
): Pick<DraftTask, 'no' | 'noAt' | 'section' | 'unlabelled' | 'obligation'> => ({
  no: mark?.printed.replace(/[、.．,:\s]+$/, '') ?? null,
  noAt: mark ? { start, end: start + mark.printed.length } : null,
  section: null,
  unlabelled: false,
  obligation: null,
});

/** 责任单位 and 联系人 begin lines like these and name nobody. */
const isOrgan = (name: string): boolean => isUnitName(name) && !/(?:单位|部门|机构|组织|成员|牵头人)$/.test(name);

function firstSentence(simplified: string, { start, end }: Span): Span {
  const said = simplified.slice(start, end);
  const stop = said.search(/[。;]/);
  const clause = stop > LONGEST_TITLE ? said.slice(0, stop).search(/[,]/) : stop;
  return trimmed(simplified, { start, end: clause > 3 ? start + clause : stop > 0 ? start + stop : end });
}
