import type { PrismaClient } from '../prisma/client.ts';
import type { PlanClock } from '../prisma/clock.ts';
import { putOfficeItem } from '../prisma/office-items.ts';
import type { ChatListener } from './listener.ts';

export interface SilenceDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  log: (message: string, fields: Record<string, unknown>) => void;
  realNow: () => Date;
}

/** A recycled socket, or a provider's short outage, is over by then. */
const SILENT_AFTER_MS = 5 * 60_000;

/**
 * Watches the ways in, which try again by themselves: one that has heard nothing for five minutes raises an alarm in
 * the log and an item in the office of each running plan, once; both are over when it hears again. One call a turn.
 */
export function createSilenceWatch(
  { prisma, clock, log, realNow }: SilenceDeps,
  listeners: readonly ChatListener[],
): () => Promise<void> {
  const silentSince = new Map<string, number>();
  const alarmed = new Set<string>();
  const wellKnown = new Set<string>();
  const keyOf = (channel: string): string => `channel-silent/${channel}`;

  async function raise(channel: string, note: string | undefined): Promise<void> {
    const plans = await prisma.plan.findMany({ where: { status: 'running' }, select: { id: true, clockId: true } });
    for (const { id: planId, clockId } of plans)
      await putOfficeItem(prisma, {
        planId,
        key: keyOf(channel),
        kind: 'undeliverable',
        body: { reason: 'channel-silent', channel, detail: note ?? '' },
        planAt: await clock.now(clockId),
      });
    alarmed.add(channel);
    wellKnown.delete(channel);
    log('a channel has heard nothing for minutes', { channel, note: note ?? '' });
  }

  /** Also what an earlier process raised. */
  async function over(channel: string): Promise<void> {
    silentSince.delete(channel);
    if (wellKnown.has(channel)) return;
    await prisma.officeItem.updateMany({
      where: { key: keyOf(channel), status: 'open' },
      data: { status: 'done', settledAt: realNow(), settledBy: 'system' },
    });
    if (alarmed.delete(channel)) log('a channel is heard again', { channel });
    wellKnown.add(channel);
  }

  return async () => {
    for (const listener of listeners) {
      const { state, note } = listener.state();
      const { channel } = listener;
      if (state === 'ok') {
        await over(channel);
        continue;
      }
      const now = realNow().getTime();
      const since = silentSince.get(channel) ?? now;
      silentSince.set(channel, since);
      if (now - since >= SILENT_AFTER_MS && !alarmed.has(channel)) await raise(channel, note);
    }
  };
}
