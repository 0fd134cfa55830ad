import type { ActionsBlock, Button, HomeView, KnownBlock } from '@slack/types';
import { plainText, section } from '../plain-blocks.ts';
import { shortened } from '../fit-text.ts';
import {
  BUTTON_LABEL_MAX,
  CONFIRM_TEXT_MAX,
  CONTEXT_ELEMENTS_MAX,
  HEADER_MAX,
  TEXT_IN_ALL_MAX,
  VIEW_BLOCKS_MAX,
} from '../limits.ts';
import type { HomeButton, HomePage, HomeRow } from './home-page.ts';

/** Our own: a row of the list, a note, and the buttons of a row. */
const ROW_MAX = 1_200;
const NOTE_MAX = 1_000;
const BUTTONS_MAX = 5;

const MORE = '内容较多,余下部分请在网页查看。';

/**
 * The home tab as Slack shows it, within its limits whatever the page holds. All of it is plain_text, in which
 * Slack reads neither markup nor mentions.
 */
export function renderHome({ title, notes, sections }: HomePage): HomeView {
  const [first, ...rest] = notes.filter((note) => note.trim() !== '');
  const head: KnownBlock[] = [header(title), ...(first === undefined ? [] : [context([first])])];
  const tail: KnownBlock[] = rest.length > 0 ? [{ type: 'divider' }, context(rest)] : [];
  const blocks: KnownBlock[] = [];
  let room = VIEW_BLOCKS_MAX - head.length - tail.length - 1;
  let length = 0;
  let isCut = false;
  for (const { title: name, rows } of sections) {
    if (room < 3) isCut = true;
    if (isCut) break;
    const opening: KnownBlock[] = [{ type: 'divider' }, ...(name === '' ? [] : [header(name)])];
    blocks.push(...opening);
    room -= opening.length;
    for (const row of rows) {
      const drawn = rowBlocks(row);
      length += row.text.length;
      isCut ||= drawn.length > room || length > TEXT_IN_ALL_MAX;
      if (isCut) break;
      blocks.push(...drawn);
      room -= drawn.length;
    }
  }
  return { type: 'home', blocks: [...head, ...blocks, ...(isCut ? [section(MORE)] : []), ...tail] };
}

/** One button stands beside its line, several below it. */
function rowBlocks({ text, buttons }: HomeRow): KnownBlock[] {
  const words = section(shortened(text.trim() === '' ? '—' : text, ROW_MAX));
  const [only, ...more] = buttons.slice(0, BUTTONS_MAX);
  if (!only) return [words];
  if (more.length === 0) return [{ ...words, accessory: button(only) }];
  const actions: ActionsBlock = { type: 'actions', elements: [only, ...more].map(button) };
  return [words, actions];
}

const header = (text: string): KnownBlock => ({ type: 'header', text: plainText(shortened(text, HEADER_MAX)) });

const context = (notes: string[]): KnownBlock => ({
  type: 'context',
  elements: notes.slice(0, CONTEXT_ELEMENTS_MAX).map((note) => plainText(shortened(note, NOTE_MAX))),
});

const button = ({ id, label, style, confirm }: HomeButton): Button => ({
  type: 'button',
  action_id: id,
  value: id,
  text: plainText(shortened(label, BUTTON_LABEL_MAX)),
  ...(style ? { style } : {}),
  ...(confirm === undefined
    ? {}
    : {
        confirm: {
          title: plainText('请确认'),
          text: plainText(shortened(confirm, CONFIRM_TEXT_MAX)),
          confirm: plainText('确认'),
          deny: plainText('取消'),
        },
      }),
});
