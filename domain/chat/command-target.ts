import { fold } from './fold.ts';
import { numberOf } from './mentions.ts';

interface NamedTask {
  no: string | null;
  title: string;
}

interface NamedUnit {
  name: string;
  short: string;
  aliases: string[];
}

export interface CommandTarget<T, U> {
  /** 第(九)项 as written; null: no task was named. */
  named: string | null;
  /** Tasks that it may mean; none where nothing has that number. */
  tasks: T[];
  /** The units that a name may mean; null: none was named. */
  unit: { named: string; units: U[] } | null;
  /** Number and unit in full, nothing guessed. */
  exact: boolean;
  /** Words that named neither: a reason, or something not understood. */
  left: string;
}

const DIGIT = '\\d一二三四五六七八九十';
const NUMBERS = [
  new RegExp(`^第\\s*\\(?\\s*([${DIGIT}]{1,4}(?:\\.\\d{1,3})?)\\s*\\)?\\s*[项条号]?`),
  new RegExp(`^\\(\\s*([${DIGIT}]{1,4})\\s*\\)\\s*项?`),
  // 3.1 is a sub-item's number; 3.5% and 3.5 家 are none.
  /^#?\s*(\d{1,4}\.\d{1,3})(?=\s*[项号]|\s|$)\s*[项号]?/,
  /^#?\s*(\d{1,4})(?![\d.%])\s*[项号]?/,
  // A numeral in characters may begin a name (十里镇), so it has to end somewhere.
  new RegExp(`^([一二三四五六七八九十]{1,4})(?:\\s*项|(?=[\\s,、:]|$))`),
];
const BETWEEN = /^[\s,、:;。.]*(?:(?:向|给|对)(?=.{2}))?\s*/;

/** Reads 第九项 市公安局 and the like, in either order, with or without spaces; what is left are other words. */
export function readTarget<T extends NamedTask, U extends NamedUnit>(
  words: string,
  tasks: T[],
  units: U[],
): CommandTarget<T, U> {
  const target: CommandTarget<T, U> = { named: null, tasks: [], unit: null, exact: true, left: words };
  const skip = (length: number): void => {
    target.left = target.left.slice(length);
    target.left = target.left.slice(BETWEEN.exec(fold(target.left))?.[0].length ?? 0);
  };
  const takeNumber = (): boolean => {
    const number = target.named === null ? leadingNumber(target.left) : null;
    if (!number) return false;
    target.named = target.left.slice(0, number.length).trim();
    target.tasks = tasks.filter(({ no }) => no !== null && numberOf(no) === number.value);
    skip(number.length);
    return true;
  };
  const takeUnit = (): boolean => {
    const unit = target.unit === null ? leadingUnit(target.left, units) : null;
    if (!unit) return false;
    target.unit = unit;
    skip(unit.named.length);
    return true;
  };
  skip(0);
  while (takeNumber() || takeUnit());
  const title = pieceOf(target.left);
  const titled = target.named === null ? tasks.filter((task) => title !== '' && task.title.includes(title)) : [];
  if (titled.length > 0) {
    target.named = title;
    target.tasks = titled;
    target.exact = titled.every((task) => task.title === title);
    skip(title.length);
    takeUnit();
  }
  const name = pieceOf(target.left);
  const like = units.filter((unit) => name !== '' && namesOf(unit).some((known) => known.includes(name)));
  if (target.unit === null && like.length > 0) {
    target.unit = { named: name, units: like };
    target.exact = false;
    skip(name.length);
  }
  target.left = target.left.trim();
  return target;
}

/** The first word, where it is long enough to name something. */
function pieceOf(words: string): string {
  const [piece = ''] = words.split(/[\s,、:,。]/, 1);
  return piece.length >= 2 ? piece : '';
}

function leadingNumber(words: string): { value: string; length: number } | null {
  const folded = fold(words);
  for (const pattern of NUMBERS) {
    const match = pattern.exec(folded);
    const value = match ? numberOf(match[1] ?? '') : null;
    if (match && value !== null) return { value, length: match[0].length };
  }
  return null;
}

const namesOf = ({ name, short, aliases }: NamedUnit): string[] => [name, short, ...aliases];

/** The longest name that the words begin with; two units of one name are both meant. */
function leadingUnit<U extends NamedUnit>(words: string, units: U[]): { named: string; units: U[] } | null {
  const folded = fold(words);
  const named = units
    .flatMap(namesOf)
    .filter((name) => name.length >= 2 && folded.startsWith(fold(name)))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  if (named === '') return null;
  return { named: words.slice(0, named.length), units: units.filter((unit) => namesOf(unit).includes(named)) };
}

/** A plan by a piece of its title, its place or its id, at the beginning of the words. null: none is named there. */
export function readPlan<P extends { id: string; title: string }>(
  words: string,
  plans: P[],
): { plans: P[]; left: string } | null {
  const text = words.trim();
  const [, quoted] = /^《([^》]+)》/.exec(text) ?? [];
  const piece = quoted ?? text.split(/[\s,、:,。]/, 1).join('');
  if (piece.length < 2) return null;
  const same = plans.filter(({ id, title }) => id === piece || title === piece);
  const meant = same.length > 0 ? same : plans.filter(({ title }) => title.includes(piece));
  if (meant.length === 0) return null;
  return { plans: meant, left: text.slice(piece.length + (quoted === undefined ? 0 : 2)).trim() };
}
