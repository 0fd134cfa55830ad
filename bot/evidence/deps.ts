import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { Channels } from '../channels.ts';
import type { DeskUpdates } from '../desk/deps.ts';
import type { FileFetcher } from './file-fetcher.ts';
import type { EvidenceStore } from './store/evidence-store.ts';

export interface EvidenceDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  updates: Pick<DeskUpdates, 'decide'>;
  channels: Channels;
  store: EvidenceStore;
  fetchers: readonly FileFetcher[];
  realNow: () => Date;
  log: (message: string, fields: Record<string, unknown>) => void;
}
