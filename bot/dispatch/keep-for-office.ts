import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import { applyItems } from './apply-items.ts';
import { officeEffect, type OfficeKind } from './office-effect.ts';
import { recordedDecision } from './recorded-decision.ts';
import type { Decision, RowContext } from './types.ts';

/** Words that a button asked for (理由, 新联络员): they go to the office as they are, without a card. */
export async function keepForOffice(
  context: RowContext,
  part: PersonPart,
  kind: OfficeKind,
  words: string,
): Promise<Decision> {
  const { row } = context;
  const applied = await applyItems(
    context,
    [{ entityId: part.entityId, partId: part.part.id, planId: part.planId, reading: readingOf(kind, words) }],
    { inboxId: row.id, idPrefix: row.id, receivedAt: row.planAt },
  );
  const decided = await recordedDecision(
    context,
    applied.map((item) => ({ ...item, no: part.no, title: titleOf(part) })),
  );
  if (decided.outcome === 'recorded' && kind === 'change-contact') {
    // That nothing changed in the task is no answer to whoever hands it over.
    const { answers } = catalogueFor((await context.talk(part.planId)).locale);
    for (const { message } of decided.messages) message.lines = [answers.contactAsked];
  }
  if (decided.outcome === 'recorded' && !applied[0]?.kept)
    decided.effects.push(officeEffect(context, kind, part, words));
  return decided;
}

function readingOf(kind: OfficeKind, words: string): Reading {
  if (kind === 'dispute') return { kind, reason: words };
  return kind === 'coordination' ? { kind, words } : { kind: 'kept-words', words };
}
