import { answerMessage } from '../../domain/chat/answer-message.ts';
import { parseCommand } from '../../domain/chat/command.ts';
import { refusal, RefusedError, type RefusalCode } from '../../domain/refusals.ts';
import { codeInText } from '../directory/code-in-text.ts';
import { planTalk } from '../plan-talk.ts';
import { addressOfRow, bindByCode } from './bind-by-code.ts';
import { finishRow } from './finish-row.ts';
import type { DispatchDeps, InboxRow } from './types.ts';

/** A row from an address to which nobody is bound: a one-time code binds it, anything else is refused with a sentence. */
export async function applyStranger(deps: DispatchDeps, row: InboxRow): Promise<void> {
  const code = codeOf(row);
  if (code === null) return refuseStranger(deps, row, 'ACCOUNT_UNKNOWN');
  try {
    const { context, decided } = await bindByCode(deps, row, code);
    await finishRow(context, decided);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    await refuseStranger(deps, row, error.refusal.code);
  }
}

/** Marked as a code by the channel, or said to be one. */
function codeOf({ kind, text }: InboxRow): string | null {
  const words = text ?? '';
  if (kind === 'code') return words;
  if (kind !== 'text' && kind !== 'command') return null;
  const command = kind === 'command' ? parseCommand(words) : null;
  return codeInText(words) ?? (command?.name === 'bind' && command.rest !== '' ? command.rest : null);
}

async function refuseStranger(deps: DispatchDeps, row: InboxRow, code: RefusalCode): Promise<void> {
  const { count } = await deps.prisma.inbox.updateMany({
    where: { id: row.id, status: 'open' },
    data: { status: 'done', outcome: 'refused', error: code, doneAt: new Date() },
  });
  if (count === 0) return;
  const {
    klass: _,
    buttons: __,
    ...message
  } = answerMessage('refused', [refusal(code).message], await planTalk(deps.prisma, deps.clock, ''));
  // No Delivery: there is no person yet whose it would be. The row itself is the record.
  await deps.channels
    .get(row.channel)
    ?.send(addressOfRow(row), { ...message, klass: 'answer', buttons: [], deliveryId: `inbox-${row.id}` })
    .catch(() => undefined);
}
