import type { UnitRelation } from '../../domain/plan/types.ts';
import type { MoveTo } from '../../domain/supervision/move-part.ts';
import type { Act } from '../../domain/rights.ts';
import { putNoContact } from '../../prisma/put-no-contact.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findPart, unitByName, type PartAsked } from './find-part.ts';
import { findRunningTask, type FoundTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';
import { isSeen, SEEN } from './seen-act.ts';
import { disputeKey, settleByKey } from './settle-by-key.ts';

export interface ReassignAsk extends PartAsked {
  taskId: string;
  /** Name, short name or alias of the unit that takes over. */
  toUnit: string;
  reason: string;
}

/** 改派: a task's part goes to another unit, with or without a dispute. Throws RefusedError UNIT_UNKNOWN, PART_HELD, PART_CLAIMED, REASON_REQUIRED. */
export async function reassignPart(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, toUnit, reason, ...asked }: ReassignAsk,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'reassign');
  if (isSeen(actor, found.state)) return SEEN;
  const { part, unit } = await findPart(deps, actor, found, asked, 'reassign');
  const to = await unitTo(deps, actor, found, toUnit, 'reassign');
  const act = { kind: 'reassign' as const, partId: part.id, to, fromUnit: unit.name, reason };
  const result = await decideTask(deps, actor, found, act);
  await afterMove(deps, actor, found, part.id, to);
  return { summary: `${unit.short}:${result.summary}` };
}

/** The unit that takes over: one that exists, and is no group. */
export async function unitTo(
  deps: DeskDeps,
  actor: DeskActor,
  { units, row }: Pick<FoundTask, 'units' | 'row'>,
  wanted: string,
  act: Act,
): Promise<MoveTo> {
  const unit = unitByName(units, wanted);
  if (!unit) return refuseRecorded(deps, actor, row.id, act, 'UNIT_UNKNOWN', { unit: wanted.slice(0, 80) });
  if (unit.kind === 'group')
    return refuseRecorded(deps, actor, row.id, act, 'INPUT_INVALID', {
      what: `“${unit.name}”包括多个单位,请指明其中一个承办单位。`,
    });
  return { unitId: unit.id, relation: unit.relation as UnitRelation, unit: unit.name };
}

/** The dispute is off the office's list; a unit that nobody is reached for is put on it. */
export async function afterMove(
  deps: DeskDeps,
  actor: DeskActor,
  { row, entityId, now }: Pick<FoundTask, 'row' | 'entityId' | 'now'>,
  partId: string,
  to: MoveTo | null,
): Promise<void> {
  await settleByKey(deps, actor, row.id, disputeKey({ entityId, partId }));
  if (to) await putNoContact(deps.prisma, row.id, { id: to.unitId, name: to.unit }, new Date(now));
}
