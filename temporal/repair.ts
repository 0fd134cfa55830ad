import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { EntityState } from '../domain/supervision/types.ts';
import type { Prisma, PrismaClient } from '../prisma/client.ts';
import { raiseGeneration } from '../prisma/queries/raise-generation.ts';
import { forgetKicks } from '../prisma/queries/sender-kicks.ts';
import { stateQuery } from '../workflows/messages.ts';
import type { EntityStarter } from './entity-starter.ts';

export interface RepairDeps {
  prisma: PrismaClient;
  client: () => Promise<Client>;
  entities: EntityStarter;
  /** Applies open inbox rows again, once the entities run. */
  sweepInbox: () => Promise<void>;
}

export interface RepairReport {
  checked: number;
  started: { entityId: string; why: 'missing' | 'behind'; generation: number }[];
}

/**
 * Brings back what Temporal lacks or holds in an older copy, from the checkpoints, nearest due first. The
 * generation is raised by compare-and-set before the start, so that an older run's projections are refused,
 * and two repairs at once start one run.
 */
export async function repairEntities(deps: RepairDeps): Promise<RepairReport> {
  const rows = await deps.prisma.checkpoint.findMany({
    where: { status: { in: ['waiting', 'open', 'running'] } },
    orderBy: [{ nextAt: { sort: 'asc', nulls: 'last' } }, { entityId: 'asc' }],
    select: { entityId: true, generation: true, version: true },
  });
  const report: RepairReport = { checked: rows.length, started: [] };
  for (const row of rows) {
    const why = await wrongWith(deps, row);
    if (why === null) continue;
    const state = await nextGeneration(deps, row);
    if (state === null) continue;
    await deps.entities.start(state, true);
    report.started.push({ entityId: row.entityId, why, generation: state.generation });
  }
  const clocks = await deps.prisma.prompt.findMany({
    where: { status: { in: ['queued', 'sending'] } },
    distinct: ['clockId'],
    select: { clockId: true },
  });
  for (const { clockId } of clocks) {
    const clock = await deps.prisma.clock.findUnique({ where: { id: clockId } });
    await forgetKicks(deps.prisma, clockId);
    await deps.entities.kickSender(clockId, Number(clock?.offsetMs ?? 0n));
  }
  await deps.sweepInbox();
  return report;
}

async function wrongWith(
  deps: RepairDeps,
  row: { entityId: string; generation: number; version: number },
): Promise<'missing' | 'behind' | null> {
  const { workflow } = await deps.client();
  const handle = workflow.getHandle(row.entityId);
  try {
    const { status } = await handle.describe();
    // Checkpointed as open, but its run is over (terminated by hand, or ended by an older generation's refusal).
    if (status.name !== 'RUNNING') return 'missing';
    const live = await handle.query(stateQuery);
    const behind =
      live.generation < row.generation || (live.generation === row.generation && live.version < row.version);
    return behind ? 'behind' : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'missing';
    throw error;
  }
}

/** The checkpoint's state at the next generation; null where another repair was first. */
async function nextGeneration(
  { prisma }: RepairDeps,
  { entityId, generation }: { entityId: string; generation: number },
): Promise<EntityState | null> {
  const raised = await raiseGeneration(prisma, entityId, generation);
  if (!raised) return null;
  const { state, version, planId } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  const clock = await prisma.clock.findFirst({ where: { plans: { some: { id: planId } } } });
  const next = {
    ...(state as unknown as EntityState),
    generation: generation + 1,
    version,
    offsetMs: Number(clock?.offsetMs ?? 0n),
  };
  await prisma.checkpoint.update({
    where: { entityId, generation: generation + 1, version },
    data: { state: next as unknown as Prisma.InputJsonValue },
  });
  return next;
}
