import type { SendableMessage } from '../../domain/chat/message.ts';
import { plainText } from '../../domain/chat/plain-text.ts';
import { splitMessage } from '../../domain/chat/split-message.ts';
import { TEXT_MAX } from './render-message.ts';

/** Kept free in each part for what closes the card. */
const CLOSING_MAX = 300;

/** A text above Telegram's 4,096 UTF-16 units as several. */
export const partsOf = (message: SendableMessage): SendableMessage[] =>
  plainText(message).length <= TEXT_MAX
    ? [message]
    : splitMessage(message, (part) => plainText(part).length <= TEXT_MAX - CLOSING_MAX);
