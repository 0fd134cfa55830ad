import { enLanguage } from './en-language.ts';
import { enBinding } from './en-binding.ts';
import { enForms } from './en-forms.ts';
import { enAnswers } from './en-answers.ts';
import { enCard } from './en-cards.ts';
import { enFollowUp } from './en-questions.ts';
import { enDesk } from './en-desk.ts';
import { enPeople } from './en-people.ts';
import { enRequests } from './en-requests.ts';
import { enSection } from './en-sections.ts';
import type { Catalogue } from './types.ts';
import { enCommands } from './en-commands.ts';
import { enOffice } from './en-office.ts';
import { enOwn } from './en-own.ts';
import { enEvidence } from './en-evidence.ts';

/** The same as zh.ts in plain English; a task's printed number, names and what people wrote stay as they are. */
export const en: Catalogue = {
  provisional: 'The holidays of a year concerned are not published yet; working days are provisional.',
  resent: 'If you have it already, please ignore it.',
  askedAgain: 'The following has not been confirmed yet; please check it.',
  section: enSection,
  card: enCard,
  followUp: enFollowUp,
  answers: enAnswers,
  desk: enDesk,
  people: enPeople,
  requests: enRequests,
  commands: enCommands,
  evidence: enEvidence,
  binding: enBinding,
  language: enLanguage,
  office: enOffice,
  own: enOwn,
  continued: '(cont.)',
  restInWebInbox: 'This is long: please read the rest in the web inbox.',
  forms: enForms,
  headings: {
    receipt: '[Please sign for] ',
    report: '[Progress report] ',
    due: '[Due soon] ',
    overdue: '[Overdue] ',
    nudge: '[Reminder by the office] ',
    ask: '[Request] ',
    askReport: '[Request for progress] ',
    check: '[Please check] ',
    checkAgain: '[Please check] ',
    followUp: '[One more figure, please] ',
    which: '[Please choose] ',
    done: '[Recorded] ',
    refused: '[Not recorded] ',
    note: '[Note] ',
    rollUp: '[Roll-up] ',
  },
  buttons: {
    receipt: 'Sign',
    receiptAll: 'Sign all',
    receiptEach: 'Sign one',
    received: 'Received',
    dispute: 'Not our duty',
    talk: 'Needs a talk',
    changeContact: 'Change contact',
    fillAll: 'Fill in',
    fillNow: 'Fill in now',
    fillFigure: 'Give the figure',
    noChange: 'No change',
    sameAsLast: 'Same as last time',
    claim: 'Claim completion',
    coordination: 'Ask for help',
    dropExtension: 'Cancel',
    extension: 'Ask for more time',
    explain: 'Give the reason',
    confirm: 'Confirm',
    edit: 'Correct',
    keepWords: 'Keep words only',
    fileWithoutFigure: 'File without figure',
    withdraw: 'Take back',
    rollUp: 'Add up the units',
  },
};
