import { isEntry } from './places.ts';

export type FieldKind =
  | 'text'
  | 'date'
  | 'number'
  | 'units'
  | 'unit'
  | 'lines'
  | 'phase-kind'
  | 'unit-kind'
  | 'relation'
  | 'comparator'
  | 'scope'
  | 'every'
  | 'entry'
  | 'whole';

const KINDS: [RegExp, FieldKind][] = [
  [/^\/[a-z]+$/, 'whole'],
  [/\/(leadUnits|responsibleUnits|otherUnits|members)$/, 'units'],
  [/\/(leadUnits|responsibleUnits|otherUnits|members)\/\d+$/, 'unit'],
  [/^\/office\/host$/, 'unit'],
  [/\/duties$/, 'lines'],
  [/\/(start|end|due|by)$/, 'date'],
  [/\/(value|max)$/, 'number'],
  [/^\/phases\/\d+\/kind$/, 'phase-kind'],
  [/^\/units\/[^/]+\/kind$/, 'unit-kind'],
  [/\/relation$/, 'relation'],
  [/\/comparator$/, 'comparator'],
  [/\/scope$/, 'scope'],
  [/^\/recurring\/\d+\/every$/, 'every'],
];

const PLAIN: Record<string, FieldKind> = {
  '': 'text',
  '/title': 'text',
  '/docNumber': 'text',
  '/issuer': 'text',
  '/place': 'text',
  '/issuedOn': 'date',
};

/** How the value of a place is written and edited. */
export function fieldKind(path: string): FieldKind {
  if (isEntry(path)) return 'entry';
  return PLAIN[path] ?? KINDS.find(([form]) => form.test(path))?.[1] ?? 'text';
}
