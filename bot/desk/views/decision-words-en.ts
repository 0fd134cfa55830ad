import { itemName, shorten } from '../../../domain/chat/item-label.ts';
import { englishCycle, englishDay, englishDuty } from '../../../domain/chat/english-text.ts';
import { EN_NOTICE_NAMES } from '../../../domain/chat/catalogue/en-details.ts';
import type { ExtensionAsked, Guard } from '../../../domain/supervision/part-request.ts';
import type { NoticeKind } from '../../../domain/reports/notice-types.ts';
import type { Decision } from '../../../web/api.ts';
import type { ItemBody } from './decision-words.ts';

const fullDay = (date: string): string => englishDay(date, '0000');

/** One line for the list of what awaits a decision, in English; names and what somebody wrote stay as they are. */
export function englishItemText(kind: Decision['kind'], body: ItemBody, unit: string): string {
  const { title, no = null } = body;
  const item = title === undefined ? '' : itemName(no || null, title, 30, 'en');
  const who = unit || body.unit || body.person || '';
  const words = body.words ? `: "${shorten(body.words, 80)}"` : '';
  const subject = [who, item].filter((one) => one !== '').join(', ');
  switch (kind) {
    case 'unassigned':
      return `${item}: no unit is named, please assign one`;
    case 'undeliverable':
      return undeliverableText(who, body);
    case 'office-call':
      return `${subject}: ${dutyOf(body)} is overdue, please telephone`;
    case 'escalation':
      return `${subject}: ${dutyOf(body)} is overdue; shall the person in charge of the unit be told?`;
    case 'circular':
    case 'notice':
      return `${subject}: ${dutyOf(body)}; a ${EN_NOTICE_NAMES[body.notice as NoticeKind] ?? 'notice'} is drafted, please release it or set it aside`;
    case 'no-rank':
      return `${who}: nobody in charge is registered or bound, so what is overdue cannot be escalated; please register or telephone`;
    case 'unconfirmed':
      return `${subject}: the answer was not checked by its author${words}`;
    case 'dispute':
      return `${subject}: objection to the duty${words}`;
    case 'coordination':
      return `${subject}: asks for help${words}`;
    case 'directive':
      return directiveText(body);
    case 'roll-up':
      return `${[item, englishCycle(body.cycle ?? '')].filter(Boolean).join(', ')}: reports of the units are in, please add them up and record`;
    case 'change-contact':
      return `${who}: asks for another liaison${words}`;
    case 'binding':
      return bindingText(who, body);
    case 'stand-in':
      return `${who} is away until ${fullDay(body.lastDay ?? '')}, and ${body.from ?? ''}, who stood in, no longer does; please agree on another with the unit`;
    case 'evidence':
      return evidenceText(who, body);
    case 'completion':
      return `${subject}: claims completion${body.reason ? ` (${body.reason})` : ''}${words}`;
    case 'sign-off':
      return `${subject}: nobody in charge can sign the request for ${body.reason ?? 'it'}; please register a stamped scan or a contact${words}`;
    case 'extension':
      return `${subject}: ${body.reason ?? ''}${words}`;
  }
}

const GUARDS: Record<Exclude<Guard, 'many-at-once'>, string> = {
  'last-minute': 'asked at the last minute',
  repeated: 'asked again',
};

/** asks for more time, from 30 Nov 2026 to 21 Dec 2026 (6 working days before it is due; 85% done) */
export function englishExtensionText(
  progress: number | null,
  { dueOn, newDueOn, workingDaysBefore, guards, level }: ExtensionAsked,
  openNow: number,
): string {
  const notes = [
    `${workingDaysBefore} working day${workingDaysBefore === 1 ? '' : 's'} before it is due`,
    progress === null ? 'no progress reported' : `${progress}% done`,
    ...guards.flatMap((guard) => (guard === 'many-at-once' ? [] : [GUARDS[guard]])),
    ...(openNow > 1 ? [`${openNow} requests of this unit are open`] : []),
    ...(level === 'leading-group' ? ['for the leading group to decide'] : []),
  ];
  return `asks for more time, from ${fullDay(dueOn)} to ${fullDay(newDueOn)} (${notes.join('; ')})`;
}

const dutyOf = ({ cycle = '', duty = '', dueOn }: ItemBody): string => {
  const named = duty === '' ? englishCycle(cycle) : englishDuty(duty, cycle);
  return `${named === '' ? 'it' : named}${dueOn ? ` (due ${fullDay(dueOn)})` : ''}`;
};

const LEFT: Record<string, string> = {
  refused: 'the answer that came with it was refused',
  'no-part': 'there is no task it could belong to',
  unanswered: 'nobody said which task it is for',
  lost: 'it could not be fetched from the chat within a day',
};

const evidenceText = (who: string, { person = '', files = [], reason = '' }: ItemBody): string =>
  `${who === person ? who : `${who} ${person}`} sent ${files.map(({ name }) => `"${name}"`).join(', ')}: ${LEFT[reason] ?? ''}; please ask them`;

function undeliverableText(who: string, { reason, channel = '' }: ItemBody): string {
  switch (reason) {
    case 'no-contact':
      return `${who}: no liaison is bound, messages cannot be delivered`;
    case 'refused':
      return `${who}: the chat account of the liaison takes no messages; another way or the section head was used, please check the contact`;
    case 'rejected':
      return `${who}: the chat platform sent a message back; please tell them another way, and ask the operator to look`;
    case 'ambiguous':
      return `${who}: it is not known whether a message arrived, please telephone`;
    case 'channel-silent':
      return `The chat channel ${channel} has received nothing for minutes; the system connects again, the operator should look. Use the web inbox meanwhile`;
    case 'channel-down':
      return `The token of the chat channel ${channel} is no longer valid; messages go other ways, the operator should replace it`;
    default:
      return `${who}: a message was not delivered, please check the contact`;
  }
}

function bindingText(who: string, { reason, words }: ItemBody): string {
  const account = words ? ` (account "${words}")` : '';
  switch (reason) {
    case 'taken':
      return `The binding code for ${who} was opened by an account that is bound to somebody else${account}; nothing was bound and the code is void. Check how it was handed out, then issue another`;
    case 'not-asked':
      return `${who} did not ask to be bound anew${account}; the request is void. Check whether the code leaked`;
    default:
      return `The account that opened the binding code for ${who}${account} says it is not them; the code is void. Check, then issue another`;
  }
}

function directiveText({ person = '', briefNo, words = '', draft }: ItemBody): string {
  const drafted = draft
    ? `; proposed: ${[
        `"${shorten(draft.title, 30)}"`,
        draft.unit,
        draft.dueOn === null ? null : `by ${fullDay(draft.dueOn)}`,
      ]
        .filter((piece) => piece !== null)
        .join(', ')}`
    : '';
  return `${person} on brief no. ${briefNo ?? ''}: "${shorten(words, 80)}"${drafted}`;
}
