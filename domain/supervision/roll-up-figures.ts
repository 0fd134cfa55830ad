/** A figure as a unit stated it: 新增保护工作站3家. */
export interface StatedFigure {
  /** 新增, 本期: of the period alone · 累计: a stock · plain: neither was said, or both. */
  kind: 'new' | 'total' | 'plain';
  thing: string;
  value: number;
  unit: string;
  /** 约, 余, 以上: not to be added. */
  about: boolean;
}

export interface UnitFigures {
  partId: string;
  figures: StatedFigure[];
}

export interface FigureSum {
  thing: string;
  unit: string;
  value: number;
  parts: { partId: string; value: number }[];
}

/** `twice`: one unit states it more than once · `about` · `plain`: not said to be of the period · `unit`: counted otherwise · `name`: nearly the same thing. */
export type ApartReason = 'twice' | 'about' | 'plain' | 'unit' | 'name';

export interface FigureApart extends StatedFigure {
  partId: string;
  reason: ApartReason;
}

export interface AddedFigures {
  added: FigureSum[];
  /** About the same things, but not surely the same figure: shown beside, never in a sum. */
  apart: FigureApart[];
}

const UNITS =
  '亿元|万元|元|万人次|人次|万人|人|家|件|所|次|个|项|场|户|期|份|处|辆|平方米|公里|米|万亩|亩|吨|座|台|套|名|篇|起|条|栋|批|宗|支';
const FIGURE = new RegExp(
  String.raw`(?<before>约|近|超过?|逾|不少于|至少)?(?<value>\d+(?:\.\d+)?)(?<over>余|多)?(?<unit>${UNITS})(?<after>左右|以上|以下)?`,
  'g',
);
const TOTAL = /累计|共计|合计|总计|总数|总量|现有|保有|截至|达到?/;
const PERIOD = /新增|本期|本季度?|本月|本周|本年|当期|当月|当季/;
const MARKS =
  /截至\d*[年月日底末]*|累计|共计|合计|总计|总数|总量|现有|保有|达到?|新增加?|本期|本季度?|本月|本周|本年度?|当期|当月|当季|全[市县区州镇]|我[局委办单位市县区]+|目前|已经?|其中|增加|共|更正|[一二三四五六]是|了|为|有|的|是|[::"“”《》()\s]/g;

/** From here on a sentence speaks of what is to come, or of another period. */
const NOT_DONE = /计划|目标|预计|力争|争取|拟|将|下一?步|下一阶段|下[季月周]|去年|上年|上一?[季月周期]|同比|环比/;

/**
 * What a unit says it has done, in figures, with what they count; percentages, dates, plans and other periods are
 * none. A clause without a thing speaks of the last one.
 */
export function statedFigures(words: string): StatedFigure[] {
  const plain = words.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return plain.split(/[。!?\n]/).flatMap((sentence) => {
    let last = '';
    const told = sentence.slice(0, NOT_DONE.exec(sentence)?.index ?? sentence.length);
    return told.split(/[,;、]/).flatMap((clause) =>
      figuresIn(clause).map((found) => {
        last = found.thing === '' ? last : found.thing;
        return { ...found, thing: last };
      }),
    );
  });
}

function figuresIn(clause: string): StatedFigure[] {
  const found = [...clause.matchAll(FIGURE)];
  return found.map((match, index) => {
    const { before, value = '', over, unit = '', after } = match.groups ?? {};
    const from = index === 0 ? 0 : endOf(found[index - 1]);
    const head = clause.slice(from, match.index);
    const tail = clause.slice(endOf(match), found[index + 1]?.index ?? clause.length);
    // 更正:, 一是…: what introduces a figure is no part of its name.
    const thing = head.replace(/^.*[::]/, '').replace(MARKS, '');
    return {
      kind: kindOf(head),
      // 新增3家保护工作站: the thing follows its number.
      thing: thing === '' ? tail.replace(/\(.*$/, '').replace(MARKS, '') : thing,
      value: Number(value),
      unit,
      about: [before, over, after].some((word) => word !== undefined),
    };
  });
}

const endOf = (match: RegExpMatchArray | undefined): number => (match?.index ?? 0) + (match?.[0].length ?? 0);

function kindOf(head: string): StatedFigure['kind'] {
  const [period, total] = [PERIOD.test(head), TOTAL.test(head)];
  if (period === total) return 'plain';
  return period ? 'new' : 'total';
}

/**
 * Adds what surely adds: the same thing in the same unit, said to be of this period by several units, once by each.
 * Stocks (累计) are never added. What speaks of a thing that is added, but not surely so, stands apart.
 */
export function addFigures(of: UnitFigures[]): AddedFigures {
  const all = of.flatMap(({ partId, figures }) => figures.map((figure) => ({ ...figure, partId })));
  const named = all.filter(({ thing, kind }) => thing !== '' && kind !== 'total');
  const sure = named.filter((one) => one.kind === 'new' && !one.about && !isTwice(named, one));
  const sums = [...Map.groupBy(sure, ({ thing, unit }) => `${thing}|${unit}`).values()].filter(
    ({ length }) => length > 1,
  );
  const taken = new Set(sums.flat());
  return {
    added: sums.map((same) => ({
      thing: same[0]?.thing ?? '',
      unit: same[0]?.unit ?? '',
      value: total(same.map(({ value }) => value)),
      parts: same.map(({ partId, value }) => ({ partId, value })),
    })),
    apart: named.flatMap((one) => {
      const others = named.filter(({ partId }) => partId !== one.partId);
      const reason = taken.has(one) ? null : reasonApart(one, named, others);
      return reason === null ? [] : [{ ...one, reason }];
    }),
  };
}

type Placed = StatedFigure & { partId: string };

const isTwice = (all: Placed[], one: Placed): boolean =>
  all.filter(({ partId, thing, unit }) => partId === one.partId && thing === one.thing && unit === one.unit).length > 1;

/** null: nobody else speaks of it, so there is nothing that it could be added to. */
function reasonApart(one: Placed, all: Placed[], others: Placed[]): ApartReason | null {
  const same = others.filter(({ thing }) => thing === one.thing);
  if (same.length === 0) return others.some(({ thing }) => isAlike(thing, one.thing)) ? 'name' : null;
  if (isTwice(all, one)) return 'twice';
  if (one.about) return 'about';
  if (one.kind === 'plain') return 'plain';
  return same.some(({ unit }) => unit === one.unit) ? null : 'unit';
}

const isAlike = (a: string, b: string): boolean => a !== b && (a.includes(b) || b.includes(a));

/** 0.1 + 0.2 is 0.3: added as whole numbers of the finest place. */
function total(values: number[]): number {
  const places = Math.max(...values.map((value) => String(value).split('.')[1]?.length ?? 0));
  const scale = 10 ** places;
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale;
}
