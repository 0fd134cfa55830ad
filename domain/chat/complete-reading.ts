import type { LocalDate } from '../plan/types.ts';
import { withTotals, type LastFigure, type SaidFigure } from '../supervision/figures.ts';
import type { Reading } from '../supervision/reading.ts';
import { readingOfReply } from './reading-of-reply.ts';
import type { AskedBack } from './reply-questions.ts';
import type { ReplyItem } from './understand/types.ts';

export interface CompletedBy {
  asks: AskedBack;
  /** What the answer says; readAnswer. */
  answer: ReplyItem;
  /** The first words and the answer's. */
  words: string;
  /** The writer's local day. */
  saidOn: LocalDate;
  /** Last totals on record. */
  last: readonly LastFigure[] | undefined;
  /** What comes back is never completed: the words are the period's report. */
  recurs: boolean;
  correction: boolean;
}

/** A reading with the answer to what was asked about it: what the answer says takes its place, all else stays. */
export function completeReading(before: Reading, by: CompletedBy): Reading {
  const { asks, answer, words, saidOn, last, recurs, correction } = by;
  const answered = readingOfReply(answer, { words, saidOn, last, recurs, correction });
  const figures = withTotals(completeFigures('figures' in before ? before.figures : undefined, answer, asks), last);
  const stated = figures.length > 0 ? { figures, saidOn } : {};
  if (before.kind === 'claim-completion') {
    if (answered.kind === 'report' && answered.progress !== null) return { ...answered, ...stated };
    return { kind: 'claim-completion', words, ...stated };
  }
  if (before.kind !== 'report' && before.kind !== 'correction') return answered;
  if (answered.kind === 'claim-completion') return { ...answered, ...stated };
  if (answered.kind !== 'report' && answered.kind !== 'correction') return { ...before, words };
  return {
    ...before,
    words,
    progress: answered.progress ?? before.progress,
    expectedOn: answered.expectedOn ?? before.expectedOn,
    blocker: answered.blocker ?? before.blocker,
    done: before.done || answered.done,
    ...stated,
  };
}

const isOne = (a: SaidFigure, b: SaidFigure): boolean => a.name === b.name && a.unit === b.unit;

/** The figure that was asked about gives way to the answer's, which takes over what it leaves unsaid. */
function completeFigures(
  before: readonly SaidFigure[] | undefined,
  { figures: answered }: ReplyItem,
  asks: AskedBack,
): SaidFigure[] {
  const [first] = answered;
  if (!first) return [...(before ?? [])];
  const asked = (before ?? []).find((figure) => isAsked(figure, asks));
  const named = answered.map((figure) =>
    asked && figure.unit === asked.unit
      ? { ...figure, name: figure.name ?? asked.name, kind: figure.kind ?? asked.kind }
      : figure,
  );
  const kept = (before ?? []).filter(
    (figure) =>
      figure !== asked &&
      // Stated anew, it takes the place of the older one and of the sum that was made with it.
      !named.some((one) => isOne(one, figure) && (one.kind !== 'total' || figure.kind !== 'increase')),
  );
  return [...kept, ...named];
}

function isAsked({ name, value, unit, kind }: SaidFigure, asks: AskedBack): boolean {
  switch (asks.kind) {
    case 'which-kind':
      return kind === null && value === asks.value && unit === asks.unit;
    case 'which-figure':
      return name === null && value === asks.value && unit === asks.unit;
    case 'total-below':
      return name === asks.name && unit === asks.unit && value === asks.said;
    default:
      return false;
  }
}
