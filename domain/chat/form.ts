import type { Locale } from './catalogue/index.ts';
import type { LocalDate } from '../plan/types.ts';

export type FormFieldName =
  | 'progress'
  | 'words'
  | 'blocker'
  | 'expectedOn'
  | 'done'
  | 'correct'
  | 'reason'
  | 'newDueOn'
  | `figure/${number}`;

export interface FormField {
  name: FormFieldName;
  label: string;
  kind: 'number' | 'text' | 'date' | 'check';
  /** As it stands: digits, words, YYYY-MM-DD, `true` of a check; null: empty. */
  value: string | null;
  required: boolean;
  hint?: string;
  /** Of a number: what stands on record; less than that is worth a second look. */
  last?: number;
  /** Of a day: an earlier one is worth a second look. */
  earliest?: LocalDate;
}

/** 理由(不少于5个字): the label of a reason says how many characters it has at least. */
export const leastCharacters = ({ name, label, required }: FormField): number =>
  name === 'reason' && required ? Number(/(\d+)/.exec(label)?.[1] ?? 0) : 0;

export interface FormLine {
  entityId: string;
  partId: string;
  /** 第(九)项"…" */
  label: string;
  /** What is owed, and by when; shown where there is room for it. */
  note?: string;
  fields: FormField[];
}

/** A form as every channel can show it: a modal, a web form, questions in words. */
export interface FormView {
  /** At most 24 characters (a Slack modal's title). */
  title: string;
  submit: string;
  /** Of our Action that asked for it; the submission carries it. */
  buttonId: string;
  lines: FormLine[];
  /** Of what the channel adds itself; absent: Chinese. */
  locale?: Locale;
  /** Said above the lines; absent: nothing. */
  note?: string;
  /** It reports: files that come with it are evidence, and what was typed for one of its lines is meant for it under any button. */
  reports?: true;
}

/** One line of a submission, as `payload.lines` of an IncomingMessage of kind `form` carries it. */
export interface FilledLine {
  entityId: string;
  partId: string;
  progress?: number | null;
  words?: string | null;
  blocker?: string | null;
  expectedOn?: LocalDate | null;
  done?: boolean | null;
  /** A new version of the report that stands, no further one. */
  correct?: boolean | null;
  reason?: string | null;
  newDueOn?: LocalDate | null;
  /** By the number in the field's name. */
  figures?: Record<string, number | null> | null;
}

/** A Slack modal takes 100 blocks: a title a line and a block a field, with two to spare for the note. */
const BLOCKS_MAX = 98;

/** So many lines fit a form; the others are filled in after it. */
export const FORM_LINES_MAX = 32;

/** Fields that one of so many lines may have, its title not counted. */
export const fieldsAllowed = (lines: number): number => Math.floor(BLOCKS_MAX / Math.max(1, lines)) - 1;
