import type { PlanTarget } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import type { ClauseFigure } from './figure-in-clause.ts';
import { figureDoubt } from './figure-doubt.ts';
import type { FigureText, FoundTarget } from './figure-types.ts';
import type { Horizon } from './horizon.ts';
import type { Comparison } from './comparator.ts';
import type { Quantity } from './quantity.ts';
import { printedUnit } from './quantity.ts';
import { timeOf } from './target-time.ts';

/** One target as the plan holds it; `name` is a part of the text, or a name put together of two parts. */
export function targetOfFigure(
  source: FigureText,
  figure: ClauseFigure,
  name: { text: string; at: Span },
  horizon: Horizon,
): FoundTarget {
  const { text } = source;
  const { quantity } = figure;
  const unit = printedUnit(text, quantity);
  const comparator = comparatorOf(quantity, figure.comparison.kind);
  const folded = ({ start, end }: Span): string => source.folded.slice(start, end);
  const timed = {
    name: name.text === text.slice(name.at.start, name.at.end) ? folded(name.at) : name.text,
    said: folded(figure.at),
    unit: quantity.unit && (unit === '%' ? unit : folded(quantity.unit)),
    comparator,
    comparison: figure.comparison,
    nameAfter: figure.nameAfter,
  };
  const target: PlanTarget = {
    name: name.text,
    comparator,
    value: quantity.value,
    max: quantity.max,
    unit,
    baseline: figure.baseline && text.slice(figure.baseline.start, figure.baseline.end),
    ...timeOf(timed, horizon),
  };
  const doubt = figureDoubt(target, text.slice(quantity.start, quantity.end), quantity.suffix);
  const sound = doubt?.code === 'impossible-number' ? { ...target, value: null, max: null } : target;
  return {
    value: sound,
    at: figure.at,
    fields: { name: name.at, value: { start: quantity.start, end: quantity.end } },
    ...(doubt ? { doubts: [doubt] } : {}),
  };
}

/** The comparing words together: 以上 after the number says more than 达到 before it. */
export function comparatorOf(quantity: Quantity, kind: Comparison['kind']): PlanTarget['comparator'] {
  if (quantity.max !== null) return 'range';
  if (quantity.suffix === 'most') return kind === '<' ? '<' : '<=';
  if (quantity.suffix === 'least') return kind === '>' || kind === '<' || kind === '<=' ? kind : '>=';
  if (quantity.suffix === 'more') return kind === '<=' || kind === '<' ? kind : '>';
  return kind ?? '=';
}
