import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import type { Proposal } from '../../prisma/generated/client.ts';
import { holdPartsUntil } from '../../prisma/queries/hold-until.ts';
import { parseProposalItems, type ProposalItem } from '../proposals/items.ts';
import type { PressedButton } from './apply-button.ts';
import { applyItems } from './apply-items.ts';
import { recordedDecision } from './recorded-decision.ts';
import { isRollUp } from './roll-up/edited-roll-up.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

type CardAct = Extract<ButtonAct, { kind: 'confirm' | 'edit' | 'keep-words' }>;

/** 〔确认登记〕〔修改〕〔仅存原话〕 on a card. */
export async function applyProposalButton(
  context: RowContext,
  pressed: PressedButton,
  act: CardAct,
): Promise<Decision> {
  const { prisma } = context.deps;
  const { planId } = pressed.delivery;
  const proposal = await prisma.proposal.findUnique({ where: { id: act.proposalId } });
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  if (!proposal || proposal.status !== 'open') {
    const result =
      pressed.delivery.closedWith ?? (proposal?.status === 'office' ? answers.cardToOffice : answers.cardDone);
    return refuseRow(context, {
      code: 'CARD_CLOSED',
      details: { result: result || refusal('BUTTON_UNKNOWN').message },
      planId,
      onRecord: false,
    });
  }
  const items = parseProposalItems(proposal.items);
  if (act.kind === 'edit') {
    return decision('answered', planId, {
      messages: [{ message: answerMessage('note', [isRollUp(items) ? answers.editingRollUp : answers.editing], talk) }],
      effects: [(tx) => markEditing(tx, proposal.id, items)],
    });
  }
  const keep = act.kind === 'keep-words';
  const applied = await applyItems(
    context,
    items.map((item) => ({
      ...item,
      planId,
      reading: keep ? { kind: 'kept-words', words: wordsOf(item.reading) } : item.reading,
    })),
    {
      inboxId: proposal.inboxId,
      idPrefix: proposal.id,
      receivedAt: await receivedAt(prisma, proposal, items, context.row.planAt),
    },
  );
  const named = applied.map((item, index) => ({
    ...item,
    no: items[index]?.no ?? null,
    title: items[index]?.title ?? '',
  }));
  const decided = await recordedDecision(context, named);
  const taken = decided.outcome === 'recorded' && !keep;
  if (keep && decided.outcome === 'recorded') decided.outcome = 'kept';
  const closedWith = taken
    ? decided.recorded.map(({ summary }) => summary).join(';') || answers.cardDone
    : decided.outcome === 'refused'
      ? '未登记,原话已留存'
      : answers.cardKept;
  decided.closes.push({ deliveryId: proposal.deliveryId ?? pressed.deliveryId, closedWith });
  if (pressed.deliveryId !== proposal.deliveryId) decided.closes.push({ deliveryId: pressed.deliveryId, closedWith });
  decided.effects.push(async (tx) => {
    await tx.proposal.update({
      where: { id: proposal.id },
      data: { status: taken ? 'confirmed' : 'kept', settledAt: new Date(talk.now) },
    });
    await holdPartsUntil(tx, items, null);
  });
  return decided;
}

async function markEditing(tx: Db, id: string, items: ProposalItem[]): Promise<void> {
  await tx.proposal.update({
    where: { id },
    data: { items: items.map((item) => ({ ...item, editing: true })) as unknown as Prisma.InputJsonValue },
  });
}

const wordsOf = (reading: Reading): string => ('words' in reading ? reading.words : '');

/**
 * The words count from when they came, so that a late confirmation doesn't make a punctual answer late; but
 * where something else about the part was recorded in between, from the confirmation, which is the newer word.
 */
async function receivedAt(db: Db, proposal: Proposal, items: ProposalItem[], confirmedAt: Date): Promise<Date> {
  const between = await db.inboxItem.findFirst({
    where: {
      outcome: 'recorded',
      inbox: { planAt: { gt: proposal.planAt } },
      OR: items.map(({ entityId, partId }) => ({ entityId, partId })),
    },
    select: { id: true },
  });
  return between ? confirmedAt : proposal.planAt;
}
