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

export interface UnitWanted {
  /** Id, name, short name or alias. */
  unit: string;
  /** Absent: the first one leads where the task has no lead unit yet, and the others are responsible. */
  role?: PartRole | undefined;
}

/** Names a unit for a task; a group means its members. Throws RefusedError UNIT_UNKNOWN, TASK_CLOSED. */
export const assignUnit = (
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, unit, role }: { taskId: string; unit: string; role: PartRole },
): Promise<DeskResult> => assignUnits(deps, actor, { taskId, units: [{ unit, role }] });

/** Names several units for a task in one act. Throws the same. */
export async function assignUnits(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, units: wanted }: { taskId: string; units: UnitWanted[] },
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'assign');
  const { units, state, row } = found;
  const hasLead = state.parts.some((part) => part.role === 'lead');
  const named: { unit: Unit; role: PartRole }[] = [];
  for (const [at, { unit: name, role = at === 0 && !hasLead ? 'lead' : 'responsible' }] of wanted.entries()) {
    const unit = unitByName(units, name);
    if (!unit) return refuseRecorded(deps, actor, row.id, 'assign', 'UNIT_UNKNOWN', { unit: name });
    const members = await recordingRefusals(deps, actor, row.id, 'assign', async () => membersOf(unit, units));
    named.push(...members.map((member) => ({ unit: member, role })));
  }
  const result = await decideTask(deps, actor, found, { kind: 'assign', parts: newParts(state, named) });
  await settleByKey(deps, actor, row.id, `unassigned/${found.entityId}`);
  return { summary: `${result.summary}:${named.map(({ unit }) => unit.short).join('、')}` };
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
  named: { unit: Unit; role: PartRole }[],
): { id: string; unitId: string; role: PartRole; relation: UnitRelation }[] {
  const highest = Math.max(0, ...state.parts.map(({ id }) => Number(id.replace(/^p/, '')) || 0));
  return named.map(({ unit, role }, at) => ({
    id: `p${highest + at + 1}`,
    unitId: unit.id,
    role,
    relation: unit.relation as UnitRelation,
  }));
}
