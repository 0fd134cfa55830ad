import type { PlanFacts, PlanTask } from '../domain/plan/types.ts';
import type { ScriptedBehaviour, ScriptedContact } from './demo/types.ts';

/**
 * Invented contacts for runs of the published plans in tests, which carry none: a liaison and a section
 * head for each unit (the members of a group unit, or the group where they aren't entered). Most answer at
 * once, some late, some never; exactly one liaison, the last, first answers for another unit's task.
 */
export function scriptedContactsFor(facts: PlanFacts): ScriptedContact[] {
  const units = facts.units.filter((unit) => !unit.members?.length);
  return units.flatMap((unit, index): ScriptedContact[] => {
    const last = index === units.length - 1;
    const behaviour = last ? wrongFor(facts, unit.name) : habit(index);
    return [
      { unit: unit.name, rank: 'liaison', name: `测试联络员·${unit.short}`, behaviour, answers: [] },
      {
        unit: unit.name,
        rank: 'section-head',
        name: `测试科长·${unit.short}`,
        // Every second silent unit stays silent on the next rung too, so that the ladder runs to its end.
        behaviour:
          behaviour.kind === 'silent' && index % 2 === 0 ? { kind: 'silent' } : { kind: 'prompt', delayMinutes: 60 },
        answers: [],
      },
    ];
  });
}

function habit(index: number): ScriptedBehaviour {
  if (index % 7 === 2) return { kind: 'silent' };
  if (index % 5 === 1) return { kind: 'late', delayWorkingDays: 4 };
  return { kind: 'prompt', delayMinutes: 20 + ((index * 37) % 180) };
}

function wrongFor(facts: PlanFacts, unit: string): ScriptedBehaviour {
  const groups = facts.units.filter((each) => each.members?.includes(unit)).map((each) => each.name);
  const owners = (task: PlanTask) => [...task.leadUnits, ...task.responsibleUnits, ...task.otherUnits];
  const foreign = facts.tasks.find((task) => !owners(task).some((name) => name === unit || groups.includes(name)));
  // Where every task is its own, it names one that the plan doesn't have.
  const { no, title } = foreign ?? { no: '(九十九)', title: '方案中没有的任务' };
  return { kind: 'wrong', delayMinutes: 45, taskNo: no, title };
}
