import type { KnownBlock } from '@slack/types';
import type { InlineKeyboardMarkup } from 'node-telegram-bot-api';

/** A message of the bot as a person sees it. */
export interface Shown {
  text: string;
  /** Ids by their labels. */
  buttons: Record<string, string>;
}

export function shownInSlack(blocks: KnownBlock[]): Shown {
  const texts: string[] = [];
  const buttons: Record<string, string> = {};
  for (const block of blocks) {
    if ((block.type === 'header' || block.type === 'section') && block.text) texts.push(block.text.text);
    if (block.type === 'context')
      texts.push(
        ...block.elements.flatMap((each) => ('text' in each && typeof each.text === 'string' ? each.text : [])),
      );
    if (block.type === 'actions')
      for (const each of block.elements) if (each.type === 'button' && each.value) buttons[each.text.text] = each.value;
  }
  return { text: texts.join('\n'), buttons };
}

export function shownInTelegram(text: string, markup: InlineKeyboardMarkup | null | undefined): Shown {
  const all = (markup?.inline_keyboard ?? []).flat();
  return { text, buttons: Object.fromEntries(all.map((button) => [button.text, button.callback_data ?? ''])) };
}
