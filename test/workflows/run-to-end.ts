import { instantAt } from '../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import type { PlanState } from '../../domain/supervision/types.ts';
import { planWorkflowId, senderWorkflowId } from '../../workflows/ids.ts';
import type { ChatWorld } from './chat-world.ts';
import { StandsStillError } from './harness.ts';
import { startPlanRun, type PlanRun, type PlanRunOptions } from './plan-run.ts';

/** On a phase's last day at this hour the coordinator advances. */
const ADVANCE_AT = '16:00';

export interface PlayOptions extends Omit<PlanRunOptions, 'chats'> {
  /** Opened anew for each try. */
  chats?: () => Promise<ChatWorld>;
  /** Looked at on the way, before what comes after that instant. */
  look?: { at: Date; take: (run: PlanRun) => Promise<void> };
  /** Not to the end. */
  stopAt?: Date;
}

/**
 * Plays plans from start to end on a skipping server. That server now and then applies one half of a workflow
 * task's completion, refuses it, and refuses its repetition for what the first half did ("Already open timer");
 * the real one doesn't. Or it counts a finished task as open for good, and skips no more. A run that it has
 * spoilt so is played again on a fresh server, twice at most; nothing else is.
 */
export async function playToEnd({
  chats: openChats,
  look,
  stopAt,
  ...options
}: PlayOptions): Promise<{ run: PlanRun; chats: ChatWorld | undefined; nodes: number }> {
  const planIds = options.plans.map(({ id }) => id);
  for (let attempt = 1; ; attempt += 1) {
    const chats = await openChats?.();
    const run = await startPlanRun({ ...options, ...(chats ? { chats } : {}) });
    try {
      return { run, chats, nodes: await runToEnd(run, planIds, { look, stopAt }) };
    } catch (error) {
      const spoilt = error instanceof StandsStillError || (await isSpoilt(run));
      await run.stop();
      if (!spoilt || attempt > 2) throw error;
    }
  }
}

/** Does some workflow wait for the server to take its task's completion? A defect of our own would do so in the second run too. */
export async function isSpoilt({ h, clockId }: Pick<PlanRun, 'h' | 'clockId'>): Promise<boolean> {
  const open = await h.prisma.checkpoint.findMany({
    where: { status: { in: ['open', 'running'] } },
    select: { entityId: true },
  });
  for (const id of [senderWorkflowId(clockId), ...open.map(({ entityId }) => entityId)]) {
    const { events } = await h.env.client.workflow.getHandle(id).fetchHistory();
    const last = events?.at(-1);
    if (
      last?.workflowTaskScheduledEventAttributes ||
      last?.workflowTaskStartedEventAttributes ||
      last?.workflowTaskTimedOutEventAttributes ||
      last?.workflowTaskFailedEventAttributes
    )
      return true;
  }
  return false;
}

/** Runs every plan through all its phases, each advanced on its last day. Resolves to the number of nodes. */
async function runToEnd(
  run: PlanRun,
  planIds: readonly string[],
  { look, stopAt }: { look: PlayOptions['look']; stopAt: Date | undefined },
): Promise<number> {
  let nodes = 0;
  let toLook = look;
  for (;;) {
    const next = await nextGate(run, planIds);
    if (toLook && (!next || next.at > toLook.at)) {
      nodes += await run.steps.runUntil(toLook.at);
      await toLook.take(run);
      toLook = undefined;
    }
    if (!next) return nodes;
    if (stopAt && next.at > stopAt) return nodes + (await run.steps.runUntil(stopAt));
    nodes += await run.steps.runUntil(next.at);
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
