import type { LocalDate } from '../plan/types.ts';
import { withTotals, type LastFigure } from '../supervision/figures.ts';
import type { Reading } from '../supervision/reading.ts';
import { hasContent } from './reply-questions.ts';
import type { ReplyField, ReplyItem } from './understand/types.ts';

export interface ReadFor {
  words: string;
  /** The writer's local day. */
  saidOn: LocalDate;
  /** Last totals on record. */
  last: readonly LastFigure[] | undefined;
  /** What comes back is never completed: the words are the period's report. */
  recurs: boolean;
  correction: boolean;
}

/** What is registered of one item once it is confirmed; requests with flows of their own are not its business. */
export function readingOfReply(item: ReplyItem | null, { words, saidOn, last, recurs, correction }: ReadFor): Reading {
  if (!item) return { kind: correction ? 'correction' : 'report', words, ...NOTHING };
  if (item.request === 'dispute') return { kind: 'dispute', reason: words };
  if (item.request === 'help' && !hasContent({ ...item, request: null })) return { kind: 'coordination', words };
  const figures = withTotals(item.figures, last);
  const stated = figures.length > 0 ? { figures, saidOn } : {};
  const below = item.percent !== null && item.percent < 100;
  if (item.status === 'done' && !below && !recurs && !correction) return { kind: 'claim-completion', words, ...stated };
  return {
    kind: correction ? 'correction' : 'report',
    words,
    progress: item.percent !== null && item.percent <= 100 ? item.percent : null,
    expectedOn: item.date,
    blocker: item.blocker,
    done: item.status === 'done' && correction && !below,
    ...stated,
  };
}

const NOTHING = { progress: null, expectedOn: null, blocker: null, done: false };

const HEDGED = /近|约|左右|大概|大约|上下|余|多|超过?|逾|不足|差不多|基本|大体|可能|估计|力争|争取|初步/;

/** Fields whose words hedge. */
export const hedgedFields = (from: ReplyItem['from'], text: string): ReplyField[] =>
  (Object.entries(from) as [ReplyField, { start: number; end: number }][])
    .filter(([, { start, end }]) => HEDGED.test(text.slice(Math.max(0, start - 3), end + 3)))
    .map(([field]) => field);

/** Fields of an unsure item whose words hedge or hardly bear them out; all stated ones where none does. */
export function doubtfulFields(item: ReplyItem, text: string): ReplyField[] {
  const { sure, from, doubts = [] } = item;
  if (sure) return [];
  // What was left out isn't shown, so that there is nothing to doubt of it.
  const stated = doubts.map(({ field }) => field).filter((field) => item[field] !== null);
  const doubtful = new Set([...hedgedFields(from, text), ...stated]);
  return doubtful.size > 0 ? [...doubtful] : (Object.keys(from) as ReplyField[]);
}
