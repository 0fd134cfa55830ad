import type { Element } from 'domhandler';
import { attributeOf, childOf, childrenOf, integerOf, isOn, valueOf } from '../xml.ts';
import { formatNumber } from '../number-format.ts';

/** Prints the number of the next paragraph in a list, as Word does; '' for a bullet or an unknown list. */
export type NumberNext = (numId: string, ilvl: number | null, styleId: string | null) => string;

interface Level {
  start: number;
  format: string;
  /** `第%1章`, `%1.%2` */
  text: string;
  /** 1-based level whose use restarts this one; 0 never; null: any higher one. */
  restart: number | null;
  legal: boolean;
  spaced: boolean;
  styleId: string | null;
}

interface List {
  abstractId: string;
  levels: Map<number, Level>;
  startOverrides: Map<number, number>;
}

const LEVELS = 9;

/** numbering.xml → a counter over all its lists. Lists of one abstract definition go on counting each other's items. */
export function createNumbering(root: Element | null): NumberNext {
  const lists = readLists(root);
  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();
  return (numId, ilvl, styleId) => {
    const list = lists.get(numId);
    if (!list) return '';
    const at = Math.min(ilvl ?? levelOfStyle(list, styleId) ?? 0, LEVELS - 1);
    const level = list.levels.get(at);
    if (!level) return '';
    const counted = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counted);
    const startAgain = list.startOverrides.get(at);
    if (startAgain !== undefined && !overridden.has(`${numId}/${at}`)) counted[at] = startAgain;
    else counted[at] = counted[at] === undefined ? level.start : (counted[at] ?? 0) + 1;
    overridden.add(`${numId}/${at}`);
    for (let deeper = at + 1; deeper < LEVELS; deeper++) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counted[deeper] = undefined;
    }
    return print(list, level, counted);
  };
}

function print(list: List, level: Level, counted: (number | undefined)[]): string {
  let bullet = level.format === 'bullet';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const part = list.levels.get(index);
    const format = level.legal ? 'decimal' : (part?.format ?? 'decimal');
    const printed = formatNumber(counted[index] ?? part?.start ?? 1, format);
    if (printed === null) bullet = true;
    return printed ?? '';
  });
  if (bullet || text.trim() === '') return '';
  // 第一章 and 1.1 stand apart from the words; 一、 and (一) don't, as they are typed by hand.
  return level.spaced && /([\dA-Za-z]|第.*[章节篇条款项])$/.test(text) ? `${text} ` : text;
}

const levelOfStyle = (list: List, styleId: string | null): number | null =>
  [...list.levels].find(([, level]) => styleId !== null && level.styleId === styleId)?.[0] ?? null;

function readLists(root: Element | null): Map<string, List> {
  const abstracts = new Map<string, Element>();
  const byStyle = new Map<string, Element>();
  for (const abstract of childrenOf(root, 'abstractNum')) {
    abstracts.set(attributeOf(abstract, 'abstractNumId') ?? '', abstract);
    const link = valueOf(abstract, 'styleLink');
    if (link !== null) byStyle.set(link, abstract);
  }
  const lists = new Map<string, List>();
  for (const num of childrenOf(root, 'num')) {
    const named = abstracts.get(valueOf(num, 'abstractNumId') ?? '');
    const abstract = (named && byStyle.get(valueOf(named, 'numStyleLink') ?? '')) ?? named;
    const numId = attributeOf(num, 'numId');
    if (numId === null || !abstract) continue;
    const levels = readLevels(abstract);
    const startOverrides = new Map<number, number>();
    for (const override of childrenOf(num, 'lvlOverride')) {
      const at = integerOf(attributeOf(override, 'ilvl')) ?? 0;
      const start = integerOf(valueOf(override, 'startOverride'));
      const own = childOf(override, 'lvl');
      if (own) levels.set(at, readLevel(own));
      if (start !== null) startOverrides.set(at, start);
    }
    lists.set(numId, { abstractId: attributeOf(abstract, 'abstractNumId') ?? '', levels, startOverrides });
  }
  return lists;
}

const readLevels = (abstract: Element): Map<number, Level> =>
  new Map(childrenOf(abstract, 'lvl').map((level) => [integerOf(attributeOf(level, 'ilvl')) ?? 0, readLevel(level)]));

const readLevel = (level: Element): Level => ({
  start: integerOf(valueOf(level, 'start')) ?? 0,
  format: formatOf(level),
  text: valueOf(level, 'lvlText') ?? '',
  restart: integerOf(valueOf(level, 'lvlRestart')),
  legal: isOn(level, 'isLgl'),
  spaced: (valueOf(level, 'suff') ?? 'tab') !== 'nothing',
  styleId: valueOf(level, 'pStyle'),
});

/** A custom format stands in an AlternateContent; its Fallback is an ordinary one. */
function formatOf(level: Element): string {
  const plain = valueOf(level, 'numFmt');
  return plain ?? valueOf(childOf(childOf(level, 'AlternateContent'), 'Fallback'), 'numFmt') ?? 'decimal';
}
