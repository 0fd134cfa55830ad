import { dayAt, spoken } from './dates.ts';
import { DEMO_START_MONTH, demoFacts } from './facts.ts';
import { FIRST_REPORTS, type FirstReport } from './first-reports.ts';
import { november } from './november.ts';
import type { ScriptedAnswer, ScriptedBehaviour, ScriptedContact } from './types.ts';

/** Months after the start in which a quarterly report falls due once the board's date is past. */
const LATER_QUARTERS = [6, 9, 12, 15, 18, 21, 24];

/** Everybody else answers within the morning or early afternoon; section heads and supervisors leave it to them. */
const HABITS: Readonly<Record<string, ScriptedBehaviour>> = {
  沈某青: { kind: 'wrong', delayMinutes: 95, taskNo: '(十二)', title: '完善维权援助机制' },
  陶某西: { kind: 'late', delayWorkingDays: 2 },
  张某明: { kind: 'late', delayWorkingDays: 1 },
};

/** How each contact of the demo answers, from the month in which the demo starts. */
export function demoScripts(startMonth: string = DEMO_START_MONTH): ScriptedContact[] {
  const { contacts, tasks } = demoFacts(startMonth);
  const episode = november(startMonth);
  const dueOf = new Map(tasks.map((task) => [task.no, task.due ?? dayAt(startMonth, 24, 30)]));
  return contacts.map((contact, index) => {
    if (contact.rank !== 'liaison') return { ...contact, behaviour: { kind: 'silent' }, answers: [] };
    const mine = (row: ScriptedAnswer) => !contact.tasks || contact.tasks.includes(row.taskNo);
    const answers = [
      ...(contact.name === '谢某江' ? slowReceipts() : []),
      ...Object.entries(FIRST_REPORTS).flatMap(([taskNo, byUnit]) => {
        const first = byUnit[contact.unit];
        return first ? reports(taskNo, first, startMonth, dueOf.get(taskNo) ?? '') : [];
      }),
      ...(episode[contact.unit] ?? []),
    ].filter(mine);
    const behaviour = HABITS[contact.name] ?? { kind: 'prompt', delayMinutes: 20 + ((index * 37) % 160) };
    return { ...contact, behaviour, answers };
  });
}

export const DEMO_SCRIPTS: readonly ScriptedContact[] = demoScripts();

/** Signed for only after the first reminder, so that the story of a task has a late receipt in it. */
function slowReceipts(): ScriptedAnswer[] {
  return ['(一)', '(十二)'].map((taskNo) => ({
    taskNo,
    duty: 'receipt',
    buttons: 'receipt',
    delayWorkingDays: 4,
  }));
}

/** The first report as written, then one a quarter on the straight line from it to 95 % at the due date. */
function reports(
  taskNo: string,
  [percent, words, how]: FirstReport,
  startMonth: string,
  due: string,
): ScriptedAnswer[] {
  const text = words.replace(/\{(\d+)\/(\d+)\}/g, (_, month: string, day: string) =>
    spoken(dayAt(startMonth, Number(month), Number(day))),
  );
  const begin = dayAt(startMonth, 3, 25);
  const first: ScriptedAnswer = { taskNo, duty: 'report', from: dayAt(startMonth, 1, 1), text };
  return [
    how === 'typed' ? first : { ...first, buttons: 'report', progress: percent },
    ...LATER_QUARTERS.map((month): ScriptedAnswer => {
      const from = dayAt(startMonth, month, 1);
      const share = Math.min(1, (Date.parse(from) - Date.parse(begin)) / (Date.parse(due) - Date.parse(begin)));
      const progress = Math.round(percent + (95 - percent) * share);
      return {
        taskNo,
        duty: 'report',
        from,
        buttons: 'report',
        progress,
        text: `总体进度${progress}%,各项工作按计划推进。`,
      };
    }),
  ];
}
