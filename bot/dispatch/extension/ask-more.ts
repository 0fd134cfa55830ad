import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import { localDayOf, understandPlain } from '../../../domain/chat/understand-plain.ts';
import { extensionIn, type ExtensionWords } from '../../../domain/chat/understand/extension.ts';
import { notExtendable } from '../../../domain/supervision/ask-extension.ts';
import { dateRefusal } from '../../../domain/supervision/extension-rules.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { extensionTermsOf } from '../../requests/terms-of.ts';
import { propose } from '../propose.ts';
import { refuseRow } from '../refuse-row.ts';
import { decision, type Decision, type InboxRow, type RowContext } from '../types.ts';

const NOTHING: ExtensionWords = { newDueOn: null, reason: null };

/**
 * Words that ask for more time about one part: the card with what was read, or the one question that is left
 * (the date, then the reason). `known`: what was said before. Nothing is filed before 〔确认登记〕.
 */
export async function askMoreTime(
  context: RowContext,
  typed: InboxRow,
  part: PersonPart,
  words: string,
  known: ExtensionWords = NOTHING,
): Promise<Decision> {
  const talk = await context.talk(part.planId);
  const read = extensionIn(words, localDayOf(typed.planAt.toISOString(), talk.zone));
  const newDueOn = read.newDueOn ?? known.newDueOn;
  const reason = read.reason ?? known.reason;
  const at = typed.planAt.toISOString();
  const ref = { entityId: part.entityId, partId: part.part.id };
  const found = await extensionTermsOf(context.deps.prisma, {
    ...ref,
    planId: part.planId,
    newDueOn: newDueOn ?? localDayOf(at, talk.zone),
    at,
    by: context.person.id,
  });
  if (!found) return refuseRow(context, { code: 'PART_UNKNOWN', details: { unit: part.unit }, planId: part.planId });
  const { state, terms } = found;
  const refused = notExtendable(state, found.part, at, terms);
  if (refused || terms.dueOn === null) {
    const { code, details } = refused ?? { code: 'EXTENSION_NO_DUE' as const, details: {} };
    return refuseRow(context, { code, details, planId: part.planId, about: ref });
  }
  const { answers } = catalogueFor(talk.locale);
  const item = itemLabel(part.no, titleOf(part));
  if (newDueOn === null) return ask(context, part, [answers.extensionDate(item, terms.dueOn)], { newDueOn, reason });
  const impossible = dateRefusal(newDueOn, terms.dueOn, terms);
  if (impossible) return ask(context, part, [impossible.message], { newDueOn: null, reason });
  if (reason === null) return ask(context, part, [answers.extensionReason(item, newDueOn)], { newDueOn, reason });
  const { progress, blocker } = understandPlain(words, { receivedOn: localDayOf(at, talk.zone) });
  const report = progress === null ? {} : { progress, blocker };
  return propose(context, typed, [
    { part, words, reading: { kind: 'ask-extension', newDueOn, reason, words, terms, ...report } },
  ]);
}

/** One question; its 〔取消〕 remembers what was said. */
export async function ask(
  context: RowContext,
  { planId, entityId, part }: PersonPart,
  lines: string[],
  known: ExtensionWords,
): Promise<Decision> {
  const talk = await context.talk(planId);
  const label = catalogueFor(talk.locale).buttons.dropExtension;
  return decision('answered', planId, {
    messages: [
      {
        message: answerMessage('note', lines, talk, [
          { label, act: { kind: 'extension-drop', entityId, partId: part.id, ...known } },
        ]),
      },
    ],
  });
}
