import type { Question, Reading, SourceDocument } from '../../domain/document/types.ts';
import type { PlanTask } from '../../domain/plan/types.ts';

/** A reading for the eyes: the head of the plan, its tasks with their units, and what is still to be decided. */
export function summaryOf(reading: Reading, { text, format }: SourceDocument): string {
  if (reading.kind === 'not-a-plan') return reading.reason;
  const { plan, questions } = reading;
  const { period, phases, tasks, targets, units } = plan;
  return [
    `《${plan.title}》`,
    ...line('文号', plan.docNumber),
    ...line('印发', [plan.issuer, plan.issuedOn].filter(Boolean).join(',')),
    ...line(
      '起止',
      [period.start, period.end].some(Boolean) ? `${period.start ?? '未写'}至${period.end ?? '未写'}` : null,
    ),
    `读自 ${format},${text.length}字:任务${tasks.length}项,单位${units.length}个,阶段${phases.length}个,目标${targets.length}项`,
    ...titled(
      '阶段',
      phases.map(
        ({ name, start, end, proposed }) => `${name} ${start ?? '?'}—${end ?? '?'}${proposed ? '(建议)' : ''}`,
      ),
    ),
    ...titled('任务', tasks.map(taskLine)),
    ...titled(`待确认${questions.length}项(带*的须在启动前答复)`, questions.map(questionLine)),
  ].join('\n');
}

const line = (name: string, value: string | null): string[] => (value ? [`${name}:${value}`] : []);

const titled = (title: string, lines: string[]): string[] =>
  lines.length > 0 ? ['', title, ...lines.map((each) => `  ${each}`)] : [];

function taskLine({ no, title, leadUnits, responsibleUnits, otherUnits, due }: PlanTask, at: number): string {
  const owners = [
    ['牵头', leadUnits],
    ['责任', responsibleUnits],
    ['配合', otherUnits],
  ] as const;
  const named = owners.filter(([, names]) => names.length > 0).map(([role, names]) => `${role}:${names.join('、')}`);
  return [`${numbered(no, at)}${title}`, ...named, ...(due ? [`时限:${due}`] : [])].join(' | ');
}

/** A bare number needs a point before the words. */
const numbered = (no: string | null, at: number): string =>
  no === null ? `${at + 1}.` : /\d$/.test(no) ? `${no}.` : no;

const questionLine = ({ text, matters }: Question): string => `${matters ? '*' : ' '} ${text}`;
