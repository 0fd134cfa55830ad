import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import { withTotals } from '../../../domain/supervision/figures.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { extensionIn, type ExtensionWords } from '../../../domain/chat/understand/extension.ts';
import { notExtendable } from '../../../domain/supervision/ask-extension.ts';
import { dateRefusal } from '../../../domain/supervision/extension-rules.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { extensionTermsOf } from '../../requests/terms-of.ts';
import { propose, type Target } from '../propose.ts';
import { readAbout } from '../reading/read-words.ts';
import { refuseRow, type RowRefusal } from '../refuse-row.ts';
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
  const found = await moreTime(context, typed, part, words, known);
  return 'decided' in found ? found.decided : propose(context, typed, [found.target]);
}

/** The same as a target of a card, with others on it perhaps; or the question or refusal that comes first. */
export async function moreTime(
  context: RowContext,
  typed: InboxRow,
  part: PersonPart,
  words: string,
  known: ExtensionWords = NOTHING,
): Promise<{ target: Target } | { decided: Decision }> {
  const talk = await context.talk(part.planId);
  const at = typed.planAt.toISOString();
  const { item: reported, task } = (await readAbout(context, typed, { text: words, part })).read;
  const read = extensionIn(words, {
    today: localDay(at, talk.zone),
    due: task.due,
    calendar: await context.calendar(),
  });
  const newDueOn = read.newDueOn ?? reported?.requestDate ?? known.newDueOn;
  const reason = read.reason ?? longEnough(reported?.blocker) ?? known.reason;
  const ref = { entityId: part.entityId, partId: part.part.id };
  const found = await extensionTermsOf(context.deps.prisma, {
    ...ref,
    planId: part.planId,
    newDueOn: newDueOn ?? localDay(at, talk.zone),
    at,
    by: context.person.id,
  });
  const refuse = async (refused: RowRefusal) => ({ decided: await refuseRow(context, refused) });
  const question = async (lines: string[], still: ExtensionWords) => ({
    decided: await ask(context, part, lines, still),
  });
  if (!found) return refuse({ code: 'PART_UNKNOWN', details: { unit: part.unit }, planId: part.planId });
  const { state, terms } = found;
  const refused = notExtendable(state, found.part, at, terms);
  if (refused || terms.dueOn === null) {
    const { code, details } = refused ?? { code: 'EXTENSION_NO_DUE' as const, details: {} };
    return refuse({ code, details, planId: part.planId, about: ref });
  }
  const { answers } = catalogueFor(talk.locale);
  const item = itemLabel(part.no, titleOf(part));
  if (newDueOn === null) return question([answers.extensionDate(item, terms.dueOn)], { newDueOn, reason });
  const impossible = dateRefusal(newDueOn, terms.dueOn, terms);
  if (impossible) return question([impossible.message], { newDueOn: null, reason });
  if (reason === null) return question([answers.extensionReason(item, newDueOn)], { newDueOn, reason });
  const { percent = null, blocker = null, figures = [] } = reported ?? {};
  const report = {
    ...(percent === null || percent > 100 ? {} : { progress: percent, blocker }),
    ...(figures.length > 0 ? { figures: withTotals(figures, part.part.figures), saidOn: localDay(at, talk.zone) } : {}),
  };
  return { target: { part, words, reading: { kind: 'ask-extension', newDueOn, reason, words, terms, ...report } } };
}

const MIN_REASON = 5;

const longEnough = (reason: string | null = null): string | null =>
  reason !== null && reason.trim().length >= MIN_REASON ? reason : null;

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
        message: {
          ...answerMessage('note', lines, talk, [
            { label, act: { kind: 'extension-drop', entityId, partId: part.id, ...known } },
          ]),
          asksReply: true,
        },
      },
    ],
  });
}
