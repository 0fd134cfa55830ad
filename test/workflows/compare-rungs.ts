import { expect } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { OUTCOMES, type PlanState } from '../../domain/supervision/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import { expectedRungs, rungLine } from './expected-rungs.ts';

/**
 * Compares a closed plan's prompts with the calendar's own list, rung by rung: each stands there once, with
 * one of the six outcomes, and there is no other. Resolves to how many there were.
 */
export async function expectEveryRungOnce(prisma: PrismaClient, planId: string): Promise<number> {
  const plan = (await prisma.checkpoint.findUniqueOrThrow({ where: { entityId: planWorkflowId(planId) } }))
    .state as unknown as PlanState;
  const end = (
    await prisma.event.findFirstOrThrow({ where: { entityId: planWorkflowId(planId), kind: 'planClosed' } })
  ).planAt.toISOString();
  const entities = await prisma.checkpoint.findMany({
    where: { planId, kind: { not: 'plan' } },
    select: { entityId: true },
  });
  const expected: string[] = [];
  const actual: string[] = [];
  for (const { entityId } of entities) {
    expected.push(...(await expectedRungs(prisma, entityId, DEFAULT_POLICY, plan.phases, end)));
    const rows = await prisma.prompt.findMany({ where: { entityId, slotAt: { lte: new Date(end) } } });
    actual.push(
      ...rows.map((row) =>
        rungLine(entityId, { ...row, at: row.slotAt.toISOString(), duty: row.duty as never, rung: row.rung as never }),
      ),
    );
    expect(rows.filter(({ status }) => !OUTCOMES.includes(status as never))).toEqual([]);
  }
  expect(actual.sort()).toEqual(expected.sort());
  return actual.length;
}
