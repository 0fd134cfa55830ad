import { RefusedError } from '../../domain/refusals.ts';
import type { PartRole, SupervisedState } from '../../domain/supervision/types.ts';
import type { UnitRelation } from '../../domain/plan/types.ts';
import type { Unit } from '../../prisma/generated/client.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { unitByName } from './find-part.ts';
import { findRunningTask } from './find-task.ts';
import { recordingRefusals, refuseRecorded } from './refuse.ts';
import { settleByKey } from './settle-by-key.ts';

/** Names a unit for a task; a group means its members. Throws RefusedError UNIT_UNKNOWN, TASK_CLOSED. */
export async function assignUnit(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, unit: wanted, role }: { taskId: string; unit: string; role: PartRole },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'assign');
  const { units, state, row } = found;
  const unit = unitByName(units, wanted);
  if (!unit) return refuseRecorded(deps, actor, row.id, 'assign', 'UNIT_UNKNOWN', { unit: wanted });
  const named = await recordingRefusals(deps, actor, row.id, 'assign', async () => membersOf(unit, units));
  const result = await decideTask(deps, actor, found, { kind: 'assign', parts: newParts(state, named, role) });
  await settleByKey(deps, actor, row.id, `unassigned/${found.entityId}`);
  return { summary: `${result.summary}:${named.map(({ short }) => short).join('、')}` };
}

function membersOf(unit: Unit, units: Unit[]): Unit[] {
  if (unit.kind !== 'group') return [unit];
  const members = unit.members.flatMap((name) => units.find((one) => one.name === name) ?? []);
  if (members.length === 0)
    throw new RefusedError('INPUT_INVALID', { what: `“${unit.name}”尚未录入成员单位,请直接指定承办单位。` });
  return members;
}

/** Part ids go on from the highest there is: an id is never given twice. */
function newParts(
  state: SupervisedState,
  units: Unit[],
  role: PartRole,
): { id: string; unitId: string; role: PartRole; relation: UnitRelation }[] {
  const highest = Math.max(0, ...state.parts.map(({ id }) => Number(id.replace(/^p/, '')) || 0));
  return units.map(({ id, relation }, at) => ({
    id: `p${highest + at + 1}`,
    unitId: id,
    role,
    relation: relation as UnitRelation,
  }));
}
