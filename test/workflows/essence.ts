import { localDateOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';

/** What a run came to, without ids and without the minutes that a channel takes: entities by their names. */
export async function essenceOf(prisma: PrismaClient, planId: string): Promise<Record<string, unknown>> {
  const rows = await prisma.checkpoint.findMany({
    where: { planId, kind: { in: ['task', 'phase'] } },
    select: { entityId: true, status: true, state: true },
  });
  const units = new Map((await prisma.unit.findMany({ where: { planId } })).map(({ id, name }) => [id, name]));
  const essences = rows.map(({ entityId, status, state }): [string, unknown] => {
    const { no, title, phase, kind, parts } = state as unknown as SupervisedState;
    const of = parts.map((part) => ({
      unit: units.get(part.unitId) ?? '',
      role: part.role,
      completion: part.completion,
      completedOn: dayOf(part.completionAt ?? null),
      receiptOn: dayOf(part.receiptAt),
      progress: part.progress,
      words: part.lastWords,
      reportedOn: dayOf(part.lastReportAt),
      open: part.duties.filter(({ filedAt }) => filedAt === undefined).map((duty) => `${duty.kind} ${duty.cycle}`),
    }));
    return [
      // A phase has one entity of its own and one a kind of recurring duty.
      `${kind} ${kind === 'phase' ? [phase?.kind ?? '', ...entityId.split('/').slice(4)].join('/') : ''} ${no ?? ''} ${title}`,
      { status, parts: of.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) },
    ];
  });
  return Object.fromEntries(essences.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const dayOf = (at: string | null): string | null => (at === null ? null : localDateOf(at, DEFAULT_ZONE));
