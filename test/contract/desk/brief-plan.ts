import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { appendEvents, lockChain } from '../../../prisma/events.ts';
import { reply } from '../../domain/supervision/fixtures.ts';
import type { Reading } from '../../../domain/supervision/reading.ts';
import { checkpoint, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

/** The running plan with a first event on each chain, as its workflows would have written it. */
export async function briefedPlan(world: DeskWorld): Promise<SupervisedState[]> {
  const states = await runningPlan(world);
  await world.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
  for (const state of states)
    await flush(world, { ...state, eventSeq: 1 }, 'scheduled', {}, '2026-11-23T02:00:00.000Z');
  return states.map((state) => ({ ...state, eventSeq: 1 }));
}

async function flush(
  { prisma }: DeskWorld,
  state: SupervisedState,
  kind: string,
  body: Record<string, unknown>,
  at: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await lockChain(tx, state.entityId);
    await appendEvents(tx, state.entityId, [
      {
        entityId: state.entityId,
        planId: state.planId,
        kind,
        actor: { id: 'person', name: '某联络员' },
        via: 'web',
        inboxItemId: null,
        receivedAt: null,
        recordedAt: new Date(at),
        planAt: new Date(at),
        schemaVersion: 1,
        calendarVersion: 1,
        ruleVersion: 1,
        generation: 1,
        version: 1,
        body,
        stateAfter: null,
      },
    ]);
  });
  await checkpoint(prisma, { ...state, pendingEvents: [] });
}

/** One answer of a task's first part, recorded by the domain's own rule. */
export async function answered(
  world: DeskWorld,
  state: SupervisedState,
  reading: Reading,
  at: string,
): Promise<SupervisedState> {
  const applied = reply(state, reading, at, { partId: state.parts[0]?.id ?? '' });
  if ('refused' in applied) throw new Error(applied.refused.code);
  const [event] = applied.state.pendingEvents.slice(-1);
  const next = { ...applied.state, pendingEvents: [] };
  await flush(world, next, event?.kind ?? '', event?.body ?? {}, at);
  return next;
}
