import { randomUUID } from 'node:crypto';
import { RANKS, type Rank } from '../../domain/plan/types.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { storeContact } from '../../prisma/store-contact.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { unitByName } from './find-part.ts';
import { findPlan } from './find-plan.ts';
import { grantRank } from './grant-rank.ts';
import { wrongName } from './person-name.ts';
import { eventActor, refuseRecorded } from './refuse.ts';

export interface NewContactAsk {
  planId: string;
  name: string;
  /** Name, short name or alias. */
  unit: string;
  rank: Rank;
  /** Printed numbers of the tasks this contact answers for; absent: every task of the unit. */
  taskNos?: string[];
}

/** Registers a contact; nobody reaches them before their code is redeemed. The same name, unit and rank again is the same person. Throws RefusedError UNIT_UNKNOWN, TASK_UNKNOWN, INPUT_INVALID. */
export async function addContact(
  deps: DeskDeps,
  actor: DeskActor,
  ask: NewContactAsk,
): Promise<DeskResult & { personId: string }> {
  const { planId, rank } = ask;
  const { now } = await findPlan(deps, actor, planId, 'add-contact');
  const name = ask.name.trim();
  const wrong = wrongName(name);
  if (wrong !== null) return refuseRecorded(deps, actor, planId, 'add-contact', 'INPUT_INVALID', { what: wrong });
  if (!RANKS.includes(rank))
    return refuseRecorded(deps, actor, planId, 'add-contact', 'INPUT_INVALID', {
      what: `职级只能是 ${RANKS.join('、')}。`,
    });
  const units = await deps.prisma.unit.findMany({ where: { planId } });
  const unit = unitByName(units, ask.unit);
  if (!unit) return refuseRecorded(deps, actor, planId, 'add-contact', 'UNIT_UNKNOWN', { unit: ask.unit.slice(0, 80) });
  const taskIds: string[] = [];
  for (const no of ask.taskNos ?? []) {
    const task = await deps.prisma.task.findFirst({ where: { planId, no }, select: { id: true } });
    if (!task) return refuseRecorded(deps, actor, planId, 'add-contact', 'TASK_UNKNOWN', { task: no.slice(0, 80) });
    taskIds.push(task.id);
  }
  const known = await deps.prisma.membership.findFirst({
    where: { unitId: unit.id, rank, active: true, person: { name } },
    select: { personId: true },
  });
  const personId = known?.personId ?? randomUUID();
  await deps.prisma.$transaction(async (tx) => {
    await storeContact(tx, { personId, name, demo: false, unitId: unit.id, rank, taskIds });
    await grantRank(tx, planId, personId, rank);
    await appendDeskEventIn(tx, {
      planId,
      kind: 'contactAdded',
      actor: eventActor(actor),
      via: actor.via,
      planAt: new Date(now),
      body: { personId, unitId: unit.id, rank, taskIds },
    });
  });
  return {
    personId,
    summary: known
      ? `${unit.short}${name}此前已登记,已更新。`
      : `已登记${unit.short}${name}。请发放绑定码,由本人绑定。`,
  };
}
