import { RefusedError, type RefusalCode } from '../../domain/refusals.ts';
import { ACTS, may, type Act } from '../../domain/rights.ts';
import { appendDeskEvent } from '../../prisma/events.ts';
import type { DeskActor, DeskDeps } from './deps.ts';

/** Refusals that belong to no plan (an import, the calendar) are kept on this chain: `desk/installation`. */
export const INSTALLATION = 'installation';

type Details = Record<string, string | number>;

export const eventActor = ({ personId, name }: DeskActor): { id: string; name: string } => ({ id: personId, name });

/** Puts a refusal on the plan's desk chain, then throws it. Every refusal is an Event. */
export async function refuseRecorded(
  deps: DeskDeps,
  actor: DeskActor,
  planId: string | null,
  act: string,
  code: RefusalCode,
  details: Details = {},
): Promise<never> {
  await recordRefusal(deps, actor, planId, act, code, details);
  throw new RefusedError(code, details);
}

/** Puts a refusal that was thrown outside a workflow on record, and throws it on. What a workflow refused stands on its own chain. */
export async function recordingRefusals<T>(
  deps: DeskDeps,
  actor: DeskActor,
  planId: string | null,
  act: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedError)
      await recordRefusal(deps, actor, planId, act, error.refusal.code, error.refusal.details);
    throw error;
  }
}

/** Refuses, on record, what the table of rights doesn't grant. */
export async function requireRight(
  deps: DeskDeps,
  actor: DeskActor,
  act: Act,
  planId: string | null,
  unitIds?: string[],
): Promise<void> {
  const ownUnitIds = actor.memberships.map(({ unitId }) => unitId);
  if (may(act, actor.grants, { planId, ...(unitIds ? { unitIds } : {}), ownUnitIds })) return;
  await refuseRecorded(deps, actor, planId, act, 'NOT_PERMITTED', { act: ACTS[act] });
}

async function recordRefusal(
  { prisma, clock }: DeskDeps,
  actor: DeskActor,
  planId: string | null,
  act: string,
  code: RefusalCode,
  details: Details,
): Promise<void> {
  const plan =
    planId === null ? null : await prisma.plan.findUnique({ where: { id: planId }, select: { clockId: true } });
  await appendDeskEvent(prisma, {
    // A made-up plan id opens no chain of its own.
    planId: plan && planId !== null ? planId : INSTALLATION,
    kind: 'refused',
    actor: eventActor(actor),
    via: actor.via,
    ...(plan ? { planAt: await clock.now(plan.clockId) } : {}),
    body: { act, code, details, ...(plan || planId === null ? {} : { planId: planId.slice(0, 80) }) },
  });
}
