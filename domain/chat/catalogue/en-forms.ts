import { fullDayText } from '../local-text.ts';
import type { FormWords } from './zh-forms.ts';

export const enForms: FormWords = {
  titles: {
    report: 'Report progress',
    edit: 'Correct the record',
    rollUp: 'Correct the roll-up',
    extension: 'Ask for more time',
    explain: 'Give the reason',
    dispute: 'Not our duty',
    contact: 'Change contact',
    coordination: 'Ask for help',
    unchanged: 'Why nothing changed',
    reason: 'Give the reason',
    date: 'Set another date',
    pause: 'Put off',
    directive: 'Give an instruction',
  },
  submit: 'Submit',
  labels: {
    progress: 'Progress (0 to 100)',
    words: 'What was done, with figures',
    blocker: 'Problems',
    expectedOn: 'Expected completion',
    done: 'Completed',
    correct: 'Corrects the last report (a new version; the old one is kept)',
    reason: 'Reason (at least 5 characters)',
    whyNot: 'Why nothing was reported',
    reportBy: 'When it can be reported',
    newDueOn: 'New due date',
    otherDate: 'Due date granted',
    pauseUntil: 'Put off until',
    contact: 'Name and telephone of the new contact',
    coordination: 'What needs help',
    directive: 'Instruction',
    rollUp: 'The whole roll-up',
    figure: (name, unit) => `${name}, total (${unit})`,
  },
  hints: {
    last: (value) => `Last recorded ${value}`,
    figure: (last, target, unit) =>
      [
        ...(last === null ? [] : [`last recorded ${last}${unit}`]),
        ...(target === null ? [] : [`target ${target}${unit}`]),
      ].join(', '),
    dueOn: (day) => `Now due ${fullDayText(day, 'en')}`,
  },
  owed: (duty, day, late) => `${duty}, due ${day}${late ? ' (overdue)' : ''}`,
  more: (count) => `${count} more can be filled in after this.`,
  onlyChanged: 'Fill in what changed; the rest may stay empty.',
  wrongFigure: 'Figures are numbers',
};
