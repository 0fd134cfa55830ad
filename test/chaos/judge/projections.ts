import { nextInstant } from '../../../domain/supervision/decide-issue.ts';
import type { EntityState } from '../../../domain/supervision/types.ts';
import { canonicalJson } from '../../../prisma/chain-hash.ts';
import type { Checkpoint } from '../../../prisma/generated/client.ts';
import type { Evidence, Finding } from './evidence.ts';

const found = (what: string, where: string): Finding => ({ law: 'P', what, where });

/** P: read model = checkpoint = workflow state, and nothing is half done. */
export async function judgeProjections(evidence: Evidence): Promise<Finding[]> {
  const { prisma, planId, clockId, workflows } = evidence;
  const checkpoints = await prisma.checkpoint.findMany({ where: { planId } });
  const findings = await halfDone(evidence);
  if (checkpoints.length === 0) findings.push(found('has no checkpoint at all', planId));
  for (const checkpoint of checkpoints) {
    findings.push(...columns(checkpoint));
    const live = await workflows.state(checkpoint.entityId);
    if (live) findings.push(...compare(checkpoint, live));
    else if (checkpoint.status !== 'closed' && checkpoint.status !== 'cancelled')
      findings.push(found('has no workflow', checkpoint.entityId));
  }
  const plan = await prisma.plan.findUnique({ where: { id: planId } });
  const state = checkpoints.find(({ kind }) => kind === 'plan')?.state as unknown as
    | Extract<EntityState, { kind: 'plan' }>
    | undefined;
  if (plan?.clockId !== clockId || plan.status !== state?.status)
    findings.push(found(`is ${plan?.status} on the list and ${state?.status} in its workflow`, planId));
  if ((plan?.holdUntil?.toISOString() ?? null) !== (state?.advancing?.undoUntil ?? null))
    findings.push(found('is held on the list otherwise than in its workflow', planId));
  return findings;
}

async function halfDone({ prisma, clockId }: Evidence): Promise<Finding[]> {
  const rows = await prisma.inbox.findMany({ where: { clockId, status: 'open' }, select: { dedupeKey: true } });
  const deliveries = await prisma.delivery.findMany({ where: { clockId, status: 'sending' }, select: { id: true } });
  const held = await prisma.prompt.findMany({
    where: { clockId, OR: [{ status: 'sending' }, { status: 'queued', heldBy: { not: null } }] },
    select: { id: true },
  });
  return [
    ...rows.map(({ dedupeKey }) => found('is an open inbox row', dedupeKey)),
    ...deliveries.map(({ id }) => found('is a message still being sent', id)),
    ...held.map(({ id }) => found('is a rung still being sent or answered', id)),
  ];
}

function columns({ entityId, state, status, version, generation, nextAt }: Checkpoint): Finding[] {
  const stored = state as unknown as EntityState;
  const next = stored.kind === 'plan' ? (stored.advancing?.undoUntil ?? null) : nextInstant(stored);
  const same = stored.status === status && stored.version === version && stored.generation === generation;
  // A closed entity has no next instant that anybody waits for.
  const sameNext = status === 'closed' || status === 'cancelled' || (nextAt?.toISOString() ?? null) === next;
  return [
    ...(same ? [] : [found('has columns that differ from its state', entityId)]),
    ...(sameNext ? [] : [found(`waits for ${nextAt?.toISOString()} and its state for ${next}`, entityId)]),
  ];
}

function compare({ entityId, state }: Checkpoint, live: EntityState): Finding[] {
  if (live.pendingEvents.length > 0)
    return [found(`has ${live.pendingEvents.length} events that are not on record`, entityId)];
  // Learning a later offset of the clock is no change of state.
  const plain = (one: EntityState): string => canonicalJson({ ...one, offsetMs: 0, pendingEvents: [] });
  const stored = state as unknown as EntityState;
  if (plain(stored) === plain(live)) return [];
  const differ = Object.keys(live).filter(
    (key) =>
      key !== 'offsetMs' &&
      canonicalJson(live[key as keyof EntityState]) !== canonicalJson(stored[key as keyof EntityState]),
  );
  return [found(`differs between checkpoint and workflow in ${differ.join(', ')}`, entityId)];
}
