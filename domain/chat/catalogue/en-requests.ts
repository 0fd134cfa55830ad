import type { Guard } from '../../supervision/part-request.ts';
import { itemName, shorten } from '../item-label.ts';
import { dayText, dayWithWeekday, momentText, momentWithWeekday } from '../local-text.ts';
import { count } from './en-lines.ts';
import type { RequestWords } from './zh-requests.ts';

const signed = (by: string | null): string =>
  by === null
    ? ''
    : by === ''
      ? ', not yet signed by the unit’s supervisor'
      : `, signed by the unit’s supervisor (${by})`;

const GUARDS: Record<Exclude<Guard, 'many-at-once'>, string> = {
  'last-minute': 'asked at the last minute',
  repeated: 'asked again',
};

const reasonOf = (reason: string): string => shorten(reason.replace(/[。.]$/, ''), 200);

/** Messages about what a unit asks for: its sign-off, its decision, the answer (policy.md, message 7). */
export const enRequests: RequestWords = {
  headings: {
    sign: '[Sign-off] ',
    approve: '[More time asked for] ',
    answer: '[Answer: more time] ',
    returned: '[Not signed] ',
    paused: '[Put off] ',
    resumed: '[Resumed] ',
  },
  buttons: {
    agree: 'Sign',
    sendBack: 'Send back',
    grant: 'Grant',
    otherDate: 'Another date',
    refuse: 'Refuse',
    received: 'Received',
    coordination: 'Ask for help',
    undo: 'Take back',
  },
  signClaim: (item, by, words) => [
    `${by} claims completion of ${itemName(item.no, item.title)} for your unit.`,
    ...(words === '' ? [] : [`Words: "${shorten(words, 200)}"`]),
    'Please sign. Once signed, it goes to the office for acceptance.',
  ],
  signExtension: (view, today, zone) => [
    `${view.by} asks for your unit for more time for ${itemName(view.no, view.title)}, from ${dayText(view.dueOn, today, 'en')} to ${dayWithWeekday(view.newDueOn, today, 'en')}.`,
    `Reason: "${shorten(view.reason, 200)}"`,
    `Please sign by ${momentWithWeekday(view.expiresAt, zone, today, 'en')}. Once signed, it goes to the office; unsigned, it lapses then.`,
  ],
  approve: (view, today, zone) => {
    const flags = view.guards.map((guard) =>
      guard === 'many-at-once' ? `${view.openOfUnit} requests of this unit are open` : GUARDS[guard],
    );
    const first = view.guards.includes('repeated') ? 'Asked' : 'First request, asked';
    return [
      `${view.unit} asks for more time for ${itemName(view.no, view.title, 30)}, from ${dayText(view.dueOn, today, 'en')} to ${dayText(view.newDueOn, today, 'en')} (${count(view.workingDays, 'working day')}). Reason: "${shorten(view.reason, 200)}".`,
      `${first} ${count(view.workingDaysBefore, 'working day')} before the date, ${view.progress === null ? 'no progress reported' : `${view.progress}% done`}${signed(view.signedBy)}.`,
      ...(flags.length > 0 ? [`Please note: ${flags.join('; ')}.`] : []),
      ...(view.level === 'leading-group'
        ? ['This is beyond what the office may grant: name the decision of the leading group.']
        : []),
      `Please decide by ${momentText(view.decideBy, zone, today, 'en')}.`,
    ];
  },
  granted: (item, dueOn, today, dueTime) => [
    `More time for ${itemName(item.no, item.title)} is granted until ${dayWithWeekday(dueOn, today, 'en')} ${dueTime}, this once.`,
  ],
  refused: (item, dueOn, reason, today) => [
    `${itemName(item.no, item.title)} stays due ${dayText(dueOn, today, 'en')}. Reason: ${reasonOf(reason)}. If it is difficult, you may ask for help.`,
  ],
  returned: (item, of, by, reason) => [
    `${of === 'completion' ? 'The claim of completion' : 'The request for more time'} for ${itemName(item.no, item.title)} was not signed (${by}). Reason: ${reasonOf(reason)}.`,
  ],
  lapsed: (item) => [
    `The request for more time for ${itemName(item.no, item.title)} was not signed before the date and has lapsed. Please report how it stands and give the reason.`,
  ],
  paused: (item, until, reason, today) => [
    `${itemName(item.no, item.title)} is put off until ${dayWithWeekday(until, today, 'en')}. Reason: ${reasonOf(reason)}. No messages come until then; afterwards the dates move by as many working days.`,
  ],
  resumed: (item, dueOn, today) => [
    `${itemName(item.no, item.title)} goes on${dueOn === null ? '' : `, due ${dayWithWeekday(dueOn, today, 'en')}`}.`,
  ],
};
