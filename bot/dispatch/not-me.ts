import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Db } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { settleClaim } from '../directory/bind-claims.ts';
import { INSTALLATION } from '../desk/refuse.ts';
import { homePlan } from '../plan-talk.ts';
import type { PressedButton } from './apply-button.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type InboxRow, type RowContext } from './types.ts';

export interface WrongPerson {
  /** Whose code it was. */
  personId: string;
  accountName: string | null;
  /** The account is another person's · it said that it is not the person · the person said so on their own account. */
  reason: 'taken' | 'denied' | 'not-asked';
}

/** A code that reached somebody else: the office is told once a person, and hands out another one. */
export async function reportWrongPerson(
  tx: Db,
  row: InboxRow,
  { personId, accountName, reason }: WrongPerson,
): Promise<void> {
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const planId = await homePlan(tx, personId);
  await appendDeskEventIn(tx, {
    planId: planId === '' ? INSTALLATION : planId,
    kind: 'bindingDenied',
    actor: row.personId === personId ? { id: personId, name } : { id: row.personId ?? 'unknown', name: '未识别身份' },
    via: row.channel,
    planAt: row.planAt,
    body: { personId, person: name, channel: row.channel, accountName, reason, inboxId: row.id },
  });
  if (planId === '') return;
  await putOfficeItem(tx, {
    planId,
    key: `binding/${personId}`,
    kind: 'binding',
    body: { person: name, channel: row.channel, reason, words: accountName ?? '' },
    planAt: row.planAt,
  });
}

/**
 * 〔不是本人〕 on an account that is bound: of the account itself, which is theirs no longer then; or of somebody else's
 * claim, which ends. Whoever pressed is told, and so is the office.
 */
export async function pressNotMe(
  context: RowContext,
  pressed: PressedButton,
  { claimId }: { claimId: string | null },
): Promise<Decision> {
  const { deps, row, person } = context;
  const talk = await context.talk();
  const { binding } = catalogueFor(talk.locale);
  const ended = await deps.prisma.$transaction(async (tx) => {
    if (claimId !== null) {
      const claim = await settleClaim(tx, claimId, 'denied');
      if (claim)
        await reportWrongPerson(tx, row, { personId: person.id, accountName: claim.accountName, reason: 'not-asked' });
      return claim !== null;
    }
    const { channel, team, externalId } = row;
    const here = { channel, team, externalId, personId: person.id, revokedAt: null };
    const account = await tx.account.findFirst({ where: here, select: { name: true } });
    const { count } = await tx.account.updateMany({ where: here, data: { revokedAt: new Date() } });
    if (count > 0)
      await reportWrongPerson(tx, row, { personId: person.id, accountName: account?.name ?? null, reason: 'denied' });
    return count > 0;
  });
  if (!ended) return refuseRow(context, { code: 'CODE_WRONG', onRecord: false });
  const said = claimId === null ? binding.denied : binding.claimEnded;
  return decision('recorded', context.planId, {
    messages: [{ message: answerMessage('done', [said], talk) }],
    closes: [{ deliveryId: pressed.deliveryId, closedWith: said }],
  });
}
