import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { Address } from '../../domain/chat/port.ts';
import { bindAccount } from '../directory/bind-account.ts';
import { redeemCode } from '../directory/codes.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** A one-time code sent by somebody who is bound already: the address goes to the code's person. */
export async function applyCode(context: RowContext, code: string): Promise<Decision> {
  const { prisma } = context.deps;
  const { row } = context;
  const address: Address = { channel: row.channel as Address['channel'], team: row.team, externalId: row.externalId };
  try {
    const personId = await redeemCode(prisma, {
      code,
      source: `${row.channel}/${row.team}/${row.externalId}`,
      purpose: 'bind',
    });
    await bindAccount(prisma, address, personId);
    const talk = await context.talk();
    const { name } = await prisma.person.findUniqueOrThrow({ where: { id: personId } });
    return decision('recorded', context.planId, {
      messages: [{ message: answerMessage('done', [catalogueFor(talk.locale).answers.bound(name)], talk) }],
    });
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return refuseRow(context, { code: error.refusal.code });
  }
}
