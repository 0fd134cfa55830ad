import { applyAct } from '../../../domain/supervision/apply-act.ts';
import type { EntityAmendment } from '../../../domain/supervision/amend-entity.ts';
import { appendEvents, lockChain } from '../../../prisma/events.ts';
import type { World } from './world.ts';
import { PLAN, putState, stateIn } from './world-seed.ts';

const office = { id: 'coordinator', name: '协调员' };

/** Accepts one change of an amendment of the plan as the desk does: on record, in the task's state and chain. */
export async function takeAway(
  { prisma, clock }: World,
  taskId: string,
  sentence: string,
  amended: Partial<EntityAmendment>,
): Promise<void> {
  const no = (await prisma.amendment.count()) + 1;
  const [amendmentId, changeId, entityId] = [`am-${no}`, 't0.removed', `task/${taskId}`];
  const json = {};
  const change = { changeId, ordinal: 0, body: { id: changeId, sentence } };
  await prisma.amendment.create({
    data: {
      id: amendmentId,
      planId: PLAN,
      no,
      status: 'replaced',
      base: json,
      facts: json,
      baseDates: json,
      match: json,
      pins: [],
      taskIds: [],
      createdBy: office,
      planAt: clock.now,
      changes: { create: [change] },
    },
  });
  const before = await stateIn(prisma, taskId);
  const by = { actId: `${amendmentId}/${changeId}`, actor: office, via: 'test', ownPartIds: [] };
  const act = { kind: 'amend' as const, amendment: { amendmentId, changeId, ...amended } };
  const done = applyAct(before, act, by, clock.now.toISOString());
  if ('refused' in done) throw new Error(done.refused.code);
  await prisma.$transaction(async (tx) => {
    await lockChain(tx, entityId);
    await appendEvents(
      tx,
      entityId,
      done.state.pendingEvents.map(({ kind, actor, via, at, body }) => ({
        entityId,
        planId: PLAN,
        kind,
        actor,
        via,
        body,
        inboxItemId: null,
        receivedAt: null,
        recordedAt: clock.now,
        planAt: new Date(at),
        schemaVersion: 1,
        calendarVersion: 1,
        ruleVersion: 1,
        generation: 1,
        version: 1,
        stateAfter: null,
      })),
    );
  });
  await putState(prisma, { ...done.state, pendingEvents: [] });
}
