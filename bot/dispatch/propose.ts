import { answerMessage, followUpMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { localDayOf, understandPlain, type PlainReading } from '../../domain/chat/understand-plain.ts';
import { asReported } from '../../domain/chat/understand/correction.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import type { Db } from '../../prisma/client.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { PartRef } from '../parts-of-act.ts';
import type { ProposalItem } from '../proposals/items.ts';
import { applyItems } from './apply-items.ts';
import { editOf } from './edited.ts';
import { openProposal } from './open-proposal.ts';
import { decision, type Decision, type InboxRow, type RowContext } from './types.ts';

export interface Target {
  part: PersonPart;
  /** The share of the text that speaks of it. */
  words: string;
  /** What the words were read as already. */
  reading?: Reading;
}

/**
 * Typed words about known parts: a card with what they plainly say, and nothing is changed before 〔确认登记〕.
 * Words without measurable content are kept and asked about once. `typed` is the row that holds the words;
 * `corrects`: they say that they correct what stands.
 */
export async function propose(
  context: RowContext,
  typed: InboxRow,
  targets: Target[],
  { corrects = false }: { corrects?: boolean } = {},
): Promise<Decision> {
  const [first] = targets;
  if (!first) throw new RangeError('a proposal about nothing');
  const { planId } = first.part;
  const talk = await context.talk(planId);
  const receivedOn = localDayOf(typed.planAt.toISOString(), talk.zone);
  const read = targets.map((target) => ({
    target,
    plain: understandPlain(corrects ? asReported(target.words) : target.words, { receivedOn }),
  }));
  if (
    read.length === 1 &&
    !first.reading &&
    read[0]?.plain.vague &&
    !(await askedBefore(context.deps.prisma, first.part))
  )
    return askOnce(context, typed, first);

  const edit = await editOf(context.deps.prisma, typed);
  const isCorrection = (ref: PartRef): boolean =>
    corrects ||
    (edit?.corrects.some(({ entityId, partId }) => entityId === ref.entityId && partId === ref.partId) ?? false);
  const items = read.map(({ target, plain }): ProposalItem => {
    const ref = { entityId: target.part.entityId, partId: target.part.part.id };
    const correction = isCorrection(ref);
    return {
      ...ref,
      no: target.part.no,
      title: titleOf(target.part),
      progressBefore: target.part.part.progress,
      reading: target.reading ?? readingOf(plain, target, correction),
      ...(correction ? { correction } : {}),
    };
  });
  return openProposal(context, { planId, row: typed, items, words: typed.text ?? '' });
}

/** Message 6: the words go on record as they are, and one specific question goes back. */
async function askOnce(context: RowContext, typed: InboxRow, { part, words }: Target): Promise<Decision> {
  const talk = await context.talk(part.planId);
  const [kept] = await applyItems(
    context,
    [{ entityId: part.entityId, partId: part.part.id, planId: part.planId, reading: { kind: 'kept-words', words } }],
    { inboxId: typed.id, idPrefix: typed.id, receivedAt: typed.planAt },
  );
  const title = titleOf(part);
  if (kept?.refusal) {
    const said = catalogueFor(talk.locale).answers.recorded(itemName(part.no, title, 24), kept.refusal.message);
    return decision('refused', part.planId, {
      messages: [{ message: answerMessage('refused', [said], talk) }],
      code: kept.refusal.code,
    });
  }
  const duty = part.part.duties.find(({ kind, filedAt }) => kind === 'report' && filedAt === undefined);
  const ref = { entityId: part.entityId, partId: part.part.id, duty: 'report' as const, cycle: duty?.cycle ?? '' };
  const message = followUpMessage(
    { words: typed.text ?? words, no: part.no, title, progress: part.part.progress, ref },
    talk,
  );
  return decision('kept', part.planId, { messages: [{ message }] });
}

/** The last thing on record about this part was words without measure: asked once is enough. */
async function askedBefore(db: Db, { entityId, part }: PersonPart): Promise<boolean> {
  const last = await db.inboxItem.findFirst({
    where: { entityId, partId: part.id, outcome: 'recorded' },
    orderBy: { inbox: { planAt: 'desc' } },
    select: { reading: true },
  });
  return (last?.reading as { kind?: string } | undefined)?.kind === 'kept-words';
}

function readingOf(plain: PlainReading, { part, words }: Target, correction: boolean): Reading {
  // 年度总结已完成 is the period's report: what comes back is never completed.
  if (plain.kind === 'claim-completion' && !part.part.recurs) return { kind: 'claim-completion', words };
  return {
    kind: correction ? 'correction' : 'report',
    words,
    progress: plain.progress,
    expectedOn: plain.expectedOn,
    blocker: plain.blocker,
    done: false,
  };
}
