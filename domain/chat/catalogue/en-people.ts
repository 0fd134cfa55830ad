import { shorten } from '../item-label.ts';
import { count } from './en-lines.ts';
import type { PeopleWords } from './zh-people.ts';

const some = (items: string[]): string =>
  `${items.slice(0, 6).join(', ')}${items.length > 6 ? ` and ${items.length - 6} more` : ''}`;

/** What is said about who does what: disputed duties, contacts that change, people who are away. */
export const enPeople: PeopleWords = {
  headings: {
    dispute: '[Your objection] ',
    unsigned: '[Not signed for] ',
    standIn: '[Standing in] ',
    handover: '[Handover] ',
    leave: '[Absence] ',
  },
  disputeNotUpheld: (item, reason, by) => [
    `After review, ${item} stays with your unit. Reason: ${shorten(reason, 200)}`,
    ...(by === null ? [] : [`Please sign for it by ${by}. If it is difficult, you may ask for help.`]),
  ],
  disputeUpheld: (item, to, reason) => [
    `After review, your objection holds. ${item} ${to === null ? 'is' : `goes to ${to} and is`} your unit’s no longer; nothing more is to be reported. Reason: ${shorten(reason, 200)}`,
  ],
  unsignedNone: 'All units have signed.',
  unsignedCount: (units, items) => `${count(units, 'unit')} have not signed for ${count(items, 'item')}:`,
  unsignedUnit: (unit, contact, items, { days, late, disputed }) =>
    `${unit} (${contact ?? 'no contact bound yet'}): ${some(items)}, ${count(days, 'working day')}${late > 0 ? `, ${late} overdue` : ''}${disputed > 0 ? `, ${disputed} disputed` : ''}`,
  standsIn: (person, until, items) =>
    `You stand in for ${person} (away until ${until}) with ${items === null ? 'the above' : some(items)}.`,
  standInTold: (person, until, units) =>
    `${person} is away until ${until}. You stand in for ${units.join(', ')} until then and get the messages; it ends by itself.`,
  standInGone: (from, to, until) =>
    to === null
      ? `${from} is no contact any more. Nobody stands in for you while you are away (until ${until}); the messages come to you again. Please name another stand-in.`
      : `${from} is no contact any more. ${to} stands in for you while you are away (until ${until}).`,
  standInPassed: (person, to) =>
    to === null
      ? ` Nobody stands in for ${person} now; the messages go to ${person} again, and the office has it on its list.`
      : ` ${to} stands in for ${person} now.`,
  leaveRegistered: (person, until, standIn, from) =>
    `Recorded: ${person} is away ${from === null ? '' : `from ${from} `}until ${until}; ${standIn} stands in and gets the messages. It ends by itself.`,
  leaveEnded: (person) => `Recorded: ${person} is back and gets the messages again.`,
  handedOver: (unit, from, to) =>
    `The contact for ${unit} changed from ${from} to ${to}. Nothing more goes to ${from}; open items go to ${to}.`,
  cardHandedOver: (to) =>
    to === null ? 'The contact changed; the present contact deals with it' : `Handed over to ${to}`,
  handoverTold: (unit, from, many) =>
    `You are the contact for ${unit} from today (before: ${from}). ${many > 0 ? `${count(many, 'item')} open, handed over with what was written before:` : 'Nothing is open at present.'}`,
  handoverItem: (at, item, duties) => `${at}. ${item}${duties.length > 0 ? `: ${duties.join(', ')}` : ''}`,
  handoverDuty: (duty, day) => `${duty} by ${day}`,
  howToHandOver: 'Please name both contacts: /hand-over OLD NEW.',
  severalNamed: (name) => `Several contacts are called ${name}; please use the contacts page.`,
  unitsMerged: (from, into, moved, kept) =>
    `${from} is part of ${into} now; ${count(moved, 'open item')} moved${kept.length > 0 ? `; ${kept.length} did not, please see to them: ${kept.join(' ')}` : ''}.`,
};
