import type { PrismaClient } from '../../prisma/client.ts';
import { takeLead } from '../../prisma/queries/take-lead.ts';

export interface Lead {
  prisma: PrismaClient;
  key: string;
  token: string;
  leaseMs: number;
}

/**
 * Renews a lead that was just taken, thrice a span. Calls `lost` where another has it, or where it could not be
 * renewed until it ran out. Returns what ends it.
 */
export function keepLead({ prisma, key, token, leaseMs }: Lead, lost: () => void): () => void {
  let renewedAt = performance.now();
  const timer = setInterval(() => {
    const askedAt = performance.now();
    takeLead(prisma, key, token, leaseMs).then(
      (kept) => {
        if (kept) renewedAt = askedAt;
        else lost();
      },
      () => {
        if (performance.now() - renewedAt >= leaseMs) lost();
      },
    );
  }, leaseMs / 3);
  return () => clearInterval(timer);
}
