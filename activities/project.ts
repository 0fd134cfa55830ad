import { ApplicationFailure } from '@temporalio/common';
import { refusalSentence } from '../domain/refusals.ts';
import type { EntityState, PendingEvent, SettledRungs } from '../domain/supervision/types.ts';
import type { Db } from '../prisma/client.ts';
import { appendEvents, type NewEvent } from '../prisma/events.ts';
import { upsertCheckpoint } from '../prisma/queries/upsert-checkpoint.ts';
import { withdrawPrompts } from '../prisma/queries/withdraw-prompts.ts';
import { announce } from './announce.ts';
import type { ActivityDeps } from './deps.ts';
import { PLAN_CLOSED } from './ended-with-plan.ts';
import { promptRow } from './prompt-row.ts';
import { closeEscalations, releaseHeld, releaseHolds } from './release-held.ts';
import type { Projection } from './types.ts';

/** Puts one flush on record. Repeated, it changes nothing; from an older generation, it is refused for good. */
export async function project(deps: ActivityDeps, projection: Projection): Promise<void> {
  await deps.prisma.$transaction((tx) => projectIn(tx, projection));
  await deps.failpoints('project.after-commit');
  const { state, events } = projection;
  // Repeated after a crash, too: the sender may not have heard of it.
  if (events.some(({ released = [] }) => released.length > 0))
    await deps.entities.kickSender(state.clockId, state.offsetMs);
}

export async function projectIn(tx: Db, projection: Projection): Promise<'applied' | 'repeated'> {
  const holds = await releaseHolds(tx, projection);
  const applied = await upsertCheckpoint(tx, projection);
  if (applied === 'stale') {
    throw ApplicationFailure.create({
      type: 'STALE_GENERATION',
      message: refusalSentence('STALE_GENERATION'),
      nonRetryable: true,
    });
  }
  if (applied === 'repeated') return applied;
  await appendEvents(tx, projection.entityId, toEvents(projection));
  for (const { settled = [], at } of projection.events) {
    for (const rungs of settled) await settle(tx, projection, rungs, at);
  }
  for (const { rung, hold } of holds) await releaseHeld(tx, projection.entityId, rung, hold);
  await closeEscalations(tx, projection);
  const { state, events } = projection;
  if (state.kind === 'plan') await mirrorPlan(tx, state, events.at(-1)?.at);
  else for (const event of events) await announce(tx, state, event);
  return applied;
}

function toEvents({ entityId, planId, generation, version, events, state }: Projection): NewEvent[] {
  const recordedAt = new Date();
  return events.map((event, index) => ({
    entityId,
    planId,
    seq: event.seq,
    kind: event.kind,
    actor: event.actor,
    via: event.via,
    inboxItemId: event.inboxItemId ?? null,
    receivedAt: event.receivedAt === undefined ? null : new Date(event.receivedAt),
    recordedAt,
    planAt: new Date(event.at),
    schemaVersion: state.schemaVersion,
    calendarVersion: state.calendarVersion,
    ruleVersion: state.ruleVersion,
    generation,
    version,
    body: bodyOf(event),
    // One flush has one state after it: it stands on the flush's last event.
    stateAfter: index === events.length - 1 ? state : null,
  }));
}

const bodyOf = ({ body, settled }: PendingEvent): Record<string, unknown> =>
  settled === undefined
    ? body
    : { ...body, settled: settled.map(({ slots, ...rungs }) => ({ ...rungs, rungs: slots.map(({ rung }) => rung) })) };

async function settle(tx: Db, { entityId, planId, state }: Projection, rungs: SettledRungs, at: string): Promise<void> {
  if (rungs.outcome === 'withdrawn') await withdrawPrompts(tx, { entityId, ...rungs, at });
  if (state.kind === 'plan' || rungs.slots.length === 0) return;
  const part = [...state.parts, ...(state.formerParts ?? [])].find(({ id }) => id === rungs.partId);
  await tx.prompt.createMany({
    data: rungs.slots.map((slot) => ({
      ...promptRow({
        entityId,
        planId,
        clockId: state.clockId,
        unitId: part?.unitId ?? '',
        role: part?.role ?? 'responsible',
        slot,
      }),
      status: rungs.outcome,
      reason: rungs.reason,
      line: {},
      settledAt: new Date(at),
    })),
    skipDuplicates: true,
  });
}

/** The plan's row follows its workflow: what is sent reads the hold, what is listed reads the status. With the plan ends what it had still to send. */
async function mirrorPlan(
  tx: Db,
  state: Extract<EntityState, { kind: 'plan' }>,
  at: string | undefined,
): Promise<void> {
  await tx.plan.update({
    where: { id: state.planId },
    data: { status: state.status, holdUntil: state.advancing ? new Date(state.advancing.undoUntil) : null },
  });
  if (state.status !== 'closed' || at === undefined) return;
  await tx.prompt.updateMany({
    where: { planId: state.planId, status: { in: ['queued', 'held'] } },
    data: { status: 'withdrawn', reason: PLAN_CLOSED, settledAt: new Date(at) },
  });
}
