import { firstDayOf, lastDayOf } from '../calendar/local-date.ts';
import type { Problem } from '../problem.ts';
import { PHASE_KINDS, type PlanFacts, type PrintedDate } from './types.ts';
import { unitFinder } from './units.ts';

const problem = (path: string, code: string, message: string, en: string): Problem => ({ path, code, message, en });

const backwards = (start: PrintedDate | null, end: PrintedDate | null): boolean =>
  start !== null && end !== null && lastDayOf(end) < firstDayOf(start);

function periodProblems({ period }: PlanFacts): Problem[] {
  return backwards(period.start, period.end)
    ? [problem('period.end', 'date.order', '结束早于开始', 'ends before it starts')]
    : [];
}

/** Phases may overlap (000 prints two overlaps) but neither begin nor end before the one ahead of them. */
function phaseProblems({ phases }: PlanFacts): Problem[] {
  return phases.flatMap((phase, at) => {
    const found: Problem[] = [];
    const before = phases[at - 1];
    if (backwards(phase.start, phase.end))
      found.push(problem(`phases[${at}].end`, 'date.order', '结束早于开始', 'ends before it starts'));
    if (phases.findIndex((one) => one.kind === phase.kind) < at)
      found.push(
        problem(`phases[${at}].kind`, 'phase.kind-twice', '同一类阶段出现两次', 'this kind of phase stands twice'),
      );
    else if (before && PHASE_KINDS.indexOf(phase.kind) < PHASE_KINDS.indexOf(before.kind))
      found.push(
        problem(
          `phases[${at}].kind`,
          'phase.order',
          '阶段应按部署、实施、迎检的顺序',
          'phases go deployment, implementation, inspection',
        ),
      );
    if (before?.start && phase.start && firstDayOf(phase.start) < firstDayOf(before.start))
      found.push(
        problem(`phases[${at}].start`, 'phase.order', '开始早于前一阶段', 'starts before the phase ahead of it'),
      );
    if (before?.end && phase.end && lastDayOf(phase.end) < lastDayOf(before.end))
      found.push(problem(`phases[${at}].end`, 'phase.order', '结束早于前一阶段', 'ends before the phase ahead of it'));
    return found;
  });
}

function taskProblems({ tasks }: PlanFacts): Problem[] {
  const seen = new Map<string, number>();
  return tasks.flatMap(({ section, no, title }, at) => {
    const key = JSON.stringify([section, no, title]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, at);
      return [];
    }
    return [
      problem(
        `tasks[${at}]`,
        'task.twice',
        `与第${first + 1}项任务的章节、编号、标题相同`,
        `same section, number and title as tasks[${first}]`,
      ),
    ];
  });
}

function unitProblems({ units }: PlanFacts): Problem[] {
  const owner = new Map<string, number>();
  return units.flatMap((unit, at) =>
    [unit.name, ...unit.aliases].flatMap((name, index) => {
      const other = owner.get(name);
      owner.set(name, other ?? at);
      if (other === undefined || (other === at && index > 0)) return [];
      const path = index === 0 ? `units[${at}].name` : `units[${at}].aliases[${index - 1}]`;
      return [problem(path, 'unit.twice', `"${name}"已是另一单位的名称或别名`, `"${name}" already names another unit`)];
    }),
  );
}

/** Every unit that is referred to must be listed, by its name or an alias. */
function referenceProblems(facts: PlanFacts): Problem[] {
  const find = unitFinder(facts.units);
  const check = (name: string, path: string): Problem[] =>
    find(name) ? [] : [problem(path, 'unit.unknown', `单位名单中没有"${name}"`, `"${name}" is not among the units`)];
  const lists = ['leadUnits', 'responsibleUnits', 'otherUnits'] as const;
  return [
    ...facts.tasks.flatMap((task, at) =>
      lists.flatMap((list) => task[list].flatMap((name, index) => check(name, `tasks[${at}].${list}[${index}]`))),
    ),
    ...facts.contacts.flatMap((contact, at) => check(contact.unit, `contacts[${at}].unit`)),
    ...(facts.office.host === null ? [] : check(facts.office.host, 'office.host')),
  ];
}

function contactProblems({ contacts, tasks }: PlanFacts): Problem[] {
  const numbers = new Set(tasks.map((task) => task.no));
  return contacts.flatMap((contact, at) =>
    (contact.tasks ?? []).flatMap((no, index) =>
      numbers.has(no)
        ? []
        : [
            problem(
              `contacts[${at}].tasks[${index}]`,
              'contact.task-unknown',
              `没有编号为${no}的任务`,
              `no task has the number ${no}`,
            ),
          ],
    ),
  );
}

function targetProblems({ targets }: PlanFacts): Problem[] {
  return targets.flatMap(({ comparator, value, max }, at) =>
    comparator === 'range' && (value === null || max === null || max < value)
      ? [
          problem(
            `targets[${at}].max`,
            'target.range',
            '区间应有下限和不小于它的上限',
            'a range has a value and a max not below it',
          ),
        ]
      : [],
  );
}

/** What holds between the parts of a plan, after each part has its shape. */
export const planProblems = (facts: PlanFacts): Problem[] => [
  ...periodProblems(facts),
  ...phaseProblems(facts),
  ...taskProblems(facts),
  ...unitProblems(facts),
  ...referenceProblems(facts),
  ...contactProblems(facts),
  ...targetProblems(facts),
];
