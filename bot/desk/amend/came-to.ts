import type { AmendmentEffects, PlanAspect } from '../../../domain/supervision/amendment-effects.ts';
import { expandUnits, type UnitRow } from '../../../domain/supervision/expand-units.ts';
import type { LoadedAmendment, LoadedChange } from './find-amendment.ts';

/** A task with the units to which it is new, and the tasks that it continues. */
export interface CameTo {
  taskId: string;
  unitIds: string[];
  inherits: string[];
}

/** What an accepted change brings to whom: added tasks to all of their units, others to the units that come in. */
export function cameTo(
  { match, taskIds }: LoadedAmendment,
  { body }: LoadedChange,
  effects: AmendmentEffects,
  { tasks, units }: PlanAspect,
  office: UnitRow,
): CameTo[] {
  const place = body.touches.what === 'task' ? body.touches.now : null;
  const from = match.added.find(({ now }) => now === place)?.splitFrom ?? null;
  const whole = from === null ? undefined : taskIds[from];
  const added = effects.added.flatMap((taskId): CameTo[] => {
    const task = tasks.find(({ id }) => id === taskId)?.task;
    if (!task) return [];
    const unitIds = expandUnits(task, units, office).map(({ unitId }) => unitId);
    return [{ taskId, unitIds, inherits: whole === undefined ? [] : [whole] }];
  });
  const widened = effects.tasks.flatMap(({ id, amended }): CameTo[] =>
    amended.partsIn ? [{ taskId: id, unitIds: amended.partsIn.map(({ unitId }) => unitId), inherits: [] }] : [],
  );
  return [...added, ...widened];
}
