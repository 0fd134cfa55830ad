import { isOfPeriod } from './conflicts.ts';
import type { Draft } from './draft.ts';
import type { FigureSaid } from './figures-said.ts';

const RIGHT =
  /其实(?:是|为|应)|应当是|应(?:该)?(?:是|为)|更正为|订正为|改为|改成|实际(?:是|为|应为|累计)?|准确(?:是|为|数)|正确(?:的)?(?:是|为|数)/g;

/** Where the right value begins in a correction. */
function rightFrom(plain: string): number {
  const last = [...plain.matchAll(RIGHT)].at(-1);
  return last ? last.index : 0;
}

function afterCorrection<T extends { start: number }>(said: T[], corrects: boolean, plain: string): T[] {
  if (!corrects) return said;
  const right = rightFrom(plain);
  const after = said.filter((one) => one.start >= right);
  return after.length > 0 ? after : said;
}

export function figuresOf(draft: Draft, corrects: boolean, plain: string): FigureSaid[] {
  if (draft.openValue) return [];
  const told = draft.figures.filter(
    (one) => !draft.openSpans.some(({ start, end }) => one.start >= start && one.end <= end),
  );
  const kept = withoutAliens(withoutBounds(afterCorrection(told, corrects, plain), plain));
  return withSteps(kept, plain).filter(
    (one, at, kept) =>
      !kept
        .slice(0, at)
        .some(
          (other) =>
            other.name === one.name && other.value === one.value && other.unit === one.unit && other.kind === one.kind,
        ) &&
      // 更正为5个,目前累计就是5个
      !(
        one.kind === null &&
        kept.some((other) => other.kind === 'total' && other.name === one.name && other.value === one.value)
      ),
  );
}

/** 已建成168个(公共桩110个,专用桩58个), 毕业企业41家 beside 604家. */
const isShare = (one: FigureSaid, figures: FigureSaid[]): boolean =>
  one.kind === null &&
  one.foreign === true &&
  figures.some(
    (other) => other.foreign !== true && other.name === one.name && other.start < one.start && other.value >= one.value,
  );

/** 检查单位37家,立案3家: what other words count is another figure. */
const withoutAliens = (figures: FigureSaid[]): FigureSaid[] =>
  figures.filter(
    (one) =>
      !isShare(one, figures) &&
      (one.alien !== true ||
        one.kind === 'increase' ||
        !figures.some(
          (other) => other.alien !== true && other.name === one.name && (one.kind === null || other.value <= one.value),
        )),
  );

/** 3家,累计12家: beside the total that follows it, what has no marker is what came to it. */
const withSteps = (figures: FigureSaid[], plain: string): FigureSaid[] =>
  figures.map((one, at) => {
    const next = figures[at + 1];
    const steps =
      one.kind === null &&
      next?.kind === 'total' &&
      next.name === one.name &&
      next.unit === one.unit &&
      one.value < next.value &&
      one.value !== one.measure?.target &&
      /^[了,、\s(]{0,3}[^\d,。;]{0,8}$/.test(plain.slice(one.end, next.start));
    return steps ? { ...one, kind: 'increase' } : one;
  });

/** 18个应用只改了16个, 不到1800,一千七百六: beside a value the target or a bound is none. */
function withoutBounds(figures: FigureSaid[], plain: string): FigureSaid[] {
  const isBound = (one: FigureSaid): boolean =>
    one.kind === null &&
    (one.measure?.target === one.value ||
      /(?:不到|不足|未满)$/.test(plain.slice(Math.max(0, one.start - 4), one.start)) ||
      isOfPeriod(one, plain));
  return figures.filter(
    (one) =>
      !isBound(one) ||
      isOfPeriod(one, plain) ||
      !figures.some(
        (other) => other !== one && other.name === one.name && other.kind !== 'increase' && !isBound(other),
      ),
  );
}

/** 累计完成60%,本月完成8% */
const ofPeriod = (at: number, plain: string): boolean =>
  /(?:这|本|上)(?:周|月|季度|旬|期)|当月|今天/.test(
    plain
      .slice(Math.max(0, at - 10), at)
      .split(/[,。;\n]/)
      .at(-1) ?? '',
  ) && !/累计|总|目前|截至/.test(plain.slice(Math.max(0, at - 10), at));

export function percentsOf(draft: Draft, corrects: boolean, plain: string): Draft['percents'] {
  const kept = afterCorrection(
    draft.percents.map((one) => ({ ...one, start: one.span.start })),
    corrects,
    plain,
  );
  const told = kept.filter((one) => !ofPeriod(one.start, plain));
  const shown = told.length > 0 ? told : kept;
  const distinct = shown.filter((one, at) => shown.findIndex((other) => other.value === one.value) === at);
  // A total beside shares of its parts is the task's own.
  const total = distinct.filter((one) => one.whole);
  if (total.length === 1) return total;
  // 已过半,完成62%: the number says more.
  const exact = distinct.filter((one) => !(one.value === 50 && one.approx));
  if (exact.length === 1) return exact;
  const whole = distinct.filter((one) => one.about === null);
  return whole.length === 1 && distinct.length > 1 ? whole : distinct;
}
