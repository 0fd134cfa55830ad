import type { OpenTask, ReplyItem, ReplyQuestion } from './understand/types.ts';

/** The one question about one task, from its own target or what is on record; a catalogue words it. */
export type AskedBack =
  | { kind: 'figure'; name: string; unit: string; last: number | null; target: number | null }
  | { kind: 'percent'; last: number | null }
  | { kind: 'total-below'; name: string; unit: string; said: number; last: number }
  | { kind: 'percent-below'; said: number; last: number }
  | { kind: 'percent-above'; said: number }
  | { kind: 'done-below'; said: number }
  | { kind: 'contradicts' }
  | { kind: 'which-kind'; value: number; unit: string; last: number | null }
  | { kind: 'which-figure'; value: number; unit: string }
  | { kind: 'which-date'; words: string | null };

/** Anything that could be registered. */
export const hasContent = (item: ReplyItem): boolean =>
  item.noChange ||
  item.request !== null ||
  item.percent !== null ||
  item.figures.length > 0 ||
  item.date !== null ||
  item.blocker !== null ||
  item.status === 'done' ||
  item.status === 'not-started' ||
  item.status === 'blocked';

/** What is to be asked about one item of a reading. null: nothing. `question` is the reading's own. */
export function askedBack(
  item: ReplyItem,
  task: OpenTask,
  { question, alone, text }: { question: ReplyQuestion | null; alone: boolean; text: string },
): AskedBack | null {
  const contradiction = question === 'conflict' ? contradictionIn(item, task) : null;
  if (contradiction) return contradiction;
  const figure = question === 'which-value' ? unclearFigure(item, task) : null;
  if (figure) return figure;
  if (question === 'which-date' && item.date === null && (alone || item.from.date !== undefined)) {
    const span = item.from.date;
    return { kind: 'which-date', words: span ? text.slice(span.start, span.end) : null };
  }
  // 已召开动员会 tells of something, though of no figure: it is put on a card.
  if (!hasContent(item) && (question !== null || (alone && item.status === null))) return ownQuestion(task);
  if (!alone || question === null || question === 'vague') return null;
  return question === 'conflict' ? { kind: 'contradicts' } : ownQuestion(task);
}

/** From the task's own target, else from a figure on record, else its percentage. */
export function ownQuestion({ targets, last }: OpenTask): AskedBack {
  const [target] = targets;
  const known = target
    ? last?.figures.find(({ name, unit }) => name === target.name && unit === target.unit)
    : last?.figures[0];
  const asked = target ?? known;
  if (!asked) return { kind: 'percent', last: last?.percent ?? null };
  return {
    kind: 'figure',
    name: asked.name,
    unit: asked.unit,
    last: known?.value ?? null,
    target: target?.value ?? null,
  };
}

/** What contradicts what, as far as it can be told. */
export function contradictionIn(item: ReplyItem, { last }: OpenTask): AskedBack | null {
  for (const { name, unit, value, kind } of item.figures) {
    const known = last?.figures.find((one) => one.name === name && one.unit === unit);
    if (known && name !== null && kind !== 'increase' && value < known.value)
      return { kind: 'total-below', name, unit, said: value, last: known.value };
  }
  const { percent } = item;
  if (percent === null) return null;
  if (percent > 100) return { kind: 'percent-above', said: percent };
  if (item.status === 'done' && percent < 100) return { kind: 'done-below', said: percent };
  const before = last?.percent ?? null;
  return before !== null && percent < before ? { kind: 'percent-below', said: percent, last: before } : null;
}

function unclearFigure({ figures }: ReplyItem, { last }: OpenTask): AskedBack | null {
  const unclear = figures.find(({ kind, name }) => kind === null || name === null);
  if (!unclear) return null;
  const { name, value, unit, kind } = unclear;
  if (name === null) return { kind: 'which-figure', value, unit };
  const known = last?.figures.find((one) => one.name === name && one.unit === unit);
  return kind === null ? { kind: 'which-kind', value, unit, last: known?.value ?? null } : null;
}
