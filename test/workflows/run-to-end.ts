import { instantAt } from '../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import type { PlanState } from '../../domain/supervision/types.ts';
import { planWorkflowId } from '../../workflows/ids.ts';
import type { PlanRun } from './plan-run.ts';

/** On a phase's last day at this hour the coordinator advances. */
const ADVANCE_AT = '16:00';

/** Runs every plan through all its phases, each advanced on its last day. Resolves to the number of nodes. */
export async function runToEnd(
  run: PlanRun,
  planIds: readonly string[],
  onNode?: (node: Date) => void,
): Promise<number> {
  let nodes = 0;
  for (;;) {
    const next = await nextGate(run, planIds);
    if (!next) return nodes;
    nodes += await run.steps.runUntil(next.at, onNode);
    await run.advance(next.planId);
  }
}

async function nextGate({ h }: PlanRun, planIds: readonly string[]): Promise<{ planId: string; at: Date } | null> {
  const gates: { planId: string; at: Date }[] = [];
  for (const planId of planIds) {
    const checkpoint = await h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: planWorkflowId(planId) } });
    const state = checkpoint.state as unknown as PlanState;
    const phase = state.phases[state.current];
    if (phase && state.status === 'running')
      gates.push({ planId, at: new Date(instantAt(phase.end, ADVANCE_AT, DEFAULT_ZONE)) });
  }
  return gates.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
