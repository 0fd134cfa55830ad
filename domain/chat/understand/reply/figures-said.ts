import type { ReplyFigure } from '../types.ts';
import { BARE_AFTER, bind } from './bind-figure.ts';
import { hedgedAfter, hedgedBefore } from './hedges.ts';
import { kindOf } from './kinds.ts';
import type { Measure } from './measures.ts';
import { numbersIn } from './numbers.ts';
import { isSkipped, type Context } from './skipped-figure.ts';
import { unitAt } from './units.ts';

export interface FigureSaid extends ReplyFigure {
  start: number;
  end: number;
  approx: boolean;
  /** It could belong to several targets of the task. */
  open: boolean;
  measure: Measure | null;
  /** Words that no rule knows stand before it. */
  alien?: boolean;
  /** At least a sign of them. */
  foreign?: boolean;
}

export function figuresSaid(text: string, context: Context): { figures: FigureSaid[]; range: boolean } {
  const numbers = numbersIn(text);
  const figures: FigureSaid[] = [];
  let range = false;
  let from = 0;
  let { carried } = context;
  numbers.forEach((written, at) => {
    if (isOfName(text, written.start, written.end, context.measures)) return;
    const counted = /([个家户件项座处台套张人栋门间亩])数量?(?:为|是|达|到|:)?\s?$/.exec(
      text.slice(0, written.start),
    )?.[1];
    const unit =
      unitAt(text, written.end, context.bases) ??
      (counted !== undefined && context.bases.has(counted)
        ? { printed: counted, base: counted, end: written.end, kind: 'exact' as const }
        : null);
    const end = unit?.end ?? written.end;
    const before = text.slice(from, written.start);
    const whole = text.slice(0, written.start);
    const after = text.slice(end);
    const untilNext = text.slice(end, numbers[at + 1]?.start ?? text.length);
    // 由77个增至86个: the first was.
    if (
      /(?:由|从)[^,]{0,12}$/.test(before) &&
      /(?:增|升|扩|推进|提高|发展|减|降|到)/.test(text.slice(end, numbers[at + 1]?.start ?? end))
    )
      return;
    if (isSkipped(written, whole, before, after, unit, context)) return;
    if (written.range) {
      if (unit || /[个家]/.test(after.slice(0, 1)) || BARE_AFTER.test(after)) range = true;
      return;
    }
    const bound = bind(written, unit, before, untilNext, { ...context, carried });
    if (bound === null) return;
    const hedge = text.slice(written.end, end);
    if (unit && /^半(?![年月天个])/.test(after)) bound.value += 0.5;
    figures.push({
      ...bound,
      kind: kindOf(before, bound.measure?.plain ?? '', text, after),
      start: written.start,
      end,
      approx:
        bound.approx || hedgedBefore(before) || hedgedAfter(after) || hedgedAfter(hedge) || /^[余多来几]/.test(hedge),
    });
    from = end;
    carried = bound.measure ?? carried;
  });
  return { figures: withoutOthers(figures), range };
}

/** 一件事, 四乱问题: a number that the target's own name holds. */
const isOfName = (text: string, start: number, end: number, measures: Measure[]): boolean =>
  measures.some(
    ({ plain }) =>
      /[一二三四五六七八九十两双\d]/.test(plain) &&
      plain.includes(text.slice(start, end + 2)) &&
      end + 2 <= text.length,
  );

/** A figure that another counter repeats (2期共320人次) goes by the target's own. */
function withoutOthers(figures: FigureSaid[]): FigureSaid[] {
  return figures.filter(
    (one) =>
      !(
        one.measure &&
        one.unit !== one.measure.unit &&
        !one.unit.endsWith(one.measure.base) &&
        figures.some(
          (other) => other !== one && other.measure === one.measure && other.unit.endsWith(one.measure?.base ?? '§'),
        )
      ),
  );
}
