import { answerMessage } from '../../domain/chat/answer-message.ts';
import type { Address } from '../../domain/chat/port.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { bindAccount } from '../directory/bind-account.ts';
import { redeemCode, redeemedSince } from '../directory/codes.ts';
import { INSTALLATION } from '../desk/refuse.ts';
import { homePlan } from '../plan-talk.ts';
import { deskWords } from './office/desk-message.ts';
import { ownLines } from './office/own-list.ts';
import { rowContext } from './row-context.ts';
import { decision, type Decision, type DispatchDeps, type InboxRow, type RowContext } from './types.ts';

export const addressOfRow = ({ channel, team, externalId }: InboxRow): Address => ({
  channel: channel as Address['channel'],
  team,
  externalId,
});

/**
 * A one-time code ties the row's address to the code's person, who is told whose account it is now and what is
 * open: prompts follow in the next digest, past ones never. Throws RefusedError CODE_WRONG, CODE_TOO_MANY.
 */
export async function bindByCode(
  deps: DispatchDeps,
  row: InboxRow,
  code: string,
): Promise<{ context: RowContext; decided: Decision }> {
  let replaced = 0;
  const done = await boundBefore(deps, row, code);
  const personId =
    done ??
    (await redeemCode(
      deps.prisma,
      { code, source: `${row.channel}/${row.team}/${row.externalId}`, purpose: 'bind' },
      new Date(),
      async (tx, id) => {
        ({ replaced } = await bindAccount(tx, addressOfRow(row), id));
        const { name } = await tx.person.findUniqueOrThrow({ where: { id }, select: { name: true } });
        const planId = await homePlan(tx, id);
        await appendDeskEventIn(tx, {
          planId: planId === '' ? INSTALLATION : planId,
          kind: 'contactBound',
          actor: { id, name },
          via: row.channel,
          planAt: row.planAt,
          body: { personId: id, channel: row.channel, inboxId: row.id, replaced, formerPersonId: row.personId },
        });
      },
    ));
  const person = await deps.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: { memberships: { where: { active: true }, orderBy: { id: 'asc' }, include: { unit: true } } },
  });
  const context = await rowContext(deps, row, person);
  const talk = await context.talk();
  const words = deskWords(talk);
  const list = await ownLines(context);
  const said = [
    words.boundNow(person.name, person.memberships[0]?.unit.name ?? ''),
    ...(replaced > 0 ? [words.boundInstead] : []),
    ...(list.count > 0 ? [words.ownList(list.count), ...list.lines] : []),
  ];
  const decided = decision('recorded', context.planId, {
    messages: [{ message: { ...answerMessage('done', said, talk, list.buttons), heading: words.headings.bound } }],
    effects: [
      async (tx) => {
        await tx.inbox.update({ where: { id: row.id }, data: { personId } });
      },
    ],
  });
  return { context, decided };
}

/** This row did it already, before a crash. */
async function boundBefore({ prisma }: DispatchDeps, row: InboxRow, code: string): Promise<string | null> {
  const personId = await redeemedSince(prisma, code, row.receivedAt);
  if (personId === null) return null;
  const account = await prisma.account.findUnique({
    where: { channel_team_externalId: addressOfRow(row) },
    select: { personId: true, revokedAt: true },
  });
  return account?.personId === personId && account.revokedAt === null ? personId : null;
}
