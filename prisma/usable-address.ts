import { CHANNELS, type Address, type Channel } from '../domain/chat/port.ts';
import type { Db } from './client.ts';

/** Where a person is reached best at the moment: the preferred channel that works; the web inbox reaches everybody. */
export async function usableAddress(db: Db, personId: string, channels: Iterable<string>): Promise<Address> {
  const accounts = await db.account.findMany({
    where: { personId, revokedAt: null, failedAt: null, channel: { in: [...channels] } },
    orderBy: { boundAt: 'desc' },
  });
  const outages = await db.channelOutage.findMany({ where: { until: { gt: new Date() } } });
  const place = (channel: string): number => CHANNELS.indexOf(channel as Channel);
  const [best] = accounts
    .filter(({ channel, team }) => !outages.some((down) => down.channel === channel && down.team === team))
    .toSorted((a, b) => place(b.channel) - place(a.channel));
  return best
    ? { channel: best.channel as Channel, team: best.team, externalId: best.externalId }
    : { channel: 'web', team: '', externalId: personId };
}
