import type { Address } from '../../domain/chat/port.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { Db } from '../../prisma/client.ts';
import { bindAccount, holderOf } from '../directory/bind-account.ts';
import { openClaim, type BindClaim } from '../directory/bind-claims.ts';
import { redeemCode, redeemedSince } from '../directory/codes.ts';
import { boundDecision } from './bound.ts';
import { recordBinding } from './record-binding.ts';
import type { Decision, DispatchDeps, InboxRow, RowContext } from './types.ts';

export const addressOfRow = ({ channel, team, externalId }: InboxRow): Address => ({
  channel: channel as Address['channel'],
  team,
  externalId,
});

/** How the account that wrote a row calls itself; null where its channel doesn't say. */
export function senderOf({ payload }: InboxRow): string | null {
  const { sender } = payload as { sender?: unknown };
  return typeof sender === 'string' && sender.trim() !== '' ? sender.slice(0, 80) : null;
}

/** Bound and told, or asked whether it is the person: somebody else's account would give way. */
export type Redeemed = { context: RowContext; decided: Decision } | { claim: BindClaim };

/**
 * A one-time code ties the row's address to the code's person, who is told whose account it is now and what is
 * open: prompts follow in the next digest, past ones never. A link that was opened by the wrong person takes nothing
 * over: an address that is somebody else's refuses the code, which is burnt then; and while the person is reached on
 * another account of the channel, that one stays until 〔是本人〕 is pressed. A first binding takes nothing from
 * anybody: it holds at once, and its answer has 〔不是本人〕. Throws RefusedError CODE_WRONG, CODE_TOO_MANY, BIND_TAKEN.
 */
export async function bindByCode(deps: DispatchDeps, row: InboxRow, code: string): Promise<Redeemed> {
  const { prisma } = deps;
  const address = addressOfRow(row);
  const before = await doneBefore(deps, row, code);
  if (before) return 'claim' in before ? before : boundDecision(deps, row, before.personId, 0);
  const came: { replaced: number; claim: BindClaim | null; isTaken: boolean } = {
    replaced: 0,
    claim: null,
    isTaken: false,
  };
  const source = `${row.channel}/${row.team}/${row.externalId}`;
  const personId = await redeemCode(prisma, { code, source, purpose: 'bind' }, new Date(), async (tx, id) => {
    const holder = await holderOf(tx, address);
    if (holder !== null && holder !== id) {
      came.isTaken = true;
      await recordBinding(tx, row, { kind: 'denied', personId: id, accountName: senderOf(row), reason: 'taken' });
    } else if (holder === null && (await isReachedElsewhere(tx, address, id))) {
      const claim = { personId: id, address, accountName: senderOf(row), inboxId: row.id };
      came.claim = await openClaim(tx, claim);
    } else {
      came.replaced = (await bindAccount(tx, address, id, senderOf(row))).replaced;
      await recordBinding(tx, row, {
        kind: 'bound',
        personId: id,
        accountName: senderOf(row),
        replaced: came.replaced,
      });
    }
  });
  if (came.isTaken) throw new RefusedError('BIND_TAKEN');
  return came.claim ? { claim: came.claim } : boundDecision(deps, row, personId, came.replaced);
}

const isReachedElsewhere = async (tx: Db, { channel }: Address, personId: string): Promise<boolean> =>
  (await tx.account.count({ where: { personId, channel, revokedAt: null } })) > 0;

/** This row did it already, before a crash. */
async function doneBefore(
  { prisma }: DispatchDeps,
  row: InboxRow,
  code: string,
): Promise<{ personId: string } | { claim: BindClaim } | null> {
  const claim = await prisma.bindClaim.findUnique({ where: { inboxId: row.id } });
  if (claim) return { claim };
  const personId = await redeemedSince(prisma, code, row.receivedAt);
  return personId !== null && (await holderOf(prisma, addressOfRow(row))) === personId ? { personId } : null;
}
