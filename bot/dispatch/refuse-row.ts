import { answerMessage } from '../../domain/chat/answer-message.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { cutWords } from '../../domain/supervision/cut-words.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { INSTALLATION } from '../desk/refuse.ts';
import { decision, type Decision, type RowContext } from './types.ts';
import { viaOf } from './via-of.ts';

export interface RowRefusal {
  code: RefusalCode;
  details?: Record<string, string | number>;
  /** Said instead of the code's own sentence. */
  sentence?: string;
  planId?: string;
  /** The task as the text named it. */
  named?: string;
  /** What was refused: ids and a short quotation, for the chain. */
  about?: Record<string, unknown>;
  /** False: nothing worth a place in the chain (a card that was closed a moment ago). */
  onRecord?: boolean;
}

/** A refusal outside a workflow: the person gets the sentence, the desk's chain the event, in one transaction with the row. */
export async function refuseRow(
  context: RowContext,
  { code, details = {}, sentence, planId = context.planId, named, about = {}, onRecord = true }: RowRefusal,
): Promise<Decision> {
  const talk = await context.talk(planId);
  const said = sentence ?? sayRefusal({ code, details }, talk.locale);
  const { row, person } = context;
  return decision('refused', planId, {
    code,
    messages: [{ message: answerMessage('refused', [said], talk) }],
    effects: onRecord
      ? [
          (tx) =>
            appendDeskEventIn(tx, {
              planId: planId === '' ? INSTALLATION : planId,
              kind: 'refused',
              actor: person,
              via: viaOf(row),
              planAt: row.planAt,
              body: {
                code,
                details,
                inboxId: row.id,
                words: row.text === null ? null : cutWords(row.text, 200),
                ...(named === undefined ? {} : { named }),
                ...about,
              },
            }),
        ]
      : [],
  });
}
