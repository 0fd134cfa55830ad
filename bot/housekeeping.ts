import { recordDailyRoot } from '../prisma/daily-root.ts';
import type { Office } from './compose.ts';
import { sendNotices } from './notices.ts';
import { sweepProposals } from './proposals-sweep.ts';
import { overdueEntities } from './watchdog.ts';

const EVERY_MS = 60_000;

/** What the bot looks after once a minute: unconfirmed answers, notices, yesterday's root, rungs that should have fired. */
export function startHousekeeping({ prisma, clock, channels, realNow, desk }: Office): { stop: () => void } {
  let alarmed = new Set<string>();
  async function turn(): Promise<void> {
    await sweepProposals({ prisma, clock, channels });
    await sendNotices({ prisma, clock, channels });
    await recordDailyRoot(prisma, realNow());
    const late = await overdueEntities(prisma, clock);
    const fresh = late.filter((entityId) => !alarmed.has(entityId));
    if (fresh.length > 0)
      desk.log('rungs are overdue: run duban doctor', { entities: fresh.slice(0, 20), count: fresh.length });
    alarmed = new Set(late);
  }
  // A turn that fails is tried with the next: the database may be away for a while.
  const timer = setInterval(
    () => void turn().catch((error: unknown) => desk.log('housekeeping is tried again', { error: String(error) })),
    EVERY_MS,
  );
  return { stop: () => clearInterval(timer) };
}
