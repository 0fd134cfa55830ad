import type { FormView } from '../../../api.ts';

/** What was typed, by line and field: `0/progress`. */
export type FormValues = Record<string, string>;

/** As the form came, with what was typed before over it. */
export function valuesOf({ lines }: FormView, stored: string | null): FormValues {
  const given = lines.flatMap(({ fields }, at) => fields.map(({ name, value }) => [`${at}/${name}`, value ?? '']));
  try {
    return {
      ...(Object.fromEntries(given) as FormValues),
      ...(stored === null ? {} : (JSON.parse(stored) as FormValues)),
    };
  } catch {
    return Object.fromEntries(given) as FormValues;
  }
}

export const isNumber = (name: string, value: string): boolean => {
  const text = value.trim();
  if (text === '') return true;
  return /^\d+(\.\d+)?$/.test(text) && (name !== 'progress' || Number(text) <= 100);
};

export const isWrong = ({ lines }: FormView, values: FormValues): boolean =>
  lines.some(({ fields }, at) =>
    fields.some(({ name, kind }) => kind === 'number' && !isNumber(name, values[`${at}/${name}`] ?? '')),
  );

/** A required field is empty, or nothing at all was filled in. */
export const isMissing = ({ lines }: FormView, values: FormValues): boolean =>
  lines.some(({ fields }, at) =>
    fields.some(({ name, required }) => required && (values[`${at}/${name}`] ?? '').trim() === ''),
  ) || Object.values(values).every((value) => value.trim() === '');

/** The lines as the server takes them: every field that was shown, null where it is empty. */
export const filledView = ({ lines }: FormView, values: FormValues) =>
  lines.map(({ entityId, partId, fields }, at) => {
    const figures: Record<string, number | null> = {};
    const line: Record<string, unknown> = { entityId, partId };
    for (const { name, kind } of fields) {
      const text = (values[`${at}/${name}`] ?? '').trim();
      const value = kind === 'check' ? text === 'true' : text === '' ? null : kind === 'number' ? Number(text) : text;
      if (name.startsWith('figure/')) figures[name.slice('figure/'.length)] = value as number | null;
      else line[name] = value;
    }
    return Object.keys(figures).length > 0 ? { ...line, figures } : line;
  });
