import type { Calendar } from '../../domain/calendar/types.ts';
import { loadCalendar } from '../../prisma/load-calendar.ts';
import type { Lane } from '../../prisma/queries/take-lanes.ts';
import { partsOfPerson, type PersonPart } from '../directory/person-parts.ts';
import { homePlan, planTalk, talkOf } from '../plan-talk.ts';
import type { DispatchDeps, InboxRow, PlanTalk, RowContext } from './types.ts';

interface Person {
  id: string;
  name: string;
}

/** Surroundings of a row for whoever has just become its person. */
export async function rowContext(deps: DispatchDeps, row: InboxRow, person: Person): Promise<RowContext> {
  const planId = await homePlan(deps.prisma, person.id);
  return contextOf(deps, { row, pressed: null, planId, speaksForOthers: true }, person);
}

/** Surroundings of a row as it was taken, with what its person's plan says of itself. */
export const contextOfLane = (deps: DispatchDeps, lane: Lane, person: Person): RowContext =>
  contextOf(deps, lane, person, (planId) =>
    planId === lane.planId
      ? talkOf(deps.clock, planId, lane.plan)
      : planTalk(deps.prisma, deps.clock, planId, person.id),
  );

/** What a plan says of itself is read once a row. */
function contextOf(
  deps: DispatchDeps,
  { row, pressed, planId, speaksForOthers }: Pick<RowContext, 'row' | 'pressed' | 'planId' | 'speaksForOthers'>,
  { id, name }: Person,
  talkIn = (of: string): Promise<PlanTalk> => planTalk(deps.prisma, deps.clock, of, id),
): RowContext {
  const talks = new Map<string, Promise<PlanTalk>>();
  let parts: Promise<PersonPart[]> | undefined;
  let calendar: Promise<Calendar> | undefined;
  return {
    deps,
    row,
    pressed,
    person: { id, name },
    planId,
    speaksForOthers,
    talk(of = planId) {
      const known = talks.get(of) ?? talkIn(of);
      talks.set(of, known);
      return known;
    },
    calendar: () => (calendar ??= loadCalendar(deps.prisma)),
    parts: () => (parts ??= partsOfPerson(deps.prisma, id, row.planAt)),
  };
}
