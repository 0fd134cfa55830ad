import type { Address } from '../domain/chat/port.ts';
import type { Db } from './client.ts';

/** After this long one more call tries a token that was refused. */
const TRY_TOKEN_AGAIN_MS = 15 * 60_000;

/** This address will not work: it is passed over until its person writes from it or binds again. */
export async function markAddressFailed(db: Db, address: Address, reason: string): Promise<void> {
  await db.account.updateMany({
    where: { ...address, failedAt: null },
    data: { failedAt: new Date(), failReason: reason.slice(0, 300) },
  });
}

/** Its person let us in again: it is tried again. */
export async function clearAddressFailure(db: Db, { channel, team, externalId }: Address): Promise<void> {
  await db.account.updateMany({
    where: { channel, team, externalId, failedAt: { not: null } },
    data: { failedAt: null, failReason: null },
  });
}

/** The provider refused the token: its accounts are passed over for a while, so that nobody calls it in a loop. */
export async function markChannelDown(db: Db, { channel, team }: Address, reason: string): Promise<void> {
  const since = new Date();
  const until = new Date(since.getTime() + TRY_TOKEN_AGAIN_MS);
  await db.channelOutage.upsert({
    where: { channel_team: { channel, team } },
    create: { channel, team, reason: reason.slice(0, 300), since, until },
    update: { reason: reason.slice(0, 300), until },
  });
}

/** A message went through: the token works. */
export async function clearOutage(db: Db, { channel, team }: Address): Promise<void> {
  await db.channelOutage.deleteMany({ where: { channel, team } });
}

/** The provider gave the same chat another name. Where that name is known already, the old one is done with. */
export async function moveAccount(db: Db, address: Address, externalId: string): Promise<void> {
  const { channel, team } = address;
  const there = await db.account.findUnique({
    where: { channel_team_externalId: { channel, team, externalId } },
    select: { id: true },
  });
  if (there) await markAddressFailed(db, address, `moved to another address`);
  else await db.account.updateMany({ where: { ...address }, data: { externalId, failedAt: null, failReason: null } });
}
