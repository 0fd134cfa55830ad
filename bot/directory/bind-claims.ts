import { randomBytes } from 'node:crypto';
import type { Address } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';
import type { BindClaim } from '../../prisma/generated/client.ts';
import { CODE_MINUTES } from './codes.ts';

export type { BindClaim };

/** 〔是本人〕 and 〔不是本人〕 of a claim: pressed by somebody who has no card of ours yet, so that the id itself says which. */
const BUTTON = /^([\w-]{22})\.([yn])$/;

export const claimButton = (id: string, isMe: boolean): string => `${id}.${isMe ? 'y' : 'n'}`;

export function readClaimButton(buttonId: unknown): { claimId: string; isMe: boolean } | null {
  const [, claimId, answer] = (typeof buttonId === 'string' ? BUTTON.exec(buttonId) : null) ?? [];
  return claimId === undefined ? null : { claimId, isMe: answer === 'y' };
}

export interface NewClaim {
  personId: string;
  address: Address;
  accountName: string | null;
  inboxId: string;
}

/** Open as long as a code would be. */
export async function openClaim(tx: Db, { address, ...claim }: NewClaim): Promise<BindClaim> {
  const { channel, team, externalId } = address;
  const expiresAt = new Date(Date.now() + CODE_MINUTES * 60_000);
  return tx.bindClaim.create({
    data: { id: randomBytes(16).toString('base64url'), channel, team, externalId, ...claim, expiresAt },
  });
}

/** Settles a claim that is still open, once: one statement decides between two who press. null: it is not. */
export async function settleClaim(
  tx: Db,
  id: string,
  outcome: 'bound' | 'denied',
  from: Partial<Address> = {},
): Promise<BindClaim | null> {
  const now = new Date();
  const { count } = await tx.bindClaim.updateMany({
    where: { id, ...from, settledAt: null, expiresAt: { gt: now } },
    data: { settledAt: now, outcome },
  });
  return count === 0 ? null : tx.bindClaim.findUnique({ where: { id } });
}
