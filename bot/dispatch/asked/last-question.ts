import type { ButtonAct, FillAct } from '../../../domain/chat/message.ts';
import type { AskedBack } from '../../../domain/chat/reply-questions.ts';
import type { Db } from '../../../prisma/client.ts';
import type { Action, Delivery, Proposal } from '../../../prisma/generated/client.ts';
import { parseProposalItems, type ProposalItem } from '../../proposals/items.ts';
import type { RowContext } from '../types.ts';
import { writtenUnder } from '../../written-under.ts';

export type ChooseAct = Extract<ButtonAct, { kind: 'choose-task' }>;
export type AskingFill = FillAct & { inboxId: string; asks: AskedBack };

export type Question =
  /** 请补充 on a card. */
  | { kind: 'card'; proposal: Proposal; items: ProposalItem[] }
  /** The card takes no answer any more. */
  | { kind: 'closed-card'; items: ProposalItem[]; closedWith: string; settledAt: Date }
  /** Message 6. */
  | { kind: 'follow-up'; act: AskingFill }
  /** 请选择说的是哪一项. */
  | { kind: 'which-task'; choices: { action: Action; act: ChooseAct }[] };

export interface LastQuestion {
  question: Question;
  delivery: Delivery;
  /** The words were written under it, which says that they mean it. */
  replied: boolean;
  /** Something was prompted since: words that may be a report are about that. */
  prompted: boolean;
}

/** A question is remembered as long as a card waits for its answer at most. */
const ASKED_MS = 5 * 24 * 60 * 60_000;
/** After this long a card that was settled is forgotten, and words stand for themselves. */
const CLOSED_MS = 2 * 60 * 60_000;
/** Looked at are no more than these. */
const LOOKED_AT = 30;

/**
 * What this person was asked in this channel and has not answered: the message replied to, else the last one that
 * stands open. null: nothing, or a question that other words answer (an extension's).
 */
export async function lastQuestion(context: RowContext): Promise<LastQuestion | null> {
  const { prisma } = context.deps;
  const { row, person } = context;
  const under = await writtenUnder(prisma, row);
  const asked = await prisma.delivery.findMany({
    where: {
      personId: person.id,
      channel: row.channel,
      klass: 'answer',
      ...(under === null ? { planAt: { gte: new Date(row.planAt.getTime() - ASKED_MS) } } : { id: { in: under } }),
    },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    take: LOOKED_AT,
    include: { actions: true },
  });
  for (const delivery of asked) {
    const acts = delivery.actions.map(({ act }) => act as unknown as ButtonAct);
    if (delivery.closedAt === null && acts.some(({ kind }) => kind === 'extension-drop')) return null;
    const question = await questionOf(prisma, delivery);
    if (!question) continue;
    // A thread goes on after a card in it was settled; words right under that card mean it.
    const replied = under !== null && (question.kind !== 'closed-card' || under[0] === delivery.id);
    // Of what was settled long ago nobody is reminded, unless the words stand right under it.
    if (question.kind === 'closed-card' && !replied && row.planAt.getTime() - question.settledAt.getTime() > CLOSED_MS)
      return null;
    return { question, delivery, replied, prompted: !replied && (await promptedSince(context, delivery)) };
  }
  return null;
}

async function questionOf(db: Db, delivery: Delivery & { actions: Action[] }): Promise<Question | null> {
  const acts = delivery.actions.map(({ act }) => act as unknown as ButtonAct);
  const confirm = acts.find((act) => act.kind === 'confirm');
  if (confirm) {
    const proposal = await db.proposal.findUnique({ where: { id: confirm.proposalId } });
    const items = proposal ? parseProposalItems(proposal.items) : [];
    if (!proposal || items.some(({ editing }) => editing === true)) return null;
    if (proposal.status === 'open')
      return items.some(({ asks }) => asks !== undefined) ? { kind: 'card', proposal, items } : null;
    return items.some(({ asks, answered }) => asks !== undefined || answered !== undefined)
      ? {
          kind: 'closed-card',
          items,
          closedWith: delivery.closedWith ?? '',
          settledAt: proposal.settledAt ?? delivery.planAt,
        }
      : null;
  }
  if (delivery.closedAt !== null) return null;
  const fill = acts.find((act): act is AskingFill => act.kind === 'fill' && !!act.asks && !!act.inboxId);
  if (fill) return { kind: 'follow-up', act: fill };
  const choices = delivery.actions.flatMap((action) => {
    const act = action.act as unknown as ButtonAct;
    return act.kind === 'choose-task' ? [{ action, act }] : [];
  });
  return choices.length > 0 ? { kind: 'which-task', choices } : null;
}

async function promptedSince({ deps, row, person }: RowContext, { createdAt }: Delivery): Promise<boolean> {
  const newer = await deps.prisma.delivery.findFirst({
    where: {
      personId: person.id,
      channel: row.channel,
      klass: { in: ['digest', 'notice'] },
      status: { in: ['sent', 'ambiguous'] },
      createdAt: { gt: createdAt },
    },
    select: { id: true },
  });
  return newer !== null;
}
