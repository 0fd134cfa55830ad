import { expect } from 'vitest';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { escalationId } from '../../domain/supervision/escalations.ts';
import { OUTCOMES, type PlanState, type SupervisedState } from '../../domain/supervision/types.ts';
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
    select: { entityId: true, state: true },
  });
  const expected: string[] = [];
  const actual: string[] = [];
  for (const { entityId, state } of entities) {
    expected.push(...(await expectedRungs(prisma, entityId, DEFAULT_POLICY, plan.phases, end)));
    const rows = await prisma.prompt.findMany({ where: { entityId, slotAt: { lte: new Date(end) } } });
    actual.push(
      ...rows.map((row) =>
        rungLine(entityId, { ...row, at: row.slotAt.toISOString(), duty: row.duty as never, rung: row.rung as never }),
      ),
    );
    const ended = rows.filter(({ status }) => status !== 'held');
    expect(ended.filter(({ status }) => !(OUTCOMES as readonly string[]).includes(status))).toEqual([]);
    // Nobody has released it yet: it waits in a task that is open, and the office sees it.
    const held = rows
      .filter((row) => !ended.includes(row))
      .map((row) => escalationId({ ...row, seq: row.deadlineSeq }));
    const { escalations = [] } = state as unknown as SupervisedState;
    expect(escalations.map(({ id }) => id).toSorted()).toEqual(held.toSorted());
  }
  expect(actual.sort()).toEqual(expected.sort());
  return actual.length;
}
