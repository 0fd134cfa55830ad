import { foundPlan } from '../../../bot/desk/find-plan.ts';
import { previewStates } from '../../../bot/desk/preview-states.ts';
import { redatePlan } from '../../../bot/desk/redate-plan.ts';
import { schedule } from '../../../domain/supervision/schedule.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { unitRows } from '../../../prisma/office-unit.ts';
import { checkpoint, MONDAY, type DeskWorld } from './desk-world.ts';

export const planId = 'chenzhou';

/** The plan's states as its first phase would have scheduled them; on 30 November no receipt has come. */
export async function runningPlan(world: DeskWorld): Promise<SupervisedState[]> {
  await redatePlan(world.deps, world.office, { planId, mode: 'shift' });
  const row = await world.prisma.plan.findUniqueOrThrow({
    where: { id: planId },
    include: { tasks: { orderBy: { ordinal: 'asc' } } },
  });
  const found = await foundPlan(world.deps, row);
  const units = await unitRows(world.prisma, planId);
  const preview = previewStates({ planId, clockId: row.clockId, ...found, tasks: row.tasks, units });
  const calendar = await loadCalendar(world.prisma);
  const scheduled = preview.tasks.map((state) => {
    const made = schedule(state, { calendar, policy: found.policy, now: found.now });
    return {
      ...state,
      slots: made.slots,
      parts: state.parts.map((part) => ({
        ...part,
        duties: made.duties.find(({ partId }) => partId === part.id)?.duties ?? [],
      })),
    };
  });
  for (const state of scheduled) await checkpoint(world.prisma, state, MONDAY);
  world.setNow(MONDAY);
  return scheduled;
}
