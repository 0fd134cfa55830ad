import { englishDay } from '../../../domain/chat/english-text.ts';
import { itemName } from '../../../domain/chat/item-label.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => (text(value) === '' ? '' : englishDay(text(value), '0000'));
const what = ({ of }: Body): string => (of === 'completion' ? 'completion' : 'more time');
const because = (reason: unknown): string =>
  text(reason) === '' ? '' : ` Reason: ${text(reason).replace(/[。.]$/, '')}.`;
const item = ({ no, title }: Body): string => itemName(text(no) || null, text(title), 40, 'en');

/** Events about a unit's requests, in English. */
export const enRequestSentences: Record<string, (body: Body) => string> = {
  extensionAsked: ({ dueOn, newDueOn, reason, signOff }) =>
    `Asked for more time, from ${day(dueOn)} to ${day(newDueOn)}, waits for ${signOff === 'waiting' ? 'the sign-off of the unit' : 'a decision'}.${because(reason)}`,
  signOffGiven: (body) =>
    body['scan'] === true
      ? `A stamped scan was registered (${text(body['evidence'])}); the request for ${what(body)} counts as signed.`
      : `Signed the request for ${what(body)}; it goes to the office.`,
  signOffRefused: (body) => `Sent the request for ${what(body)} back unsigned.${because(body['reason'])}`,
  extensionLapsed: () => 'The date passed before the request for more time was signed; it has lapsed.',
  extensionGranted: ({ from, dueOn, asked, level, reason }) =>
    `More time granted${level === 'leading-group' ? ' by the leading group' : ''}, from ${day(from)} to ${day(dueOn)}${asked === dueOn ? '' : ` (asked: ${day(asked)})`}.${because(reason)}`,
  extensionRefused: ({ dueOn, reason }) => `More time refused; still due ${day(dueOn)}.${because(reason)}`,
  taskPaused: ({ until, reason }) =>
    `Put off until ${day(until)}; no messages until then, dates move by the working days that are left.${because(reason)}`,
  taskResumed: ({ until, reason }) =>
    until === undefined ? `Resumed before its day.${because(reason)}` : 'The time it was put off for is over; resumed.',
  extensionUndone: () => 'The decision on more time was taken back; the request is open again.',
};

/** What the story says of sub-items, in English. */
export const enSubItemSentences: Record<string, (body: Body) => string> = {
  subItemAdded: ({ units, dueOn, ...body }) => {
    const who = Array.isArray(units) && units.length > 0 ? ` for ${units.map(text).join(', ')}` : '';
    return `Sub-item ${item(body)} added${who}${text(dueOn) === '' ? '' : `, due ${day(dueOn)}`}.`;
  },
  subItemAccepted: (body) => `Sub-item ${item(body)} accepted as complete.`,
  subItemCancelled: (body) => `Sub-item ${item(body)} cancelled.`,
  brokenOut: ({ parentNo, parentTitle }) => `Broken out of ${item({ no: parentNo, title: parentTitle })}.`,
};
