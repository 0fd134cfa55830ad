import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Db } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { INSTALLATION } from '../desk/refuse.ts';
import { homePlan } from '../plan-talk.ts';
import { deskWords } from './office/desk-message.ts';
import { ownLines } from './office/own-list.ts';
import { rowContext } from './row-context.ts';
import { decision, type Decision, type DispatchDeps, type InboxRow, type RowContext } from './types.ts';

export interface NewBinding {
  personId: string;
  replaced: number;
  accountName: string | null;
}

/** Puts on record, beside the binding itself, whose account it is and what it calls itself. */
export async function recordBound(
  tx: Db,
  row: InboxRow,
  { personId, replaced, accountName }: NewBinding,
): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const planId = await homePlan(tx, personId);
  await appendDeskEventIn(tx, {
    planId: planId === '' ? INSTALLATION : planId,
    kind: 'contactBound',
    actor: { id: personId, name },
    via: row.channel,
    planAt: row.planAt,
    body: { personId, person: name, channel: row.channel, accountName, inboxId: row.id, replaced },
  });
}

/** What whoever bound is told: whose account it is now, what is open, and a way out where they are not the person. */
export async function boundDecision(
  deps: DispatchDeps,
  row: InboxRow,
  personId: string,
  replaced: number,
): Promise<{ context: RowContext; decided: Decision }> {
  const person = await deps.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: {
      grants: { where: { role: { in: ['coordinator', 'leader'] } }, select: { id: true }, take: 1 },
      memberships: { where: { active: true }, orderBy: { id: 'asc' }, include: { unit: true } },
    },
  });
  const context = await rowContext(deps, row, person);
  const talk = await context.talk();
  const words = deskWords(talk);
  const { binding } = catalogueFor(talk.locale);
  const list = await ownLines(context);
  const said = [
    words.boundNow(person.name, person.memberships[0]?.unit.name ?? ''),
    ...(replaced > 0 ? [words.boundInstead] : []),
    ...(person.grants.length > 0 ? [words.boundOffice] : []),
    ...(list.count > 0 ? [words.ownList(list.count), ...list.lines] : []),
  ];
  const buttons = [...list.buttons, { label: binding.notMe, act: { kind: 'not-me' as const, claimId: null } }];
  const decided = decision('recorded', context.planId, {
    messages: [{ message: { ...answerMessage('done', said, talk, buttons), heading: words.headings.bound } }],
    effects: [
      async (tx) => {
        await tx.inbox.update({ where: { id: row.id }, data: { personId } });
      },
    ],
  });
  return { context, decided };
}
