import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemLabel } from '../../domain/chat/item-label.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import type { Db } from '../../prisma/client.ts';
import type { Proposal } from '../../prisma/generated/client.ts';
import { holdPartsUntil } from '../../prisma/queries/hold-until.ts';
import { findPart, partsOfPersonIn } from '../directory/person-parts.ts';
import type { ProposalItem } from '../proposals/items.ts';
import type { PressedButton } from './apply-button.ts';
import { applyItems, type AppliedItem } from './apply-items.ts';
import { offerAnswers } from './no-change.ts';
import { officeEffect, officeKind } from './office-effect.ts';
import { recordedDecision } from './recorded-decision.ts';
import type { Decision, RowContext } from './types.ts';

interface Settling {
  pressed: PressedButton;
  proposal: Proposal;
  /** As it was proposed. */
  items: ProposalItem[];
  /** What is recorded of each, in their order. */
  readings: Reading[];
  /** 〔仅存原话〕. */
  keep?: boolean;
  /** Filled in anew: under the row of the form, and a refusal leaves the card open. */
  edited?: boolean;
}

/** A card is settled: its items are recorded under the words they came from, and it closes with what became of them, and by whom. */
export async function settleProposal(
  context: RowContext,
  { pressed, proposal, items, readings, keep = false, edited = false }: Settling,
): Promise<Decision> {
  const { prisma } = context.deps;
  const { planId } = proposal;
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  const applied = await applyItems(
    context,
    items.map((item, at) => ({ ...item, planId, reading: readings[at] ?? item.reading })),
    {
      inboxId: proposal.inboxId,
      idPrefix: edited ? context.row.id : proposal.id,
      receivedAt: await receivedAt(prisma, proposal, items, context.row.planAt),
    },
  );
  const decided = await recordedDecision(
    context,
    applied.map((item, at) => ({ ...item, no: items[at]?.no ?? null, title: items[at]?.title ?? '' })),
  );
  await offerAnswers(context, decided, applied);
  if (edited && decided.outcome === 'refused') return decided;
  if (!keep) await tellOffice(context, items, applied, decided);
  const taken = decided.outcome === 'recorded' && !keep;
  if (keep && decided.outcome === 'recorded') decided.outcome = 'kept';
  const closedWith = taken
    ? answers.closedBy(
        resultOf(
          applied.flatMap((item, at) => (item.outcome === 'recorded' ? [{ ...item, ...nameOf(items[at]) }] : [])),
        ) || answers.cardDone,
        context.person.name,
      )
    : decided.outcome === 'refused'
      ? answers.cardRefused
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

const nameOf = (item: ProposalItem | undefined) => ({ no: item?.no ?? null, title: item?.title ?? '' });

/** What became of a card: of several tasks each by its number, and 已登记 once. */
function resultOf(recorded: { no: string | null; title: string; summary: string }[]): string {
  const [first] = recorded;
  if (!first || recorded.length === 1) return first?.summary ?? '';
  const said = recorded.map(({ no, title, summary }) => `${itemLabel(no, title)} ${summary.replace(/^已登记:/, '')}`);
  return `${recorded.some(({ summary }) => summary.startsWith('已登记:')) ? '已登记:' : ''}${said.join(';')}`;
}

/** What was asked of the office stands on its list too. */
async function tellOffice(
  context: RowContext,
  items: ProposalItem[],
  applied: AppliedItem[],
  decided: Decision,
): Promise<void> {
  const parts = await partsOfPersonIn(context.deps.prisma, context.person.id, items, context.row.planAt);
  for (const [at, { reading, outcome, kept, entityId, partId }] of applied.entries()) {
    const part = findPart(parts, { entityId, partId });
    const kind = officeKind(reading.kind) ?? (items[at]?.help === true ? 'coordination' : null);
    if (outcome !== 'recorded' || kept || !part || kind === null) continue;
    const words = 'words' in reading ? reading.words : 'reason' in reading ? (reading.reason ?? '') : '';
    decided.effects.push(officeEffect(context, kind, part, words));
  }
}

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
