import { CHINESE_DIGITS, chineseNumber } from './chinese-number.ts';
import { matchesWhere } from '../matches-of.ts';
import { COUNTER } from './units.ts';

/** A number with its unit as it stands in a text; places are of that text. */
export interface Quantity {
  start: number;
  /** After the unit and 以上, 以内 …. */
  end: number;
  value: number | null;
  max: number | null;
  /** Where it is printed, 万 and 亿 included; null: none is. */
  unit: { start: number; end: number } | null;
  /** 以上 least · 以内 most · 左右 about · 余, 多 more. */
  suffix: 'least' | 'most' | 'about' | 'more' | null;
  /** Written in characters: 两家, 百分之六十. */
  written: boolean;
}

const ARABIC = '\\d{1,3}(?:,\\d{3})+(?![\\d])(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const WRITTEN = `[${CHINESE_DIGITS}]+(?:点[零一二三四五六七八九]+)?`;
const NUMBER = `(?:${ARABIC}|${WRITTEN})`;
const SEPARATOR = '\\s?(?:-{1,2}|~|至|到)\\s?';
const MULTIPLIER = '[十百千万亿]{0,3}';
const SUFFIX = '(?:(?:及|或|\\()?(?:以上|之上|以下|以内|之内|左右|上下)\\)?)';

const NUMBER_BEGIN = new RegExp(`[\\d${CHINESE_DIGITS}]`, 'g');
const QUANTITY = new RegExp(
  `(?<![\\d.A-Za-z第〔\\[])(?:` +
    `百分之(?<share>${NUMBER})(?:(?:${SEPARATOR})百分之(?<shareMax>${NUMBER}))?|` +
    `(?<first>${NUMBER})(?<firstUnit>${MULTIPLIER}(?:${COUNTER})?)(?:${SEPARATOR})(?<second>${NUMBER})(?<secondMore>[余多])?\\s?(?<secondUnit>${MULTIPLIER}${COUNTER}|[万亿])|` +
    `(?<only>${NUMBER})(?<more>[余多])?\\s?(?<unit>${MULTIPLIER}[余多]?${COUNTER}|[万亿](?!${COUNTER}))?` +
    `)(?<suffix>${SUFFIX})?`,
  'y',
);

/** Numbers of two or more digits that count nothing: years, days, numbers of houses and telephones. */
const NOT_COUNTED = /^(?:[年月日号时版届条款]|:\d|分之|\.\d)/;

/** Every number of the text that may be a quantity, in order; years, dates, ordinals and letters' numbers left out. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of matchesWhere(NUMBER_BEGIN, QUANTITY, text)) {
    const quantity = toQuantity(match, text);
    if (quantity) found.push(quantity);
  }
  return found;
}

function toQuantity(match: RegExpMatchArray, text: string): Quantity | null {
  const { groups = {} } = match;
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const suffix = suffixOf(groups['suffix']);
  if (groups['share'] !== undefined) {
    const share = { start, end: start + 3 };
    const max = groups['shareMax'] === undefined ? null : numberOf(groups['shareMax']);
    return { start, end, value: numberOf(groups['share']), max, unit: share, suffix, written: true };
  }
  const isRange = groups['first'] !== undefined;
  const printed = groups['first'] ?? groups['only'] ?? '';
  const unitText = (isRange ? groups['secondUnit'] : groups['unit']) ?? '';
  const written = !/\d/.test(printed);
  const after = text.slice(end, end + 3);
  if (isDate(printed, unitText, text.slice(Math.max(0, start - 2), start), after)) return null;
  if (unitText === '' && (written || NOT_COUNTED.test(after) || /^[A-Za-z-]/.test(after))) return null;
  // The unit is the last but for the suffix.
  const unitEnd = end - (groups['suffix']?.length ?? 0);
  const unit = unitText === '' ? null : { start: unitEnd - unitText.length, end: unitEnd };
  const plain = {
    start,
    end,
    value: numberOf(printed),
    max: isRange ? numberOf(groups['second'] ?? '') : null,
    unit,
    suffix:
      suffix ??
      (/[余多]/.test(`${groups['more'] ?? ''}${groups['secondMore'] ?? ''}${unitText}`) ? ('more' as const) : null),
    written,
  };
  if (!written) return plain;
  return isRange ? (plain.value === null || plain.max === null ? null : plain) : split(plain, printed);
}

/** 两万人 is 2 of 万人, as 2万人 is; 一万二千人 is 12,000 of 人. */
function split(quantity: Quantity, printed: string): Quantity | null {
  const scale = /[万亿]+$/.exec(printed)?.[0];
  if (!scale || !quantity.unit || printed.length === scale.length) return quantity.value === null ? null : quantity;
  const head = printed.slice(0, -scale.length);
  const value = chineseNumber(head);
  if (value === null) return null;
  return { ...quantity, value, unit: { start: quantity.unit.start - scale.length, end: quantity.unit.end } };
}

function isDate(printed: string, unit: string, before: string, after: string): boolean {
  if (unit === '年') return Number(printed) >= 1000 || !/^\d+(\.\d+)?$/.test(printed) || /[五成前后]$/.test(before);
  if (unit === '日' || (unit === '' && /^[月号]/.test(after))) return true;
  return false;
}

function suffixOf(text: string | undefined): Quantity['suffix'] {
  if (text === undefined) return null;
  if (/[以之]上/.test(text)) return 'least';
  return /左右|上下/.test(text) ? 'about' : 'most';
}

function numberOf(text: string): number | null {
  return /\d/.test(text) ? Number(text.replaceAll(',', '')) : chineseNumber(text);
}

/** The unit as printed, 万 and 亿 included; % for 百分之, without the 余 or 多 of an estimate. */
export function printedUnit(text: string, { unit }: Quantity): string | null {
  if (!unit) return null;
  const printed = text.slice(unit.start, unit.end).replace(/[余餘多]/g, '');
  return printed === '百分之' ? '%' : printed.replace('％', '%');
}
