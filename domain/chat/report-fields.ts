import type { LocalDate } from '../plan/types.ts';
import type { FormWords } from './catalogue/zh-forms.ts';
import type { FormField } from './form.ts';

/** A figure that a form asks for: the last total of a target, or of a thing reported before. */
export interface AskedFigure {
  name: string;
  unit: string;
  /** Last total on record; null: none. */
  last: number | null;
  /** What the target comes to; null: no target. */
  target: number | null;
}

export interface ReportSoFar {
  progress: number | null;
  lastProgress: number | null;
  words: string | null;
  blocker: string | null;
  expectedOn: LocalDate | null;
  done: boolean;
  /** Of whoever fills it in; absent: days are not looked at. */
  today?: LocalDate;
  /** A report stands, which this one may correct. */
  isReported?: boolean;
  figures: (AskedFigure & { value: number | null })[];
}

export const NOTHING_SO_FAR: Omit<ReportSoFar, 'lastProgress' | 'figures'> = {
  progress: null,
  words: null,
  blocker: null,
  expectedOn: null,
  done: false,
};

/** The fields of a report, the most wanted first, at most `max`. */
export function reportFields(so: ReportSoFar, words: FormWords, max: number): FormField[] {
  const { labels, hints } = words;
  const figures = so.figures.map(({ name, unit, value, last, target }, index): FormField => ({
    name: `figure/${index}`,
    label: labels.figure(name, unit),
    kind: 'number',
    value: value === null ? null : String(value),
    required: false,
    ...hint(hints.figure(last, target, unit)),
    ...(last === null ? {} : { last }),
  }));
  const fields: FormField[] = [
    {
      name: 'progress',
      label: labels.progress,
      kind: 'number',
      value: so.progress === null ? null : String(so.progress),
      required: false,
      ...hint(so.lastProgress === null ? '' : hints.last(`${so.lastProgress}%`)),
      ...(so.lastProgress === null ? {} : { last: so.lastProgress }),
    },
    text('words', labels.words, so.words),
    ...figures.slice(0, 1),
    text('blocker', labels.blocker, so.blocker),
    {
      name: 'expectedOn',
      label: labels.expectedOn,
      kind: 'date',
      value: so.expectedOn,
      required: false,
      ...(so.today === undefined ? {} : { earliest: so.today }),
    },
    { name: 'done', label: labels.done, kind: 'check', value: so.done ? 'true' : null, required: false },
    ...figures.slice(1),
    ...(so.isReported
      ? [{ name: 'correct', label: labels.correct, kind: 'check', value: null, required: false } as const]
      : []),
  ];
  return fields.slice(0, max);
}

const text = (name: 'words' | 'blocker', label: string, value: string | null): FormField => ({
  name,
  label,
  kind: 'text',
  value,
  required: false,
});

const hint = (said: string): { hint?: string } => (said === '' ? {} : { hint: said });
