import type { Checkboxes, Datepicker, InputBlock, KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { leastCharacters, type FormField, type FormLine, type FormView } from '../../../domain/chat/form.ts';
import { cut, shortened } from '../fit-text.ts';
import { HEADER_MAX, INPUT_VALUE_MAX, MODAL_TITLE_MAX, VIEW_BLOCKS_MAX } from '../limits.ts';
import { plainText, section } from '../plain-blocks.ts';
import { rememberForm } from './form-memory.ts';

/** Our own: the notes above the lines, a field's label and its hint. */
const NOTES_MAX = 1_000;
const LABEL_MAX = 200;
const HINT_MAX = 500;

export const FORM_CALLBACK = 'form';

/** The one thing that a checkbox says. */
const CHECKED = { text: plainText('是'), value: 'yes' };

/**
 * A form as a modal: a line's name, then an input a field. What doesn't fit is left out whole lines at a time and
 * said. Blocks are called `<line>/<field>`; all text is plain_text.
 */
export function renderForm(form: FormView): ModalView {
  const { locale } = form;
  const words = catalogueFor(locale).forms;
  const memory = { buttonId: form.buttonId, lines: form.lines, reasonMin: reasonMinOf(form) };
  const fitting = linesThatFit(form.lines);
  const { text, lines: count } = rememberForm({ ...memory, lines: form.lines.slice(0, fitting) });
  const left = form.lines.length - count;
  const notes = [form.note ?? '', left > 0 ? words.more(left) : ''].filter((note) => note !== '');
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: plainText(shortened(form.title, MODAL_TITLE_MAX)),
    submit: plainText(shortened(form.submit, MODAL_TITLE_MAX)),
    close: plainText(catalogueFor(locale).desk.buttons.drop),
    private_metadata: text,
    blocks: [
      ...(notes.length > 0 ? [section(shortened(notes.join('\n'), NOTES_MAX))] : []),
      ...withDividers(form.lines.slice(0, count).map(lineBlocks)),
    ],
  };
}

/** A rule between lines, where there is room for all of them. */
function withDividers(lines: KnownBlock[][]): KnownBlock[] {
  const blocks = lines.reduce((sum, { length }) => sum + length, 0);
  const fits = 1 + blocks + lines.length - 1 <= VIEW_BLOCKS_MAX;
  return lines.flatMap((line, at) => (fits && at > 0 ? [{ type: 'divider' }, ...line] : line));
}

/** With one block to spare for the note. */
function linesThatFit(lines: FormLine[]): number {
  let blocks = 1;
  const first = lines.findIndex(({ fields }) => (blocks += 1 + fields.length) > VIEW_BLOCKS_MAX);
  // One line alone loses fields instead.
  return first === -1 ? lines.length : Math.max(1, first);
}

const lineBlocks = ({ label, fields }: FormLine, at: number): KnownBlock[] => [
  { type: 'header', text: plainText(shortened(label === '' ? '—' : label, HEADER_MAX)) },
  ...fields.slice(0, VIEW_BLOCKS_MAX - 2).map((field) => inputOf(field, `${at}/${field.name}`)),
];

function inputOf(field: FormField, blockId: string): InputBlock {
  const { label, hint, required } = field;
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(shortened(label === '' ? field.name : label, LABEL_MAX)),
    ...(hint ? { hint: plainText(shortened(hint, HINT_MAX)) } : {}),
    optional: !required,
    element: elementOf(field),
  };
}

function elementOf({ name, kind, value }: FormField): PlainTextInput | Datepicker | Checkboxes {
  switch (kind) {
    case 'date':
      return { type: 'datepicker', action_id: name, ...(isDay(value) ? { initial_date: value } : {}) };
    case 'check':
      return {
        type: 'checkboxes',
        action_id: name,
        options: [CHECKED],
        ...(value === 'true' ? { initial_options: [CHECKED] } : {}),
      };
    default:
      return {
        type: 'plain_text_input',
        action_id: name,
        ...(kind === 'text' ? { multiline: true } : {}),
        max_length: kind === 'text' ? INPUT_VALUE_MAX : 20,
        ...(value ? { initial_value: cut(value, kind === 'text' ? INPUT_VALUE_MAX : 20) } : {}),
      };
  }
}

const isDay = (value: string | null): value is string => /^\d{4}-\d{2}-\d{2}$/.test(value ?? '');

function reasonMinOf({ lines }: FormView): number {
  const reason = lines.flatMap(({ fields }) => fields).find(({ name, required }) => name === 'reason' && required);
  return reason ? leastCharacters(reason) : 0;
}
