import type { OwnWords } from './zh-own.ts';

export const enOwn: OwnWords = {
  lights: { red: 'Overdue', yellow: 'Behind', blue: 'Due soon', green: 'On track', grey: 'Not started' },
  open: (count) => `${count} open`,
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
