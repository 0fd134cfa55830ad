import { z } from 'zod';
import type { PrismaClient } from '../../../prisma/client.ts';

const Rung = z.object({ partId: z.string(), duty: z.string(), cycle: z.string(), rung: z.string() });
const Body = z.looseObject({ rungs: z.array(Rung) });

export type RecordedDue = z.infer<typeof Rung> & { entityId: string };

/** Every rung that an entity recorded as due. One that was due as soon as it was scheduled stands in no state. */
export async function recordedDue(prisma: PrismaClient, planId: string): Promise<RecordedDue[]> {
  const events = await prisma.event.findMany({
    where: { planId, kind: 'rungsDue' },
    select: { entityId: true, body: true },
  });
  return events.flatMap(({ entityId, body }) => Body.parse(body).rungs.map((rung) => ({ entityId, ...rung })));
}
