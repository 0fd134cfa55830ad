import type { ActionsBlock, Button, KnownBlock, MessageMetadata } from '@slack/types';
import type { SendableMessage } from '../../domain/chat/message.ts';
import { plainText } from '../../domain/chat/plain-text.ts';
import { pieces, shortened } from './fit-text.ts';
import {
  ACTIONS_ELEMENTS_MAX,
  BUTTON_LABEL_MAX,
  HEADER_MAX,
  MESSAGE_BLOCKS_MAX,
  SECTION_MAX,
  TEXT_IN_ALL_MAX,
} from './limits.ts';
import { plainText as plain, section } from './plain-blocks.ts';

export interface RenderedMessage {
  /** What a notification and a screen reader say. */
  text: string;
  blocks: KnownBlock[];
  metadata: MessageMetadata;
}

/** By this a delivery is found again in a conversation's history. */
export const DELIVERY_EVENT = 'duban_delivery';

const FALLBACK_MAX = 2_500;
/** Heading, signature, and what closes the card. */
const ENVELOPE_MAX = 4;

const MORE = '内容较长,余下部分请在网页收件箱查看。';

/**
 * A message as Slack shows it. Everything is plain_text, in which Slack reads neither markup nor mentions: what
 * was imported can't ping anybody. A closed card shows `closedWith` and has no buttons.
 */
export function renderMessage(message: SendableMessage, closedWith: string | null = null): RenderedMessage {
  const head: KnownBlock[] =
    message.heading === '' ? [] : [{ type: 'header', text: plain(shortened(message.heading.trim(), HEADER_MAX)) }];
  const tail: KnownBlock[] = [
    ...(closedWith === null ? actions(message.buttons) : closed(closedWith)),
    ...(message.signature === ''
      ? []
      : [{ type: 'context' as const, elements: [plain(shortened(message.signature, SECTION_MAX))] }]),
  ];
  return {
    text: escaped(
      shortened(
        plainText(closedWith === null ? message : { ...message, lines: [closedWith, ...message.lines] }),
        FALLBACK_MAX,
      ),
    ),
    blocks: [...head, ...body(message.lines, MESSAGE_BLOCKS_MAX - head.length - tail.length), ...tail],
    metadata: {
      event_type: DELIVERY_EVENT,
      event_payload: { delivery_id: message.deliveryId, ...(message.part ? { part: message.part.no } : {}) },
    },
  };
}

/** Does all of it stand in one message, with room for what closes it? */
export function fitsWhole({ lines, buttons }: SendableMessage): boolean {
  const texts = paragraphs(lines).flatMap((text) => pieces(text, SECTION_MAX));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return (
    length <= TEXT_IN_ALL_MAX &&
    texts.length <= MESSAGE_BLOCKS_MAX - ENVELOPE_MAX - Math.ceil(buttons.length / ACTIONS_ELEMENTS_MAX)
  );
}

function body(lines: string[], blocksMax: number): KnownBlock[] {
  const all = paragraphs(lines).flatMap((text) => pieces(text, SECTION_MAX));
  const shown: string[] = [];
  let length = 0;
  for (const text of all) {
    length += text.length;
    if (length > TEXT_IN_ALL_MAX || (shown.length === blocksMax - 1 && all.length > blocksMax)) {
      shown.push(MORE);
      break;
    }
    shown.push(text);
  }
  return shown.map(section);
}

/** Lines stay together; another kind of prompt in the same digest (【…】) opens a section of its own. */
function paragraphs(lines: string[]): string[] {
  const found: string[] = [];
  for (const line of lines.filter((each) => each.trim() !== '')) {
    const last = found.at(-1);
    if (last === undefined || line.startsWith('【') || last.length + line.length + 1 > SECTION_MAX) found.push(line);
    else found[found.length - 1] = `${last}\n${line}`;
  }
  return found;
}

function actions(buttons: SendableMessage['buttons']): ActionsBlock[] {
  const rows: ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += ACTIONS_ELEMENTS_MAX)
    rows.push({ type: 'actions', elements: buttons.slice(from, from + ACTIONS_ELEMENTS_MAX).map(button) });
  return rows;
}

const button = ({ id, label, style }: SendableMessage['buttons'][number]): Button => ({
  type: 'button',
  action_id: id,
  value: id,
  text: plain(shortened(label, BUTTON_LABEL_MAX)),
  ...(style ? { style } : {}),
});

const closed = (closedWith: string): KnownBlock[] => [{ type: 'divider' }, section(shortened(closedWith, SECTION_MAX))];

/** The fallback text is read as markup: Slack's three control characters are escaped. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
