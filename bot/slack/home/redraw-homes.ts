import type { PrismaClient } from '../../../prisma/client.ts';
import { openedHomes } from '../../../prisma/opened-homes.ts';
import { changedHomes } from '../../../prisma/queries/changed-homes.ts';
import { takeRate } from '../../../prisma/queries/take-rate.ts';
import type { Homes } from './keep-home.ts';

export interface RedrawDeps {
  prisma: PrismaClient;
  team: string;
  homes: Pick<Homes, 'acted' | 'watch' | 'watched'>;
}

/** Of all processes together, a person's tab is drawn for others' acts so often at most. */
const ONCE_A_MINUTE = 1 / 60;
/** With a look every half minute fewer than Slack's 100 a minute: the others are those of who opens their tab. */
const AT_ONCE = 25;
const REMEMBERED_MAX = 2_000;
/** What was written just before the last look may have been committed after it. */
const OVERLAP_MS = 5_000;

/**
 * Draws the tab of whoever opened it once again after prompts were issued or settled for them, and the office's after
 * its list changed. A look takes one statement while nobody's has.
 */
export function createRedraw({ prisma, team, homes }: RedrawDeps): { look: () => Promise<void> } {
  const stale = new Set<string>();
  let since: Date | null = null;
  let isBegun = false;

  async function look(): Promise<void> {
    if (!isBegun)
      for (const { personId, address } of await openedHomes(prisma, { channel: 'slack', team, max: REMEMBERED_MAX }))
        homes.watch(personId, address);
    isBegun = true;
    const watched = homes.watched();
    if (watched.size === 0) return;
    const changed = await changedHomes(prisma, since, [...watched.keys()]);
    since = new Date(changed.now.getTime() - OVERLAP_MS);
    for (const personId of changed.personIds) stale.add(personId);
    let drawn = 0;
    for (const personId of stale) {
      if (drawn === AT_ONCE) break;
      const address = watched.get(personId);
      const key = `slack/${team}/home/${address?.externalId ?? ''}`;
      // Not yet: it stays stale for a later look.
      if (address && (await takeRate(prisma, { key, perSecond: ONCE_A_MINUTE }, 0)) > 0) continue;
      stale.delete(personId);
      if (!address) continue;
      homes.acted(personId);
      drawn += 1;
    }
  }

  return { look };
}
