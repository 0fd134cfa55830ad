import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup } from 'node-telegram-bot-api';
import { badRequest } from './api-error.ts';
import { structured } from './read-params.ts';

/** Bot API, InlineKeyboardButton: callback_data is 1 to 64 bytes. */
const DATA_MAX_BYTES = 64;

/** The inline keyboard of a call; null where there is none or it is empty. Refuses what Telegram refuses. */
export function readKeyboard(value: unknown): InlineKeyboardMarkup | null {
  const markup = structured(value);
  if (markup === undefined) return null;
  if (typeof markup !== 'object' || markup === null || Array.isArray(markup))
    throw badRequest('object expected as reply markup');
  if (!('inline_keyboard' in markup)) return null;
  const rows = (markup as { inline_keyboard: unknown }).inline_keyboard;
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  const buttons = (rows as unknown[][]).map((row) => row.map(readButton)).filter((row) => row.length > 0);
  return buttons.length === 0 ? null : { inline_keyboard: buttons };
}

/** Bot API, ForceReply: a placeholder has 1 to 64 characters. */
const PLACEHOLDER_MAX = 64;

/** The forced reply of a call; null where there is none. Such a message can't be edited afterwards (Bot API, "Updating messages"). */
export function readForcedReply(value: unknown): ForceReply | null {
  const markup = structured(value) as ForceReply | null | undefined;
  if (typeof markup !== 'object' || markup === null || markup.force_reply !== true) return null;
  const { input_field_placeholder: placeholder } = markup;
  if (placeholder !== undefined && (typeof placeholder !== 'string' || placeholder.length > PLACEHOLDER_MAX))
    throw badRequest('REPLY_MARKUP_PLACEHOLDER_INVALID');
  return markup;
}

function readButton(value: unknown): InlineKeyboardButton {
  const button = value as InlineKeyboardButton | null;
  if (typeof button !== 'object' || button === null || typeof button.text !== 'string' || button.text === '')
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String');
  const { callback_data: data } = button;
  if (data === undefined && button.url === undefined)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (data !== undefined && (data === '' || Buffer.byteLength(data) > DATA_MAX_BYTES))
    throw badRequest('BUTTON_DATA_INVALID');
  if (button.style !== undefined && !['danger', 'success', 'primary'].includes(button.style))
    throw badRequest("can't parse inline keyboard button: invalid button style specified");
  return button;
}
