import { plainText } from '../../domain/chat/plain-text.ts';
import type { SendableMessage } from '../../domain/chat/message.ts';

/** Bot API, sendMessage: 1 to 4,096 characters of text, counted in UTF-16 units. */
export const TEXT_MAX = 4_096;
/** Bot API, ForceReply: 1 to 64 characters. */
const PLACEHOLDER_MAX = 64;
/** Two buttons of a row are read whole on a narrow phone up to this width (a Chinese character counts two). */
const HALF_ROW_WIDTH = 16;
/** Of three: 360 px less the gaps leave a hundred each. */
const THIRD_ROW_WIDTH = 8;
const CUT_NOTE = '(内容较长,其余请到网页收件箱查看)';

export interface InlineButton {
  text: string;
  callback_data: string;
  style?: 'primary' | 'danger';
}

export interface ForcedReply {
  force_reply: true;
  input_field_placeholder?: string;
}

export interface RenderedMessage {
  /** No parse_mode goes with it: whatever a plan's title or a person's words hold is shown as it is. */
  text: string;
  /** Absent where there is no button; empty where the buttons are to go. */
  reply_markup?: { inline_keyboard: InlineButton[][] } | ForcedReply;
}

/** A card as an edit takes it. */
export type RenderedCard = RenderedMessage & { reply_markup: { inline_keyboard: InlineButton[][] } };

/**
 * A message as Telegram takes it. Buttons carry their opaque ids (≤ 64 bytes, callback_data). One without buttons
 * that asks for words opens the input field (force_reply).
 */
export function renderMessage(message: SendableMessage): RenderedMessage {
  const buttons = message.buttons.map(({ id, label, style }) => ({
    text: label,
    callback_data: id,
    ...(style === undefined ? {} : { style }),
  }));
  const text = fitted(message, '');
  if (buttons.length > 0) return { text, reply_markup: { inline_keyboard: rowsOf(buttons) } };
  return message.asksReply ? { text, reply_markup: forcedReply(message) } : { text };
}

/** The placeholder is the card's own question. */
function forcedReply(message: SendableMessage): ForcedReply {
  const question = cutAt(questionOf(message), PLACEHOLDER_MAX);
  return { force_reply: true, ...(question === '' ? {} : { input_field_placeholder: question }) };
}

/** What a card asks: its last line, of a long one its last sentence. */
export function questionOf({ lines, heading }: SendableMessage): string {
  const line = (lines.findLast((one) => one.trim() !== '') ?? heading).trim();
  return line.length <= PLACEHOLDER_MAX ? line : (line.match(/[^。?]+[。?]?/g)?.at(-1) ?? line).trim();
}

/** The same card with no button left and what was recorded below it. */
export function renderClosed(message: SendableMessage, closedWith: string): RenderedCard {
  return { text: fitted(message, `\n〔${closedWith}〕`), reply_markup: { inline_keyboard: [] } };
}

/** As plain text, with room before each further heading: a bubble shows no other mark between two digests in one. */
export const textOf = (message: SendableMessage): string =>
  plainText({
    ...message,
    lines: message.lines.map((line, at) => (at > 0 && line.startsWith('【') ? `\n${line}` : line)),
  });

/** The heading and the lines are cut, never the signature or what closes the card. */
function fitted(message: SendableMessage, closing: string): string {
  const whole = textOf(message) + closing;
  if (whole.length <= TEXT_MAX) return whole;
  const signature = message.signature ? `\n(${message.signature})` : '';
  const body = textOf({ ...message, signature: '' });
  const end = cutAt(`\n${CUT_NOTE}${signature}${closing}`, TEXT_MAX / 2);
  return cutAt(body, TEXT_MAX - end.length) + end;
}

/** At most `max` UTF-16 units, never half a surrogate pair. */
function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

function rowsOf(buttons: InlineButton[]): InlineButton[][] {
  // 同意, 另定日期, 不同意: one decision, one row.
  if (buttons.length === 3 && buttons.every(({ text }) => widthOf(text) <= THIRD_ROW_WIDTH)) return [buttons];
  const rows: InlineButton[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const narrow = widthOf(button.text) <= HALF_ROW_WIDTH;
    if (narrow && row?.length === 1 && row.every(({ text }) => widthOf(text) <= HALF_ROW_WIDTH)) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

const widthOf = (label: string): number =>
  [...label].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
