import type { PlanTarget } from '../../plan/types.ts';
import type { OutlineTable } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { comparisonBefore } from './comparator.ts';
import { columnKind } from '../tasks/table-columns.ts';
import { findTableHead } from '../tasks/table-head.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import { figureDoubt } from './figure-doubt.ts';
import type { Horizon } from './horizon.ts';
import { NO_HORIZON } from './horizon.ts';
import { trimmed } from '../clean/edit-text.ts';
import { targetsInText } from './targets-in-text.ts';
import { comparatorOf } from './target-of-figure.ts';
import { timeOf } from './target-time.ts';
import type { Quantity } from './quantity.ts';
import { quantitiesIn, printedUnit } from './quantity.ts';

const NAME = /^(?:(?:主要|具体|考核|评价|核心|目标)?指标(?:名称|内容)?|目标(?:名称|内容)?|项目|内容|名称)$/;
const UNIT = /^(?:计量)?单位$/;
const GOAL = /目标|计划|规划|(?:19|20)\d\d/;
const BASE = /现状|基[期数准]|实际|完成|上年|基础/;
const KIND = /属性|性质|类型/;

interface Columns {
  name: number;
  unit: number | null;
  base: number | null;
  goals: { at: number; by: string | null }[];
}

/** A column of a table of tasks that says in words what is to be reached. */
const WORDED =
  /^(?<year>(?:19|20)\d\d)?年?底?(?:(?:年度|工作|量化|预期|绩效|主要|具体|阶段性?|建设|创建)?(?:目标|成效|成果)(?:值|任务|内容|要求|[及和]?(?:成效|成果))?|(?:量化|考核|绩效|工作)?指标(?:要求|内容)|(?:量化|考核|绩效|工作)指标)(?:\([^()]*\))?$/;
const HEAD_ROWS = 3;

/**
 * A row of a table of indicators each (指标 | 单位 | 2020年 | 2025年 | 属性); of a table of tasks what its column of
 * goals says, else what its measures count.
 */
export function tableTargets(source: FigureText, { rows }: OutlineTable, horizon: Horizon): FoundTarget[] {
  for (const [index, head] of rows.slice(0, HEAD_ROWS).entries()) {
    const body = rows.slice(index + 1);
    const columns = columnsOf(source, head);
    if (columns) {
      return body.flatMap((row) =>
        columns.goals.flatMap((goal) => rowTarget(source, row, columns, goal, horizon) ?? []),
      );
    }
    const worded = head.findIndex((cell) => WORDED.test(titleOf(source, cell)));
    const title = head[worded];
    if (!title) continue;
    const year = WORDED.exec(titleOf(source, title))?.groups?.['year'];
    const reading = {
      horizon: year ? { ...NO_HORIZON, by: year } : horizon,
      goals: true,
      general: true,
      strict: false,
    };
    return body.flatMap((row) => {
      const cell = row[worded];
      return cell ? targetsInText(source, cell, reading).targets : [];
    });
  }
  return measuredTargets(source, rows, horizon);
}

/** What the columns of a table of tasks count that say what is to be done: 主要措施, 工作内容. */
function measuredTargets(source: FigureText, rows: readonly Span[][], horizon: Horizon): FoundTarget[] {
  const head = findTableHead(source.folded, rows);
  if (!head || head.owners.length === 0) return [];
  const named = rows[head.bodyFrom - 1]?.map((cell) => columnKind(titleOf(source, cell))?.kind) ?? [];
  const seen = new Set<number>();
  return rows.slice(head.bodyFrom).flatMap((row) =>
    row.flatMap((cell, at) => {
      if ((at !== head.task && named[at] !== 'task') || seen.has(cell.start)) return [];
      seen.add(cell.start);
      return targetsInText(source, cell, { horizon, goals: false, general: true, strict: false }).targets;
    }),
  );
}

const titleOf = ({ folded }: FigureText, { start, end }: Span): string => folded.slice(start, end).replace(/\s/g, '');

function columnsOf(source: FigureText, head: readonly Span[]): Columns | null {
  const titles = head.map((cell) => titleOf(source, cell));
  const name = titles.findIndex((title) => NAME.test(title));
  const unit = titles.findIndex((title) => UNIT.test(title));
  const dated = titles.map((title, at) => ({ at, title, by: /(?:19|20)\d\d/.exec(title)?.[0] ?? null }));
  const values = dated.filter(({ at, title }) => at !== name && at !== unit && GOAL.test(title) && !KIND.test(title));
  const years = values.flatMap(({ by }) => (by === null ? [] : [Number(by)]));
  const earliest = years.length > 1 ? String(Math.min(...years)) : null;
  const isBase = ({ title, by }: { title: string; by: string | null }): boolean =>
    BASE.test(title) || (by !== null && by === earliest && !/目标|计划/.test(title) && values.length > 1);
  const goals = values.filter((value) => !isBase(value));
  if (name < 0 || goals.length === 0 || titles.some((title) => /牵头单位|责任单位/.test(title) && unit < 0))
    return null;
  return {
    name,
    unit: unit < 0 ? null : unit,
    base: dated.find((value) => value.at !== name && isBase(value))?.at ?? null,
    goals: goals.map(({ at, by }) => ({ at, by })),
  };
}

function rowTarget(
  source: FigureText,
  row: readonly Span[],
  columns: Columns,
  goal: { at: number; by: string | null },
  horizon: Horizon,
): FoundTarget | null {
  const { text, folded } = source;
  const cell = (at: number | null): Span | null => (at === null ? null : (row[at] ?? null));
  const [named, value, unit, base] = [cell(columns.name), cell(goal.at), cell(columns.unit), cell(columns.base)];
  if (!named || !value) return null;
  // A bare number in a cell has its unit in a column, or at the end of the name: 床位数(张).
  const bracket = /[(](?<unit>[^()]{1,10})[)]\s*$/.exec(folded.slice(named.start, named.end));
  const name = trimmed(folded, { start: named.start, end: bracket ? named.start + bracket.index : named.end });
  const words = folded.slice(value.start, value.end);
  const quantity = bareRange(words) ?? quantitiesIn(words)[0];
  if (!quantity || name.end <= name.start) return null;
  const comparison = comparisonBefore(words.slice(0, quantity.start));
  const printed =
    printedUnit(text.slice(value.start, value.end), quantity) ?? (unit ? text.slice(unit.start, unit.end).trim() : '');
  const target: PlanTarget = {
    name: text.slice(name.start, name.end),
    comparator: comparatorOf(quantity, comparison.kind),
    value: quantity.value,
    max: quantity.max,
    unit: printed || (bracket?.groups?.['unit'] ?? null),
    baseline: base ? text.slice(base.start, base.end).trim() || null : null,
    ...NO_HORIZON,
  };
  const said = folded.slice(name.start, name.end);
  const timed = { name: said, said, unit: target.unit, comparator: target.comparator, comparison, nameAfter: false };
  const time = timeOf(timed, goal.by === null ? horizon : { ...NO_HORIZON, by: goal.by });
  const doubt = figureDoubt(target, text.slice(value.start, value.end).trim(), quantity.suffix);
  const sound = doubt?.code === 'impossible-number' ? { value: null, max: null } : {};
  return {
    value: { ...target, ...time, ...sound },
    at: value,
    fields: { name, value },
    ...(doubt ? { doubts: [doubt] } : {}),
  };
}

/** 8—12 in a cell, whose unit stands in a column of its own. */
function bareRange(words: string): Quantity | null {
  const match = /^\s*(?<low>\d+(?:\.\d+)?)\s?(?:-{1,2}|~|至|到)\s?(?<high>\d+(?:\.\d+)?)\s*$/.exec(words);
  if (!match) return null;
  const { low, high } = match.groups ?? {};
  const numbers = { value: Number(low), max: Number(high) };
  return { start: 0, end: words.length, ...numbers, unit: null, suffix: null, written: false };
}
