import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Address } from '../../domain/chat/port.ts';
import { refusal, RefusedError, type RefusalCode } from '../../domain/refusals.ts';
import { bindAccount } from '../directory/bind-account.ts';
import { redeemCode } from '../directory/codes.ts';
import { planTalk } from '../plan-talk.ts';
import type { DispatchDeps, InboxRow } from './types.ts';

/** A row from an address to which nobody is bound: a one-time code binds it, anything else is refused with a sentence. */
export async function applyStranger(deps: DispatchDeps, row: InboxRow): Promise<void> {
  const address: Address = { channel: row.channel as Address['channel'], team: row.team, externalId: row.externalId };
  const { sentence, code } =
    row.kind === 'code'
      ? await bind(deps, row, address)
      : { sentence: refusal('ACCOUNT_UNKNOWN').message, code: 'ACCOUNT_UNKNOWN' as const };
  const { count } = await deps.prisma.inbox.updateMany({
    where: { id: row.id, status: 'open' },
    data: { status: 'done', outcome: code === null ? 'recorded' : 'refused', error: code, doneAt: new Date() },
  });
  if (count === 0) return;
  const {
    klass: _,
    buttons: __,
    ...message
  } = answerMessage(code === null ? 'done' : 'refused', [sentence], await planTalk(deps.prisma, deps.clock, ''));
  // No Delivery: there is no person yet whose it would be. The row itself is the record.
  await deps.channels
    .get(row.channel)
    ?.send(address, { ...message, klass: 'answer', buttons: [], deliveryId: `inbox-${row.id}` })
    .catch(() => undefined);
}

async function bind(
  deps: DispatchDeps,
  row: InboxRow,
  address: Address,
): Promise<{ sentence: string; code: RefusalCode | null }> {
  try {
    const personId = await redeemCode(deps.prisma, {
      code: row.text ?? '',
      source: `${row.channel}/${row.team}/${row.externalId}`,
      purpose: 'bind',
    });
    await bindAccount(deps.prisma, address, personId);
    const { name } = await deps.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    return { sentence: catalogueFor().answers.bound(name), code: null };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { sentence: error.refusal.message, code: error.refusal.code };
  }
}
