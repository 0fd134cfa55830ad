import type { ModalView, PlainTextOption } from '@slack/types';
import { catalogueFor, type Locale } from '../../../domain/chat/catalogue/index.ts';
import { shortened } from '../fit-text.ts';
import { OPTION_LABEL_MAX, OPTIONS_MAX } from '../limits.ts';
import { plainText, section } from '../plain-blocks.ts';

/** A task to choose, by the button that it stands for. */
export interface Choice {
  id: string;
  label: string;
}

/** Our own: the list above the menu. */
const LIST_MAX = 2_500;

export const MENU_ACTION = 'task-menu';

/** The modal of the global shortcut: one's own list in words, and a menu that finds a task. */
export function taskMenu(lines: string[], locale?: Locale): ModalView {
  const { own, desk } = catalogueFor(locale);
  return {
    type: 'modal',
    callback_id: MENU_ACTION,
    title: plainText(own.product),
    close: plainText(desk.buttons.drop),
    blocks: [
      section(shortened(lines.join('\n') || own.nothing, LIST_MAX)),
      {
        type: 'section',
        block_id: MENU_ACTION,
        text: plainText(own.chooseTask),
        accessory: {
          type: 'external_select',
          action_id: MENU_ACTION,
          min_query_length: 0,
          placeholder: plainText(own.searchTask),
        },
      },
    ],
  };
}

/** What a chosen task came to where it opens no form: the answer is in the conversation. */
export function answeredInChat(locale?: Locale): ModalView {
  const { own, desk } = catalogueFor(locale);
  return {
    type: 'modal',
    title: plainText(own.product),
    close: plainText(desk.buttons.close),
    blocks: [section(own.seeMessages)],
  };
}

export const optionsOf = (choices: readonly Choice[]): PlainTextOption[] =>
  choices
    .filter(({ id, label }) => id !== '' && label.trim() !== '')
    .slice(0, OPTIONS_MAX)
    .map(({ id, label }) => ({ text: plainText(shortened(label, OPTION_LABEL_MAX)), value: id }));
