import { answerMessage } from '../../domain/chat/answer-message.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { planTalk } from '../plan-talk.ts';
import { addressOfRow } from './bind-by-code.ts';
import type { DispatchDeps, InboxRow } from './types.ts';

/** Says something to an address that is nobody's. No Delivery: there is no person whose it would be; the row itself is the record. */
export async function tellStranger(
  deps: DispatchDeps,
  row: InboxRow,
  sentence: string,
  buttons: SendableMessage['buttons'],
  kind: 'refused' | 'note' = 'note',
): Promise<void> {
  const message = answerMessage(kind, [sentence], await planTalk(deps.prisma, deps.clock, ''));
  await deps.channels
    .get(row.channel)
    ?.send(addressOfRow(row), { ...message, buttons, deliveryId: `inbox-${row.id}` })
    .catch(() => undefined);
}
