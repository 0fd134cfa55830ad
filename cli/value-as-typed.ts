import { placeOf } from '../domain/document/apply-marks.ts';
import { valueAt } from '../domain/document/pointer.ts';
import type { ReadingView } from '../web/api.ts';

const LISTS = /\/(leadUnits|responsibleUnits|otherUnits|members|aliases|duties)$/;
const NUMBERS = /\/(value|max|after|into)$/;
const TITLES = /\/split$/;

/** A value written on the command line, by the kind of its place: JSON where it is JSON, a list cut at 、 , and ; */
export function valueAsTyped({ plan }: Pick<ReadingView, 'plan'>, path: string, text: string): unknown {
  if (/^([[{"]|null$|true$|false$)/.test(text))
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  if (TITLES.test(path)) return text.split(/[;;\n]/).map((one) => one.trim());
  const standing = valueAt(plan, placeOf(plan, path) ?? path);
  if (LISTS.test(path) || Array.isArray(standing))
    return text
      .split(/[、,,;;]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  if (NUMBERS.test(path) && text !== '' && Number.isFinite(Number(text))) return Number(text);
  return text === '' ? null : text;
}
