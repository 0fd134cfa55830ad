import type { PlanSpan } from './plan-span.ts';
import type { RedatedPlan, RedateQuestion } from './redate-types.ts';
import type { LocalDate, PlanFacts } from './types.ts';

type Answered = Omit<RedatedPlan, 'questions'>;

const datesQuestions = (span: PlanSpan, { period, mode }: Answered): RedateQuestion[] => {
  if (span.kind === 'none') {
    const [from, to] = [period.start.effective, period.end.effective];
    return [
      {
        code: 'dates.none',
        path: 'period',
        proposal: `${from}/${to}`,
        zh: `方案未印起止时间,暂按${from}至${to}一年安排,是否妥当?`,
        en: `The plan prints no dates; a year from ${from} to ${to} is assumed. Is that right?`,
      },
    ];
  }
  if (span.kind === 'horizon' && span.issueYearAssumed && mode !== 'as-printed') {
    return [
      {
        code: 'issue-year',
        path: 'issuedOn',
        proposal: String(span.issueYear),
        zh: `方案未印发文时间,暂按${span.issueYear}年印发、到${span.horizon}年计算期限,请确认印发年份。`,
        en: `The plan prints no date of issue; issued in ${span.issueYear} with the horizon ${span.horizon} is assumed. Which year was it?`,
      },
    ];
  }
  return [];
};

const phaseQuestions = ({ phases }: Answered): RedateQuestion[] =>
  phases.some((phase) => phase.proposed)
    ? [
        {
          code: 'phases.proposed',
          path: 'phases',
          proposal: phases.map((phase) => `${phase.start.effective}/${phase.end.effective}`).join(' '),
          zh: '方案未印阶段起止,按部署前20个、迎检后40个工作日拟定三个阶段,请核对。',
          en: 'The plan prints no dated phases; three are proposed: the first 20 and the last 40 working days and the time between.',
        },
      ]
    : [];

const taskQuestions = (facts: PlanFacts, { tasks }: Answered): RedateQuestion[] =>
  tasks
    .filter(({ due, dueFrom }) => dueFrom === 'task' && due.clipped)
    .map(({ at, due }) => ({
      code: 'task.due-past',
      path: `tasks[${at}].due`,
      proposal: due.effective,
      zh: `"${facts.tasks[at]?.title ?? ''}"的时限早于启动日,暂按${due.effective}办结,请核定。`,
      en: `This task would be due before the plan starts; ${due.effective} is assumed.`,
    }));

const baselineQuestions = (facts: PlanFacts, { targets }: Answered): RedateQuestion[] =>
  targets.flatMap(({ at, baseline }) =>
    baseline?.emptied
      ? [
          {
            code: 'baseline' as const,
            path: `targets[${at}].baseline`,
            proposal: null,
            zh: `"${facts.targets[at]?.name ?? ''}"的基数由${baseline.printed}改为${baseline.effective},原数不再适用,请填报${baseline.effective}基数。`,
            en: `The baseline moved from ${baseline.printed} to ${baseline.effective}: what is its figure?`,
          },
        ]
      : [],
  );

const takeoverQuestions = ({ mode, period }: Answered, today: LocalDate): RedateQuestion[] =>
  mode === 'takeover' && period.end.effective < today
    ? [
        {
          code: 'takeover.over',
          path: 'period.end',
          proposal: 'shift',
          zh: `方案已于${period.end.effective}到期,接管后没有可执行的时限,是否改为顺延?`,
          en: `The plan ended on ${period.end.effective}: taken over, nothing of it is left to run. Shift it instead?`,
        },
      ]
    : [];

/** Whatever the re-dating had to assume, for a person to confirm. */
export const redateQuestions = (
  facts: PlanFacts,
  span: PlanSpan,
  plan: Answered,
  today: LocalDate,
): RedateQuestion[] => [
  ...datesQuestions(span, plan),
  ...phaseQuestions(plan),
  ...taskQuestions(facts, plan),
  ...baselineQuestions(facts, plan),
  ...takeoverQuestions(plan, today),
];
