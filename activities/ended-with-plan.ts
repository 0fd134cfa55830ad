import type { IssuedRung } from '../domain/supervision/decide-issue.ts';
import type { Db } from '../prisma/client.ts';

export const PLAN_CLOSED = '方案结束';

/** Of a closed plan nothing is sent any more: what its tasks left open is still decided on, but asked of nobody. */
export async function endedWithPlan(tx: Db, planId: string, issued: IssuedRung[]): Promise<IssuedRung[]> {
  const { status } = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { status: true } });
  if (status !== 'closed') return issued;
  return issued.map((rung) =>
    rung.status === 'superseded' || rung.status === 'withdrawn'
      ? rung
      : { ...rung, status: 'withdrawn', reason: PLAN_CLOSED },
  );
}
