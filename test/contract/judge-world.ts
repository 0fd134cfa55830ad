import type { ActivityDeps } from '../../activities/deps.ts';
import { issuePrompts } from '../../activities/issue-prompts.ts';
import { project } from '../../activities/project.ts';
import type { Projection } from '../../activities/types.ts';
import { DEFAULT_POLICY } from '../../domain/plan/policy.ts';
import { applyStarted } from '../../domain/supervision/apply-plan.ts';
import { decideIssue, nextInstant } from '../../domain/supervision/decide-issue.ts';
import { initialTaskState } from '../../domain/supervision/initial-states.ts';
import { mergeSchedule } from '../../domain/supervision/merge-schedule.ts';
import { withEvent } from '../../domain/supervision/pending.ts';
import { schedule } from '../../domain/supervision/schedule.ts';
import type { EntityState, PlanState, SupervisedState } from '../../domain/supervision/types.ts';
import { openPrisma, type PrismaClient } from '../../prisma/client.ts';
import { officeOf, unitRows } from '../../prisma/office-unit.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { startPlan } from '../../temporal/start-plan.ts';
import type { Evidence } from '../chaos/judge.ts';
import { chaosFacts, CLOCK, PLAN, STARTS_AT } from '../chaos/plan-facts.ts';
import { seedPlan } from '../chaos/seed-plan.ts';
import { freshDatabase } from '../support/database.ts';
import { answer, deliver, MESSAGE, NOW, REPLY, TASK, type Flush } from './judge-world-talk.ts';

export interface JudgeWorld {
  prisma: PrismaClient;
  evidence: Evidence;
  /** What the workflows say of themselves. */
  live: Map<string, EntityState>;
  close(): Promise<void>;
}

/** One task that was scheduled, asked for its receipt and answered by one report: nothing is lost, doubled or half done. */
export async function soundWorld(): Promise<JudgeWorld> {
  const database = await freshDatabase();
  const prisma = openPrisma({ databaseUrl: database.url, max: 4 });
  await seedPlan(prisma);
  const entities = { start: none, signal: none, kickSender: none, terminate: none, terminateSender: none };
  const deps: ActivityDeps = { prisma, entities, ports: new Map(), failpoints: none, log: () => undefined };
  const clock = { now: async () => STARTS_AT, offsetMs: async () => 0 };
  const live = new Map<string, EntityState>();
  const flush = async (state: EntityState): Promise<Projection> => {
    const stored = { ...state, version: state.version + 1, pendingEvents: [] };
    live.set(state.entityId, stored);
    const { entityId, kind, planId, generation, version, status } = stored;
    const nextAt = stored.kind === 'plan' ? null : nextInstant(stored);
    return { entityId, kind, planId, generation, version, status, nextAt, events: state.pendingEvents, state: stored };
  };

  await startPlan({ prisma, clock, entities }, PLAN);
  const plan = (await prisma.checkpoint.findFirstOrThrow({ where: { kind: 'plan' } })).state as unknown as PlanState;
  await project(deps, await flush(applyStarted(plan, NOW)));
  await supervise(deps, flush);
  await deliver(prisma);
  await answer(deps, flush, live.get(TASK) as SupervisedState);

  const evidence: Evidence = {
    prisma,
    planId: PLAN,
    clockId: CLOCK,
    now: new Date(STARTS_AT.getTime() + 60_000),
    channels: ['slack'],
    ledger: [{ deliveryId: MESSAGE, person: 'p', klass: 'digest', text: 'T01', at: NOW }],
    ambiguous: [],
    answers: [{ dedupeKey: REPLY, entityId: TASK, partId: 'p1', acknowledged: true }],
    workflows: { state: async (id) => live.get(id) ?? null, troubles: async () => [] },
  };
  return { prisma, evidence, live, close: () => prisma.$disconnect().then(database.drop) };
}

const none = async (): Promise<void> => undefined;
/** Schedules the task and issues what is due at once. */
async function supervise(deps: ActivityDeps, flush: Flush): Promise<void> {
  const units = await unitRows(deps.prisma, PLAN);
  const [task] = chaosFacts.tasks;
  const phase = { kind: 'deployment' as const, epoch: 1, name: '部署阶段', start: '2026-03-09', end: '2026-05-29' };
  const due = { effective: '2026-03-27' };
  const state = initialTaskState({
    planId: PLAN,
    entityId: TASK,
    clockId: CLOCK,
    offsetMs: 0,
    task: task!,
    dates: { due } as never,
    phase,
    units,
    officeUnit: officeOf(units, chaosFacts),
    startedAt: NOW,
    policy: DEFAULT_POLICY,
  });
  const made = schedule(state, { calendar: SEED_CALENDAR, policy: DEFAULT_POLICY, now: NOW });
  const { issued, state: left } = decideIssue(mergeSchedule(state, made, NOW), NOW);
  const rungs = issued.map(({ partId, duty, cycle, rung, rule, status }) => ({
    partId,
    duty,
    cycle,
    rung,
    rule,
    status,
  }));
  const asked = withEvent(left, {
    kind: 'rungsDue',
    actor: { id: 'system', name: '系统' },
    via: 'system',
    at: NOW,
    body: { rungs },
  });
  await issuePrompts(deps, { projection: await flush(asked), issued, now: NOW, offsetMs: 0, clockId: CLOCK });
}
