import type { OwnWords } from './zh-own.ts';

export const enOwn: OwnWords = {
  lights: { red: 'Overdue', yellow: 'Behind', blue: 'Due soon', green: 'On track', grey: 'Not started' },
  open: (count) => `${count} open`,
  product: 'Duban',
  page: (name, unit) => `${name}${unit === '' ? '' : ` (${unit})`}`,
  updated: (at) => `As of ${at}`,
  pageHelp: 'You may also report in your own words under “Messages”; “/duban help” shows all commands.',
  unbound:
    'This account is not bound yet. Ask the office for a one-time code and send it under “Messages”, or send “/duban bind CODE”.',
  chooseTask: 'Choose a task (number, title or unit):',
  searchTask: 'Number, title, unit',
  seeMessages: 'The answer is in your conversation with the bot.',
  nothing: 'Nothing is asked of you at present.',
  noneYet: 'None.',
  more: (count) => `${count} more: send “/duban tasks”.`,
  counts: (by) =>
    `${by.overdue} overdue, ${by.behind} behind, ${by.dueSoon} due soon; ${by.decisions} waiting for your decision.`,
  moreDecisions: (count) => `${count} more: see the page.`,
  confirm: (label, text) => `${label}: ${text}`,
  answered: 'Answered lately',
  asked: 'Asked by me',
  asks: {
    extension: (day) => `More time, until ${day}`,
    completion: 'Completion claimed',
    coordination: 'Help asked for',
    dispute: 'Duty disputed',
    'change-contact': 'Change of contact',
    other: 'Passed to the office',
  },
  states: {
    'sign-off': 'waits for your unit’s sign-off',
    'no-signer': 'waits for the office to record the sign-off',
    office: 'with the office',
    accept: 'waits for the office to accept it',
    decide: (day) => `to be decided (by ${day})`,
    done: 'settled by the office',
    granted: (day) => `granted, until ${day}`,
    refused: 'refused; the day stands',
    accepted: 'accepted',
    returned: 'returned',
  },
};
