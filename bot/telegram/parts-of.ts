import type { SendableMessage } from '../../domain/chat/message.ts';
import { splitMessage } from '../../domain/chat/split-message.ts';
import { questionOf, TEXT_MAX, textOf } from './render-message.ts';

/** Kept free in each part for what closes the card. */
const CLOSING_MAX = 300;

/**
 * A text above Telegram's 4,096 UTF-16 units as several, and below a card with buttons that asks for words its
 * question once more by itself, to open the input field. Telegram takes one reply_markup a message, and changes no
 * message that has a force_reply: a card that is to be closed later keeps its buttons, and the field needs a message
 * of its own.
 */
export function partsOf(message: SendableMessage): SendableMessage[] {
  const parts =
    textOf(message).length <= TEXT_MAX
      ? [message]
      : splitMessage(message, (part) => textOf(part).length <= TEXT_MAX - CLOSING_MAX);
  return message.asksReply && message.buttons.length > 0 ? [...parts, asideOf(message)] : parts;
}

const asideOf = (message: SendableMessage): SendableMessage => ({
  ...message,
  aside: true,
  heading: '✎ ',
  lines: [questionOf(message)],
  signature: '',
  buttons: [],
});
