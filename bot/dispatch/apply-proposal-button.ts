import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import type { Proposal } from '../../prisma/generated/client.ts';
import { parseProposalItems, type ProposalItem } from '../proposals/items.ts';
import type { PressedButton } from './apply-button.ts';
import { isRollUp } from './roll-up/edited-roll-up.ts';
import { refuseRow } from './refuse-row.ts';
import { settleProposal } from './settle-proposal.ts';
import { decision, type Decision, type RowContext } from './types.ts';

type CardAct = Extract<ButtonAct, { kind: 'confirm' | 'edit' | 'keep-words' }>;

/** 〔确认登记〕〔修改〕〔仅存原话〕 on a card. */
export async function applyProposalButton(
  context: RowContext,
  pressed: PressedButton,
  act: CardAct,
): Promise<Decision> {
  const found = await openProposalOf(context, pressed, act.proposalId);
  if ('refused' in found) return found.refused;
  const { proposal, items } = found;
  const { planId } = pressed.delivery;
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  if (act.kind === 'edit') {
    const said = answerMessage('note', [isRollUp(items) ? answers.editingRollUp : answers.editing], talk);
    return decision('answered', planId, {
      messages: [{ message: { ...said, asksReply: true } }],
      effects: [(tx) => markEditing(tx, proposal.id, items)],
    });
  }
  const keep = act.kind === 'keep-words';
  const readings = items.map(({ reading }): Reading =>
    keep ? { kind: 'kept-words', words: wordsOf(reading) } : reading,
  );
  return settleProposal(context, { pressed, proposal, items, readings, keep });
}

/** The card's proposal as long as it waits; else what became of it, as a refusal. */
export async function openProposalOf(
  context: RowContext,
  pressed: PressedButton,
  proposalId: string,
): Promise<{ proposal: Proposal; items: ProposalItem[] } | { refused: Decision }> {
  const proposal = await context.deps.prisma.proposal.findUnique({ where: { id: proposalId } });
  if (proposal?.status === 'open') return { proposal, items: parseProposalItems(proposal.items) };
  const { planId, closedWith } = pressed.delivery;
  const { locale } = await context.talk(planId);
  const { answers } = catalogueFor(locale);
  const result = closedWith ?? (proposal?.status === 'office' ? answers.cardToOffice : answers.cardDone);
  return {
    refused: await refuseRow(context, {
      code: 'CARD_CLOSED',
      details: { result: result || sayRefusal({ code: 'BUTTON_UNKNOWN' }, locale) },
      planId,
      onRecord: false,
    }),
  };
}

async function markEditing(tx: Db, id: string, items: ProposalItem[]): Promise<void> {
  await tx.proposal.update({
    where: { id },
    data: { items: items.map((item) => ({ ...item, editing: true })) as unknown as Prisma.InputJsonValue },
  });
}

const wordsOf = (reading: Reading): string => ('words' in reading ? reading.words : '');
