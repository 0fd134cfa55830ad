import { leastCharacters } from '../../../../domain/chat/form.ts';
import { typedFigure } from '../../../../domain/chat/typed-figure.ts';
import type { FormView } from '../../../api.ts';

type Line = FormView['lines'][number];
export type Field = Line['fields'][number];

/** What was typed, by line and field, whichever form shows them: `task/9 p1/progress`. */
export type FormValues = Record<string, string>;

export const keyOf = ({ entityId, partId }: Line, name: string): string => `${entityId} ${partId}/${name}`;

/** A draft as it was stored; what isn't one of this shape is none. */
export function draftOf(stored: string | null): FormValues {
  try {
    const entries = Object.entries((stored === null ? {} : JSON.parse(stored)) as Record<string, unknown>);
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

/** As the form came, with what was typed before over it. */
export function valuesOf({ lines }: FormView, draft: FormValues): FormValues {
  const fields = lines.flatMap((line) =>
    line.fields.map(({ name, value }) => [keyOf(line, name), value ?? ''] as const),
  );
  return Object.fromEntries(fields.map(([key, value]) => [key, draft[key] ?? value]));
}

/** What is left of a draft once this form was taken. */
export function withoutForm({ lines }: FormView, draft: FormValues): FormValues {
  const sent = new Set(lines.flatMap((line) => line.fields.map(({ name }) => keyOf(line, name))));
  return Object.fromEntries(Object.entries(draft).filter(([key]) => !sent.has(key)));
}

/** What is wrong with a value as it was typed, which keeps the form from being sent; null: nothing. */
export type Wrong = { kind: 'progress' } | { kind: 'figure' } | { kind: 'short'; least: number };

export function wrongIn(field: Field, value: string): Wrong | null {
  if (field.kind === 'number') {
    const figure = typedFigure(value);
    if (figure === null) return null;
    const most = field.name === 'progress' ? 100 : Number.MAX_SAFE_INTEGER;
    if (typeof figure === 'number' && figure >= 0 && figure <= most) return null;
    return { kind: field.name === 'progress' ? 'progress' : 'figure' };
  }
  const least = leastCharacters(field);
  const length = [...value.trim()].length;
  return length > 0 && length < least ? { kind: 'short', least } : null;
}

/** What is worth a second look, and may stay so; null: nothing. */
export type Doubt = { kind: 'below'; last: string } | { kind: 'past' };

export function doubtIn({ kind, name, last, earliest }: Field, value: string): Doubt | null {
  if (kind === 'date') return earliest !== undefined && value !== '' && value < earliest ? { kind: 'past' } : null;
  const figure = kind === 'number' && last !== undefined ? typedFigure(value) : null;
  return typeof figure === 'number' && figure < (last ?? 0)
    ? { kind: 'below', last: `${last}${name === 'progress' ? '%' : ''}` }
    : null;
}

export const isWrong = ({ lines }: FormView, values: FormValues): boolean =>
  lines.some((line) => line.fields.some((field) => wrongIn(field, values[keyOf(line, field.name)] ?? '') !== null));

/** A required field is empty, or nothing at all was filled in. */
export const isMissing = ({ lines }: FormView, values: FormValues): boolean =>
  lines.some((line) =>
    line.fields.some(({ name, required }) => required && (values[keyOf(line, name)] ?? '').trim() === ''),
  ) || Object.values(values).every((value) => value.trim() === '');

/** The lines as the server takes them: every field that was shown, null where it is empty; of a report those that say something. */
export const filledView = ({ lines, reports }: FormView, values: FormValues) =>
  lines
    .filter((line) => reports !== true || isFilled(line, values))
    .map((shown) => {
      const { entityId, partId, fields } = shown;
      const figures: Record<string, number | null> = {};
      const line: Record<string, unknown> = { entityId, partId };
      for (const { name, kind } of fields) {
        const text = (values[keyOf(shown, name)] ?? '').trim();
        const value =
          kind === 'check' ? text === 'true' : text === '' ? null : kind === 'number' ? typedFigure(text) : text;
        if (name.startsWith('figure/')) figures[name.slice('figure/'.length)] = value as number | null;
        else line[name] = value;
      }
      return Object.keys(figures).length > 0 ? { ...line, figures } : line;
    });

const isFilled = (line: Line, values: FormValues): boolean =>
  line.fields.some(({ name }) => (values[keyOf(line, name)] ?? '').trim() !== '');
