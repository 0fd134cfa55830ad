import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Stage } from './stage.ts';

/** Tasks (and the phases' own duties) of one story in the order of its plan, and what their parts are called. */
export interface PartNames {
  /** Entities in order; the plan and the desk are not among them. */
  states: SupervisedState[];
  /** 科技(四); a phase's own part by its title. */
  of(entityId: string, partId: string): string;
  /** (四) */
  task(entityId: string): string;
}

export async function partNames({ world, planIds, cast }: Stage): Promise<PartNames> {
  const { prisma } = world.h;
  const [rows, tasks] = await Promise.all([
    prisma.checkpoint.findMany({
      where: { planId: { in: planIds }, kind: { not: 'plan' } },
      select: { entityId: true, state: true },
    }),
    prisma.task.findMany({ where: { planId: { in: planIds } }, select: { id: true, no: true, ordinal: true } }),
  ]);
  const taskOf = (entityId: string) => tasks.find(({ id }) => entityId === `task/${id}`);
  const states = rows
    .map(({ state }) => state as unknown as SupervisedState)
    .sort(
      (a, b) =>
        planIds.indexOf(a.planId) - planIds.indexOf(b.planId) ||
        (taskOf(a.entityId)?.ordinal ?? 1_000) - (taskOf(b.entityId)?.ordinal ?? 1_000) ||
        (a.entityId < b.entityId ? -1 : 1),
    );
  const task = (entityId: string): string => {
    const no = taskOf(entityId)?.no;
    if (no === undefined || no === null) return entityId.split('/').at(-2) ?? entityId;
    return /^[(（]/.test(no) ? no : `(${no})`;
  };
  return {
    states,
    task,
    of(entityId, partId) {
      const state = states.find((one) => one.entityId === entityId);
      const part = [...(state?.parts ?? []), ...(state?.formerParts ?? [])].find(({ id }) => id === partId);
      return part ? `${part.title ?? cast.short.get(part.unitId) ?? part.unitId}${task(entityId)}` : partId;
    },
  };
}
