import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Catalogue } from '../../domain/chat/catalogue/types.ts';
import { cutWords } from '../../domain/supervision/cut-words.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { decision, type Decision, type RowContext } from './types.ts';

export interface HandedOver {
  /** With the row's id: the item's own key, so that a repeated row makes no second one. */
  key: 'question' | 'unread';
  kind: 'coordination' | 'unconfirmed';
  answer: (answers: Catalogue['answers']) => string;
}

/** A person's words as they are, to the office of their plan; nothing is recorded as a report. Somebody without a plan is only answered. */
export async function handOver(context: RowContext, { key, kind, answer }: HandedOver): Promise<Decision> {
  const { row, person, planId } = context;
  const talk = await context.talk();
  const body = { words: cutWords(row.text ?? '', 2_000), personId: person.id, person: person.name, inboxId: row.id };
  return decision('kept', planId, {
    messages: [{ message: answerMessage('note', [answer(catalogueFor(talk.locale).answers)], talk) }],
    effects:
      planId === ''
        ? []
        : [(tx) => putOfficeItem(tx, { planId, key: `${key}/${row.id}`, kind, body, planAt: row.planAt })],
  });
}
