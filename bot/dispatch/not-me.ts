import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { settleClaim } from '../directory/bind-claims.ts';
import type { PressedButton } from './apply-button.ts';
import { recordBinding } from './record-binding.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

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
        await recordBinding(tx, row, {
          kind: 'denied',
          personId: person.id,
          accountName: claim.accountName,
          reason: 'not-asked',
        });
      return claim !== null;
    }
    const { channel, team, externalId } = row;
    const here = { channel, team, externalId, personId: person.id, revokedAt: null };
    const account = await tx.account.findFirst({ where: here, select: { name: true } });
    const { count } = await tx.account.updateMany({ where: here, data: { revokedAt: new Date() } });
    if (count > 0)
      await recordBinding(tx, row, {
        kind: 'denied',
        personId: person.id,
        accountName: account?.name ?? null,
        reason: 'denied',
      });
    return count > 0;
  });
  if (!ended) return refuseRow(context, { code: 'CODE_WRONG', onRecord: false });
  const said = claimId === null ? binding.denied : binding.claimEnded;
  return decision('recorded', context.planId, {
    messages: [{ message: answerMessage('done', [said], talk) }],
    closes: [{ deliveryId: pressed.deliveryId, closedWith: said }],
  });
}
