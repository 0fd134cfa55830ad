import { unsigned } from '../../../domain/supervision/unsigned.ts';
import { liaisonFor, liaisonsOf } from '../../../prisma/bound-units.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { planStates } from '../../../prisma/plan-states.ts';
import type { UnsignedUnit } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

/** 未签收: what no unit has signed for, by unit in the order of the plan, with days. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function unsignedUnits(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<UnsignedUnit[]> {
  const { policy, now } = await findPlan(deps, actor, planId, 'read-board');
  const { prisma } = deps;
  const [{ tasks }, units, liaisons, calendar] = await Promise.all([
    planStates(prisma, planId),
    prisma.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } }),
    liaisonsOf(prisma, planId),
    loadCalendar(prisma),
  ]);
  const open = unsigned(tasks, { calendar, zone: policy.values.zone, now });
  const names = new Map(
    (await prisma.person.findMany({ where: { id: { in: liaisons.map(({ personId }) => personId) } } })).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return units.flatMap(({ id, name, short }) => {
    const own = open.filter(({ unitId }) => unitId === id);
    const [first] = own;
    if (!first) return [];
    const contact = liaisonFor(liaisons, id, taskIdOf(first.entityId) ?? '');
    return [
      {
        unitId: id,
        unit: name,
        short,
        contact: contact === null ? null : (names.get(contact) ?? null),
        items: own.map((item) => ({
          taskId: taskIdOf(item.entityId) ?? '',
          partId: item.partId,
          no: item.no,
          title: item.title,
          askedOn: item.askedOn,
          dueOn: item.dueOn,
          waitingWorkingDays: item.waitingWorkingDays,
          overdueWorkingDays: item.overdueWorkingDays,
          disputed: item.disputed,
        })),
      },
    ];
  });
}
