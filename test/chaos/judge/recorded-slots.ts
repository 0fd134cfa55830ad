import { z } from 'zod';
import type { PrismaClient } from '../../../prisma/client.ts';

const Slot = z.object({
  entityId: z.string(),
  partId: z.string(),
  deadlineSeq: z.number(),
  duty: z.string(),
  cycle: z.string(),
  rung: z.string(),
  at: z.string(),
});

export type RecordedSlot = z.infer<typeof Slot>;

/** Every slot that any recorded state of the plan ever held, at the last instant that it was given. */
export async function recordedSlots(prisma: PrismaClient, planId: string): Promise<RecordedSlot[]> {
  return z.array(Slot).parse(
    await prisma.$queryRaw`
      SELECT DISTINCT ON (1, 2, 3, 4, 5, 6)
        e."entityId", coalesce(p->>'id', p #>> '{}') AS "partId", coalesce((p->>'seq')::int, 1) AS "deadlineSeq",
        s->>'duty' AS duty, s->>'cycle' AS cycle, s->>'rung' AS rung, s->>'at' AS at
      FROM "Event" e
      CROSS JOIN LATERAL jsonb_array_elements(e."stateAfter"->'slots') s
      CROSS JOIN LATERAL jsonb_array_elements(s->'parts') p
      WHERE e."planId" = ${planId} AND e."stateAfter" ? 'slots'
      ORDER BY 1, 2, 3, 4, 5, 6, e."seq" DESC`,
  );
}
