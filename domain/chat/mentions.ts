import { normalise } from './understand/clauses.ts';

export interface MentionedTask {
  no: string | null;
  title: string;
}

export interface Mention<T extends MentionedTask> {
  /** As written: 第(九)项, or the title. */
  named: string;
  /** Tasks that it may mean; of several plans, or none where no plan has that number. */
  tasks: T[];
  /** The words from this mention to the next. */
  words: string;
}

const NUMBERED = /第\(?([\d一二三四五六七八九十]{1,4}(?:\.\d{1,3})?)\)?项/g;
/** (九) alone counts at the beginning of a sentence only: lists inside a text are numbered so too. */
const BARE = /(?<=^|[\n。;])\(([\d一二三四五六七八九十]{1,4})\)/g;
const TITLE_MIN = 4;

/** Tasks that a text names by number or by whole title, in its order, each with its share of the words. */
export function mentionsIn<T extends MentionedTask>(text: string, tasks: T[]): Mention<T>[] {
  const plain = normalise(text);
  const found = [
    ...byNumber(plain, NUMBERED, tasks),
    ...byNumber(plain, BARE, tasks).filter(({ tasks: named }) => named.length > 0),
    ...byTitle(plain, tasks),
  ].sort((a, b) => a.at - b.at || b.named.length - a.named.length);
  const kept = found.filter(
    (mention, index) =>
      !found
        .slice(0, index)
        .some((earlier) => mention.at < earlier.at + earlier.named.length || sameTask(earlier, mention)),
  );
  return kept.map(({ at, named, tasks: meant }, index) => ({
    named,
    tasks: meant,
    words: plain.slice(at, kept[index + 1]?.at),
  }));
}

interface Found<T> {
  at: number;
  named: string;
  tasks: T[];
}

const sameTask = <T>(a: Found<T>, b: Found<T>): boolean =>
  a.tasks.length === 1 && b.tasks.length === 1 && a.tasks[0] === b.tasks[0];

function byNumber<T extends MentionedTask>(plain: string, pattern: RegExp, tasks: T[]): Found<T>[] {
  return [...plain.matchAll(pattern)].map((match) => {
    const number = numberOf(match[1] ?? '');
    return {
      at: match.index,
      named: match[0],
      tasks: tasks.filter(({ no }) => no !== null && number !== null && numberOf(no) === number),
    };
  });
}

function byTitle<T extends MentionedTask>(plain: string, tasks: T[]): Found<T>[] {
  return tasks.flatMap((task) => {
    const title = normalise(task.title);
    const at = title.length >= TITLE_MIN ? plain.indexOf(title) : -1;
    return at < 0 ? [] : [{ at, named: title, tasks: tasks.filter((other) => normalise(other.title) === title) }];
  });
}

const DIGITS = '零一二三四五六七八九';

/** (九), 第9项, 9 → 9; 第二十三项 → 23; a sub-item's 3.1 → 3.1; null for what is no such number. */
export function numberOf(no: string): string | null {
  const text = no.normalize('NFKC').replace(/[第项()、\s]|\.$/g, '');
  const [, whole = text, piece = ''] = /^(.+?)(\.\d{1,3})$/.exec(text) ?? [];
  const value = valueOf(whole);
  return value === null ? null : `${value}${piece}`;
}

function valueOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : null;
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
