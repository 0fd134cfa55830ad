import type { PlanPhase } from '../../../../domain/plan/types.ts';
import { relationWords, unitKindWords } from '../i18n/vocabulary.ts';
import { dateWords } from './printed-date.ts';
import { fieldKind } from './field-kind.ts';
import { comparatorWords, everyWords, phaseKindWords, scopeWords } from './vocabulary.ts';

type Language = 'zh' | 'en';

const KINDS = {
  'phase-kind': phaseKindWords,
  'unit-kind': unitKindWords,
  relation: relationWords,
  comparator: comparatorWords,
  scope: scopeWords,
  every: everyWords,
} as const;

const isPhase = (value: unknown): value is PlanPhase =>
  typeof value === 'object' && value !== null && 'name' in value && 'start' in value;

const phaseText = ({ name, start, end }: PlanPhase): string => {
  const span = [start, end].map((date) => (date === null ? '' : dateWords(date)));
  return span.join('') === '' ? name : `${name}(${span.join('至')})`;
};

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => (isPhase(one) ? phaseText(one) : plain(one))).join('、');
  if (typeof value === 'object') {
    const named = value as { title?: unknown; name?: unknown; what?: unknown };
    return plain(named.title ?? named.name ?? named.what ?? Object.values(value).map(plain).join(' '));
  }
  return String(value as string | number | boolean);
}

/** A value of the draft as a person reads it; empty for none. */
export function valueWords(path: string, value: unknown, language: Language): string {
  const kind = fieldKind(path);
  if (kind === 'date' && typeof value === 'string') return dateWords(value);
  if (kind === 'lines' && Array.isArray(value)) return value.join(';');
  if (kind in KINDS && typeof value === 'string') {
    const known: Record<string, string> = KINDS[kind as keyof typeof KINDS][language];
    return known[value] ?? value;
  }
  return plain(value);
}
