import { firstDayOf, lastDayOf } from '../calendar/local-date.ts';
import { PHASE_KINDS, type PlanFacts, type PlanPhase, type PlanTask } from '../plan/types.ts';
import { isWithin, pointerOf } from './pointer.ts';
import type { Anchors, Question, QuestionCode } from './types.ts';

/** What a reader asks about a task's owners; where it did, nothing is asked again. */
const OF_OWNERS: readonly QuestionCode[] = [
  'no-lead-unit',
  'lead-assumed',
  'no-unit',
  'unit-in-sentence',
  'unit-outside-brackets',
  'task-or-not',
];

const PROPOSED: PlanPhase[] = PHASE_KINDS.map((kind, at) => ({
  name: ['部署阶段', '实施阶段', '迎检阶段'][at] ?? '',
  kind,
  start: null,
  end: null,
  duties: [],
  proposed: true,
}));

const ask = (question: Omit<Question, 'id' | 'anchor'>, anchor: Question['anchor'] = null): Question => ({
  id: `${question.code}:import:${question.path}`,
  anchor,
  ...question,
});

const nameOf = ({ no, title }: PlanTask): string => `${no ?? ''}“${title}”`;
const unitsOf = ({ leadUnits, responsibleUnits, otherUnits }: PlanTask): string[] => [
  ...leadUnits,
  ...responsibleUnits,
  ...otherUnits,
];

/** Tasks without a lead unit where others have one, and tasks without any unit; a plan without any is one question. */
function ownerQuestions({ tasks }: PlanFacts, anchors: Anchors, asked: readonly Question[]): Question[] {
  const led = tasks.some(({ leadUnits }) => leadUnits.length > 0);
  if (tasks.length > 0 && tasks.every((task) => unitsOf(task).length === 0))
    return [
      ask({
        code: 'no-unit',
        path: '',
        text: '各项任务均未写明承办单位,是否导入后由办公室逐项指定?',
        proposal: '由办公室逐项指定',
        reason: '没有承办单位的任务,不向任何单位发送提示。',
        matters: false,
      }),
    ];
  return tasks.flatMap((task, at) => {
    const path = pointerOf('tasks', at, 'leadUnits');
    const known = asked.some((one) => OF_OWNERS.includes(one.code) && isWithin(one.path, pointerOf('tasks', at)));
    if (known || task.leadUnits.length > 0) return [];
    const anchor = anchors[pointerOf('tasks', at, 'title')] ?? null;
    const [first] = unitsOf(task);
    if (first === undefined)
      return [
        ask(
          {
            code: 'no-unit',
            path,
            text: `${nameOf(task)}由哪个单位牵头?`,
            proposal: null,
            reason: '没有读到承办单位;不答复的,导入后由办公室指定。',
            matters: false,
          },
          anchor,
        ),
      ];
    if (!led) return [];
    return [
      ask(
        {
          code: 'no-lead-unit',
          path,
          text: `${nameOf(task)}没有牵头单位,是否由排在首位的${first}牵头?`,
          proposal: [first],
          reason: '其他任务都列有牵头单位,这一项只列了责任单位。',
          matters: true,
        },
        anchor,
      ),
    ];
  });
}

/** The period as the phases have it, where it is not printed itself. */
function periodQuestions({ period, phases }: PlanFacts): Question[] {
  const starts = phases.flatMap(({ start }) => start ?? []).sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
  const ends = phases.flatMap(({ end }) => end ?? []).sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1));
  const of = (code: QuestionCode, key: 'start' | 'end', proposal: string | undefined, which: string): Question[] =>
    period[key] !== null || proposal === undefined
      ? []
      : [
          ask({
            code,
            path: `/period/${key}`,
            text: `方案未印${which}时间,是否以${proposal}为准?`,
            proposal,
            reason: '按各阶段的起止推定。',
            matters: false,
          }),
        ];
  return [
    ...of('period-without-start', 'start', starts[0], '开始'),
    ...of('period-without-end', 'end', ends.at(-1), '结束'),
  ];
}

const phaseQuestions = ({ phases }: PlanFacts): Question[] =>
  phases.length > 0
    ? []
    : [
        ask({
          code: 'no-phases',
          path: '/phases',
          text: '原文未分阶段,是否分为部署、实施、迎检三个阶段?',
          proposal: PROPOSED,
          reason: '起止日期在排定日期时按工作日拟定,可再核对。',
          matters: false,
        }),
      ];

/** What a plan needs to run and didn't print, as far as the reader hasn't asked about it. */
export function gapQuestions(facts: PlanFacts, anchors: Anchors, asked: readonly Question[]): Question[] {
  const unasked = ({ code, path }: Question): boolean =>
    !asked.some((one) => one.code === code || (path !== '' && isWithin(one.path, path)));
  return [
    ...ownerQuestions(facts, anchors, asked),
    ...[...periodQuestions(facts), ...phaseQuestions(facts)].filter(unasked),
  ];
}
