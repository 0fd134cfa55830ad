import { lastDayOf, firstDayOf } from '../calendar/local-date.ts';
import { PHASE_KINDS, type PlanFacts, type PlanPhase } from '../plan/types.ts';
import { printedHost } from './complete-draft.ts';
import { gapQuestions } from './gap-questions.ts';
import { pointerOf } from './pointer.ts';
import type { Anchors, Question, QuestionCode } from './types.ts';

/** A plan runs in at most one phase of each kind: what is printed finer becomes one. */
export const mergePhases = (phases: readonly PlanPhase[]): PlanPhase[] =>
  PHASE_KINDS.flatMap((kind) => {
    const same = phases.filter((phase) => phase.kind === kind);
    const [first] = same;
    if (!first) return [];
    const starts = same.flatMap(({ start }) => start ?? []).sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
    const ends = same.flatMap(({ end }) => end ?? []).sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1));
    return [
      {
        ...first,
        name: same.map(({ name }) => name).join('、'),
        start: starts[0] ?? null,
        end: ends.at(-1) ?? null,
        duties: same.flatMap(({ duties }) => duties),
      },
    ];
  });

function phaseQuestion({ phases }: PlanFacts, anchors: Anchors): Question[] {
  const order = phases.map(({ kind }) => PHASE_KINDS.indexOf(kind));
  if (order.every((place, at) => at === 0 || place > (order[at - 1] ?? -1))) return [];
  const merged = mergePhases(phases);
  return [
    {
      id: 'phase-order:import:/phases',
      code: 'phase-order',
      path: '/phases',
      text: `方案分${phases.length}个阶段,是否归并为${merged.map(({ name }) => `“${name}”`).join('、')}?`,
      proposal: merged,
      reason: '运行时部署、实施、迎检各为一个阶段,依次进行。',
      anchor: anchors['/phases'] ?? anchors['/phases/0/name'] ?? null,
      matters: true,
    },
  ];
}

function officeQuestion(facts: PlanFacts): Question[] {
  if (facts.office.host !== null) return [];
  const host = printedHost(facts);
  return [
    {
      id: 'no-office:import:/office/host',
      code: 'no-office',
      path: '/office/host',
      text: `“${facts.office.name}”设在哪个单位?`,
      proposal: host,
      reason: '办公室所在单位不得验收本单位承办的任务。',
      anchor: null,
      matters: false,
    },
  ];
}

const memberQuestions = (facts: PlanFacts): Question[] =>
  facts.units
    .filter(({ kind, members = [] }) => kind === 'group' && members.length === 0)
    .map(({ name }) => ({
      id: `group-members:import:${pointerOf('units', name, 'members')}`,
      code: 'group-members',
      path: pointerOf('units', name, 'members'),
      text: `“${name}”具体包括哪些单位?`,
      proposal: null,
      reason: '列明之后,各单位分别签收、分别填报;不列明的,按一个单位办理。',
      anchor: null,
      matters: false,
    }));

/** What only an import asks; of a kind that the reader asked about itself, nothing is asked twice. */
export function importQuestions(facts: PlanFacts, anchors: Anchors, asked: readonly Question[]): Question[] {
  const has = (code: QuestionCode, path?: string): boolean =>
    asked.some((one) => one.code === code && (path === undefined || one.path === path));
  return [
    ...gapQuestions(facts, anchors, asked),
    ...(has('phase-order', '/phases') ? [] : phaseQuestion(facts, anchors)),
    ...(has('no-office') ? [] : officeQuestion(facts)),
    ...(has('group-members') ? [] : memberQuestions(facts)),
  ];
}
