import { recordDailyRoot } from '../prisma/daily-root.ts';
import type { Office } from './compose.ts';
import type { ChatListener } from './listener.ts';
import { createSilenceWatch } from './silent-channels.ts';
import { resumeAmendments } from './desk/amend/resume-amendments.ts';
import { resumeSubItems } from './desk/sub-items/carry-sub-items.ts';
import { sendNotices } from './notices.ts';
import { tellDisputes } from './disputes/tell-disputes.ts';
import { closeUnbound } from './people/close-unbound.ts';
import { finishHandovers } from './people/finish-handovers.ts';
import { sweepProposals } from './proposals-sweep.ts';
import { closeWithdrawn } from './withdrawn/close-withdrawn.ts';
import { overdueEntities } from './watchdog.ts';

const EVERY_MS = 60_000;

/** What the bot looks after once a minute: unconfirmed answers, notices, yesterday's root, rungs that should have fired. */
export function startHousekeeping(
  { prisma, clock, channels, realNow, desk }: Office,
  listeners: readonly ChatListener[],
): { stop: () => void } {
  let alarmed = new Set<string>();
  async function watch(): Promise<void> {
    const late = await overdueEntities(prisma, clock);
    const fresh = late.filter((entityId) => !alarmed.has(entityId));
    if (fresh.length > 0)
      desk.log('rungs are overdue: run duban doctor', { entities: fresh.slice(0, 20), count: fresh.length });
    alarmed = new Set(late);
  }
  const parts: (() => Promise<unknown>)[] = [
    () => sweepProposals({ prisma, clock, channels }),
    () => closeWithdrawn({ prisma, clock, channels }),
    () => tellDisputes({ prisma, clock }),
    () => finishHandovers({ prisma, clock, channels }),
    () => closeUnbound({ prisma, channels }),
    () => sendNotices({ prisma, clock, channels }),
    () => recordDailyRoot(prisma, realNow()),
    () => resumeAmendments(desk),
    () => resumeSubItems(desk),
    watch,
    createSilenceWatch({ prisma, clock, log: desk.log, realNow }, listeners),
  ];
  // One that fails is tried with the next turn, and keeps no other: the database may be away for a while.
  async function turn(): Promise<void> {
    for (const part of parts)
      await part().catch((error: unknown) => desk.log('housekeeping is tried again', { error: String(error) }));
  }
  const timer = setInterval(() => void turn(), EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
