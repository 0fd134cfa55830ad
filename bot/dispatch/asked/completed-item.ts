import { completeReading } from '../../../domain/chat/complete-reading.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { hedgedFields } from '../../../domain/chat/reading-of-reply.ts';
import { contradictionIn, type AskedBack } from '../../../domain/chat/reply-questions.ts';
import type { AnswerRead } from '../../../domain/chat/understand/read-answer.ts';
import type { OpenTask, ReplyField, ReplyItem } from '../../../domain/chat/understand/types.ts';
import type { PersonPart } from '../../directory/person-parts.ts';
import type { ProposalItem } from '../../proposals/items.ts';
import type { RowContext } from '../types.ts';

export interface Completion {
  item: ProposalItem;
  asks: AskedBack;
  part: PersonPart;
  task: OpenTask;
  /** All words of the card so far. */
  words: string;
  answer: AnswerRead;
}

/** Between the words of a card and those that complete it: a place in either stays one in both. */
export const JOINED = '\n';

/** One line of a card with the answer to what it asked. */
export async function completedItem(
  { row, talk }: RowContext,
  { item, asks, part, task, words, answer: { item: answer, settles } }: Completion,
): Promise<ProposalItem> {
  const { zone } = await talk(part.planId);
  const text = row.text ?? '';
  const { answered: _earlier, asks: _asked, unsure: _unsure, doubtful: _doubtful, ...before } = item;
  const still = settles ? contradictionIn(answer, task) : asks;
  const moved = shifted(answer.from, words.length + JOINED.length);
  const doubtful = [
    ...hedgedFields(item.from ?? {}, words).filter((field) => !(field in moved)),
    ...(answer.sure ? [] : hedgedFields(answer.from, text)),
  ];
  return {
    ...before,
    reading: completeReading(item.reading, {
      asks,
      answer,
      words: `${'words' in item.reading ? item.reading.words : ''}${JOINED}${text}`,
      saidOn: localDay(row.planAt.toISOString(), zone),
      last: part.part.figures,
      recurs: part.part.recurs !== undefined,
      correction: item.correction === true,
    }),
    from: { ...item.from, ...moved },
    ...(doubtful.length > 0 ? { doubtful } : {}),
    ...(!answer.sure && doubtful.length === 0 && Object.keys(moved).length > 0 ? { unsure: true as const } : {}),
    ...(still ? { asks: still } : {}),
    ...(answer.request === 'help' ? { help: true as const } : {}),
    answered: {
      inboxId: row.id,
      before: { ...before, asks, ...(item.doubtful ? { doubtful: item.doubtful } : {}) },
      words,
    },
  };
}

const shifted = (from: ReplyItem['from'], by: number): ReplyItem['from'] =>
  Object.fromEntries(
    (Object.entries(from) as [ReplyField, { start: number; end: number }][]).map(([field, { start, end }]) => [
      field,
      { start: start + by, end: end + by },
    ]),
  );
