import { z } from 'zod';
import type { Policy } from '../../domain/plan/policy.ts';
import type { Db } from '../client.ts';

const Row = z.object({ id: z.string(), policy: z.looseObject({}), office: z.string() });

export interface PlanToSend {
  policy: Policy;
  /** The office's short name, which signs. */
  office: string;
}

/** Running plans of a clock that have something to send or in hand, by id: of a plan's facts the office's name alone. */
export async function plansToSend(db: Db, clockId: string): Promise<Map<string, PlanToSend>> {
  const rows = z.array(Row).parse(
    await db.$queryRaw`
      SELECT pl."id", pl."policy", pl."facts" -> 'office' ->> 'name' AS "office" FROM "Plan" pl
      WHERE pl."clockId" = ${clockId} AND pl."status" = 'running' AND EXISTS (
        SELECT 1 FROM "Prompt" p WHERE p."planId" = pl."id" AND p."status" IN ('queued', 'sending'))`,
  );
  return new Map(rows.map(({ id, policy, office }) => [id, { policy: policy as unknown as Policy, office }]));
}
