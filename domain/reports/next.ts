import { cycleText } from '../chat/local-text.ts';
import type { Duty, Part, SupervisedState } from '../supervision/types.ts';
import { sentence, type Facts } from './facts.ts';
import { nextBriefDay } from './next-brief-day.ts';
import type { StoredSentence } from './types.ts';
import { quoted, taskNumber, tasksText, unique, unitsText } from './wording.ts';
import { deadlineOf } from '../supervision/deadline-of.ts';
import { taskIdOf } from '../task-entity.ts';

interface Coming {
  state: SupervisedState;
  part: Part;
  duty: Duty;
}

/** 下步: what falls due until the next brief, one sentence a day and kind of duty. */
export function nextSection(facts: Facts): StoredSentence[] {
  const until = nextBriefDay(facts.calendar, facts.policy, facts.today);
  const coming = comingUntil(facts, until);
  const groups = [...Map.groupBy(coming, keyOf).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const said = [...groups.map(([key, group]) => due(facts, key, group)), ...phaseEnd(facts, until)];
  if (said.length > 0) return said;
  const plan = facts.plan ? facts.newest(facts.plan.entityId) : facts.drafting;
  return [sentence('next/none', `至${facts.day(until)}下期简报前,没有到期事项。`, [], plan)];
}

/** Duties of tasks and of the phase itself that are owed and not late yet. */
function comingUntil({ tasks, phases, today, cutoff }: Facts, until: string): Coming[] {
  return [...tasks, ...phases]
    .filter(({ status, optional }) => status === 'open' && !optional)
    .flatMap((state) =>
      state.parts.flatMap((part) =>
        part.completion === 'accepted'
          ? []
          : part.duties
              .filter(
                (duty) =>
                  duty.filedAt === undefined &&
                  duty.dueOn >= today &&
                  duty.dueOn <= until &&
                  deadlineOf(duty).redAt > cutoff,
              )
              .map((duty) => ({ state, part, duty })),
      ),
    );
}

const keyOf = ({ state, duty }: Coming): string => `${duty.dueOn}/${duty.kind}/${duty.cycle}/${state.kind}`;

function due(facts: Facts, key: string, group: Coming[]): StoredSentence {
  const { duty } = group[0] as Coming;
  const states = unique(group.map(({ state }) => state));
  const [only] = states;
  return sentence(
    `next/${key}`,
    `${facts.day(duty.dueOn)}前,${whoDoesWhat(facts, group)}。`,
    states.filter(({ entityId }) => facts.eventsOf(entityId).length > 0).map(({ entityId }) => facts.newest(entityId)),
    facts.drafting,
    {
      taskId: states.length === 1 && only ? taskIdOf(only.entityId) : null,
      about: group.map(({ state, part }) => ({
        entityId: state.entityId,
        partId: part.id,
        duty: duty.kind,
        cycle: duty.cycle,
      })),
    },
  );
}

function whoDoesWhat(facts: Facts, group: Coming[]): string {
  const { duty, state: first } = group[0] as Coming;
  const units = unitsText(unique(group.map(({ part }) => facts.unitName(part.unitId))));
  if (first.kind === 'phase')
    return `${units}${duty.kind === 'report' ? `报送${cycleText(duty.cycle)}` : '完成'}${group.map(({ part }) => quoted(part.title ?? part.id, 20)).join('、')}`;
  const tasks = tasksText(unique(group.map(({ state }) => taskNumber(state))));
  switch (duty.kind) {
    case 'receipt':
      return `${units}签收${tasks}`;
    case 'completion':
      return `${units}办结${tasks}`;
    case 'report':
      return duty.cycle === 'inspection'
        ? `${units}报送迎检佐证(${tasks})`
        : `${units}报送${cycleText(duty.cycle)}进展(${tasks})`;
  }
}

/** The phase that ends by then, and the one after it. */
function phaseEnd(facts: Facts, until: string): StoredSentence[] {
  const { plan, today } = facts;
  const phase = plan?.phases[plan.current];
  if (!plan || !phase || phase.end < today || phase.end > until) return [];
  const after = plan.phases[plan.current + 1];
  return [
    sentence(
      `next/phase/${phase.kind}`,
      `${facts.day(phase.end)},${phase.name}结束${after ? `,做好转入${after.name}的准备` : ''}。`,
      [],
      facts.newest(plan.entityId),
      { about: [{ entityId: plan.entityId }] },
    ),
  ];
}
