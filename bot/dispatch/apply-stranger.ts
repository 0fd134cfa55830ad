import { parseCommand } from '../../domain/chat/command.ts';
import { refusal, RefusedError, type RefusalCode } from '../../domain/refusals.ts';
import { readClaimButton } from '../directory/bind-claims.ts';
import { codeInText } from '../directory/code-in-text.ts';
import { bindByCode } from './bind-by-code.ts';
import { finishRow } from './finish-row.ts';
import { askClaimant, settleBindClaim } from './settle-bind-claim.ts';
import { tellStranger } from './tell-stranger.ts';
import type { DispatchDeps, InboxRow } from './types.ts';

/** A row from an address to which nobody is bound: a one-time code binds it, anything else is refused with a sentence. */
export async function applyStranger(deps: DispatchDeps, row: InboxRow): Promise<void> {
  try {
    if (!(await bound(deps, row))) await refuseStranger(deps, row, 'ACCOUNT_UNKNOWN');
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    await refuseStranger(deps, row, error.refusal.code);
  }
}

/** False: the row has nothing to do with binding. */
async function bound(deps: DispatchDeps, row: InboxRow): Promise<boolean> {
  const pressed = row.kind === 'button' ? readClaimButton((row.payload as { buttonId?: unknown }).buttonId) : null;
  const code = codeOf(row);
  if (pressed) {
    const settled = await settleBindClaim(deps, row, pressed);
    if (settled) await finishRow(settled.context, settled.decided);
    else await done(deps, row, 'answered', null);
    return true;
  }
  if (code === null) return false;
  const redeemed = await bindByCode(deps, row, code);
  if ('claim' in redeemed) {
    await askClaimant(deps, row, redeemed.claim);
    await done(deps, row, 'answered', null);
  } else await finishRow(redeemed.context, redeemed.decided);
  return true;
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
  if (await done(deps, row, 'refused', code)) await tellStranger(deps, row, refusal(code).message, [], 'refused');
}

/** False: another process was first. */
async function done(
  { prisma }: DispatchDeps,
  { id }: InboxRow,
  outcome: 'answered' | 'refused',
  error: RefusalCode | null,
): Promise<boolean> {
  const { count } = await prisma.inbox.updateMany({
    where: { id, status: 'open' },
    data: { status: 'done', outcome, error, doneAt: new Date() },
  });
  return count > 0;
}
