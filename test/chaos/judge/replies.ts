import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Evidence, Finding } from './evidence.ts';

const found = (what: string, where: string): Finding => ({ law: 'R', what, where });

/** R: each acknowledged reply changed the state exactly once. */
export async function judgeReplies(evidence: Evidence): Promise<Finding[]> {
  return [...(await judgeRows(evidence)), ...(await judgeItems(evidence)), ...(await judgeRuns(evidence))];
}

async function judgeRows({ prisma, answers }: Evidence): Promise<Finding[]> {
  const rows = await prisma.inbox.findMany({
    where: { dedupeKey: { in: answers.map(({ dedupeKey }) => dedupeKey) } },
    include: { items: true },
  });
  return answers.flatMap(({ dedupeKey, acknowledged, outcome = 'recorded' }) => {
    const row = rows.find((one) => one.dedupeKey === dedupeKey);
    if (!row) return acknowledged ? [found('was acknowledged and is not on record', dedupeKey)] : [];
    if (row.status !== 'done') return [found(`is ${row.status} once quiet`, dedupeKey)];
    if (row.outcome !== outcome) return [found(`ended as ${row.outcome} (${row.error ?? 'no reason'})`, dedupeKey)];
    return row.items.length === 0 ? [found('is done without any item', dedupeKey)] : [];
  });
}

/** Each item has its one Event; an Event of a reply without an item's id is a second application. */
async function judgeItems({ prisma, planId }: Evidence): Promise<Finding[]> {
  const entities = await prisma.checkpoint.findMany({ where: { planId }, select: { entityId: true } });
  const items = await prisma.inboxItem.findMany({
    where: { entityId: { in: entities.map(({ entityId }) => entityId) } },
  });
  const events = await prisma.event.findMany({
    where: { planId },
    select: { entityId: true, seq: true, kind: true, inboxItemId: true, receivedAt: true, body: true },
  });
  const byItem = Map.groupBy(events, ({ inboxItemId }) => inboxItemId);
  const missing = items.flatMap(({ id, outcome, entityId }) => {
    if (outcome === null) return [found('is an item without outcome once quiet', id)];
    if (outcome === 'refused') return [];
    const its = byItem.get(id) ?? [];
    if (its.length !== 1) return [found(`is ${outcome} and has ${its.length} events`, id)];
    return its[0]?.entityId === entityId ? [] : [found('has its event in the chain of another entity', id)];
  });
  const twice = events.filter(({ receivedAt, inboxItemId }) => receivedAt !== null && inboxItemId === null);
  return [
    ...missing,
    ...twice.map(({ entityId, seq, kind }) => found(`${kind} was applied a second time`, `${entityId} event ${seq}`)),
  ];
}

/** The state counts reports without a figure: as many as were given, neither more nor fewer. */
async function judgeRuns({ prisma, planId, answers }: Evidence): Promise<Finding[]> {
  const rows = await prisma.inbox.findMany({
    where: { dedupeKey: { in: answers.map(({ dedupeKey }) => dedupeKey) } },
    select: { dedupeKey: true },
  });
  const kept = new Set(rows.map(({ dedupeKey }) => dedupeKey));
  const given = Map.groupBy(
    answers.filter(({ dedupeKey, acknowledged }) => acknowledged || kept.has(dedupeKey)),
    ({ entityId, partId }) => `${entityId} ${partId}`,
  );
  const checkpoints = await prisma.checkpoint.findMany({
    where: { planId, kind: 'task' },
    select: { entityId: true, state: true },
  });
  return checkpoints.flatMap(({ entityId, state }) =>
    (state as unknown as SupervisedState).parts.flatMap(({ id, unquantifiedRun = 0 }) => {
      const count = given.get(`${entityId} ${id}`)?.length ?? 0;
      return count === unquantifiedRun
        ? []
        : [found(`was given ${count} reports and its state counts ${unquantifiedRun}`, `${entityId} ${id}`)];
    }),
  );
}
