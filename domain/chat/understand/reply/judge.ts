import { isLocalDate } from '../../../calendar/local-date.ts';
import type { Calendar } from '../../../calendar/types.ts';
import type { LocalDate } from '../../../plan/types.ts';
import type { ReplyFigure, ReplyItem, ReplyQuestion, ReplyRequest, ReplyStatus, Span } from '../types.ts';
import type { Draft } from './draft.ts';
import { extensionDate } from './extension-date.ts';
import type { FigureSaid } from './figures-said.ts';
import { nameScore } from './topics.ts';
import { unitOf } from './units.ts';

const STRENGTH: ReplyRequest[] = ['dispute', 'handover', 'extension', 'correction', 'leave', 'help'];

export interface Judged {
  item: ReplyItem;
  questions: ReplyQuestion[];
}

/** The draft of one task as an item, with what has to be asked about it; null: nothing was said of it. */
export function judge(
  draft: Draft,
  task: number,
  text: string,
  plain: string,
  calendar: Calendar,
  corrects: boolean,
): Judged | null {
  const questions: ReplyQuestion[] = [];
  const from: ReplyItem['from'] = {};
  const asks = draft.requests.map(({ request }) => request);
  const request = STRENGTH.find((one) => asks.includes(one) || (one === 'correction' && corrects)) ?? null;
  const askSpan = draft.requests.find((one) => one.request === request)?.span;
  if (request && askSpan) from.request = askSpan;

  const figures = figuresOf(draft, corrects, plain);
  const percents = percentsOf(draft, corrects, plain);
  const percent = percents.length === 1 ? (percents[0]?.value ?? null) : null;
  if (percents.length > 1) questions.push('which-value');
  if (percent !== null && percents[0]) from.percent = percents[0].span;
  if (figures.length > 0) from.figures = covering(figures);
  if (draft.openValue || figures.some((one) => one.open) || twice(figures, plain)) questions.push('which-value');

  const expected = request === 'leave' ? null : dateOf(draft);
  if (expected?.date === null) questions.push('which-date');
  if (expected?.date) from.date = expected.span;

  let requestDate: LocalDate | null = null;
  let requestUnsure = false;
  if (request === 'extension') {
    const asked = extensionDate(draft, plain, calendar);
    requestDate = asked?.date ?? null;
    requestUnsure = asked?.unsure ?? false;
    if (asked && requestDate !== null) from.requestDate = asked.span;
    if (requestDate === null) questions.push('which-date');
  }

  const held = draft.held;
  const reasons = held.filter((one) => !one.stopOnly);
  const told = reasons;
  const blockerSpan =
    request === 'dispute' || request === 'handover' || request === 'leave'
      ? null
      : runOf(
          told.map(({ span }) => span),
          plain,
        );
  const blocker = blockerSpan ? text.slice(blockerSpan.start, blockerSpan.end) : null;
  if (blockerSpan) from.blocker = blockerSpan;

  const measured = figures.length > 0 || percent !== null || percents.length > 1;
  const claims = draft.claims.length > 0;
  const full = percent === 100 && figures.length === 0 && draft.notDone.length === 0;
  const contradicts =
    draft.notDone.length > 0 ||
    draft.almost.length > 0 ||
    (held.some((one) => one.waits || one.stops) && claims) ||
    draft.partlyNotStarted;
  const still = draft.still !== null && figures.length > 0 && sameAsLast(draft, figures);
  const stood = draft.notStarted.length > 0 && figures.length > 0 && sameAsLast(draft, figures);
  const noChange = still || stood || draft.noChange.length > 0 || (draft.softNoChange.length > 0 && !measured);
  const unchanged =
    draft.noChange[0] ??
    (still ? draft.still : undefined) ??
    (stood ? draft.notStarted[0] : undefined) ??
    (noChange ? draft.softNoChange[0] : undefined);
  if (unchanged) from.noChange = unchanged;

  let status: ReplyStatus | null = null;
  let unsure =
    draft.hedged ||
    draft.unexplained ||
    figures.some((one) => one.approx || one.open) ||
    percents.some((one) => one.approx) ||
    expected?.unsure === true ||
    requestUnsure;
  const asking = request === 'dispute' || request === 'handover' || request === 'leave';
  if (asking && !measured) status = null;
  else if ((claims || full) && !contradicts) status = 'done';
  else if (claims && contradicts) {
    status = 'in-progress';
    unsure = true;
  } else if (draft.notStarted.length > 0 && figures.length === 0) status = 'not-started';
  else if (held.some((one) => one.stops || one.waits) && !measured && !draft.ongoing) status = 'blocked';
  else if (draft.held.some((one) => one.stands) && !draft.ongoing) status = 'blocked';
  else if (measured || draft.almost.length > 0 || draft.notDone.length > 0) status = 'in-progress';
  else if (request === 'extension' || request === 'help' || request === 'correction') status = null;
  else if (noChange) status = null;
  else if (held.length > 0 || draft.vague.length > 0 || draft.ongoing || draft.partlyNotStarted) status = 'in-progress';
  else if (expected) status = draft.dates.some((one) => one.finishes || !one.delivers) ? 'in-progress' : null;
  else if (draft.report.length > 0) status = 'in-progress';
  if (noChange && figures.length > 0 && percent === null && sameAsLast(draft, figures)) status = null;
  if (draft.almost.length > 0) unsure = true;
  if (draft.partlyNotStarted && !measured) unsure = true;
  const spoken = claims
    ? draft.claims[0]
    : status === 'blocked'
      ? held.find((one) => one.stops || one.waits)?.span
      : (draft.notStarted[0] ?? draft.report[0] ?? draft.vague[0]);
  if (status && spoken) from.status = spoken;

  const bare =
    !measured && expected === null && blocker === null && request === null && !claims && draft.notStarted.length === 0;
  if (status === 'in-progress' && bare && draft.vague.length > 0 && draft.almost.length === 0 && !noChange)
    questions.push('vague');
  if (request === 'correction' && !measured && !claims && draft.notDone.length === 0 && expected === null)
    questions.push('which-value');
  if (conflicts(draft, plain, { percent, figures, noChange, corrects, claims: claims || full }))
    questions.push('conflict');

  if (
    status === null &&
    request === null &&
    !measured &&
    expected === null &&
    blocker === null &&
    !noChange &&
    questions.length === 0
  )
    return null;
  const item: ReplyItem = {
    task,
    status,
    percent,
    figures: figures.map(({ name, value, unit, kind }): ReplyFigure => ({ name, value, unit, kind })),
    date: expected?.date ?? null,
    request,
    requestDate,
    blocker,
    noChange,
    sure: !unsure && questions.length === 0,
    from,
    words: wordsOf(draft.spans, text),
  };
  return { item, questions };
}

const RIGHT =
  /应(?:该)?(?:是|为)|更正为|订正为|改为|改成|实际(?:是|为|应为|累计)?|准确(?:是|为|数)|正确(?:的)?(?:是|为|数)/g;

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

function figuresOf(draft: Draft, corrects: boolean, plain: string): FigureSaid[] {
  if (draft.openValue) return [];
  const kept = withoutBounds(afterCorrection(draft.figures, corrects, plain), plain);
  return kept.filter(
    (one, at) =>
      !kept
        .slice(0, at)
        .some(
          (other) =>
            other.name === one.name && other.value === one.value && other.unit === one.unit && other.kind === one.kind,
        ),
  );
}

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

function percentsOf(draft: Draft, corrects: boolean, plain: string): Draft['percents'] {
  const kept = afterCorrection(
    draft.percents.map((one) => ({ ...one, start: one.span.start })),
    corrects,
    plain,
  );
  const distinct = kept.filter((one, at) => kept.findIndex((other) => other.value === one.value) === at);
  // A total beside shares of its parts is the task's own.
  const whole = distinct.filter((one) => one.about === null);
  return whole.length === 1 && distinct.length > 1 ? whole : distinct;
}

/** The day of finishing, else the last one that is named. Two that differ make it less than certain. */
function dateOf(draft: Draft): { date: LocalDate | null; span: Span; unsure: boolean } | null {
  const { dates } = draft;
  const open = dates.filter((one) => one.date === null);
  const known = dates.filter((one) => one.date !== null);
  const last = known.at(-1);
  if (!last) return open[0] ?? null;
  if (open.length > 0 && open.at(-1) === dates.at(-1) && !open.at(-1)?.delivers) return open.at(-1) ?? null;
  return last;
}

function covering(spans: { start: number; end: number }[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** The first run of neighbouring clauses. */
function runOf(spans: Span[], plain: string): Span | null {
  const [first, ...others] = [...spans].sort((a, b) => a.start - b.start);
  if (!first) return null;
  let { end } = first;
  for (const span of others) {
    if (!/^[\s,、:]{0,3}$/.test(plain.slice(end, span.start))) break;
    end = Math.max(end, span.end);
  }
  return { start: first.start, end };
}

/** The clauses of one task as they were written. */
function wordsOf(spans: Span[], text: string): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const runs: Span[] = [];
  for (const { start, end } of sorted) {
    const before = runs.at(-1);
    if (before && /^[\s,,、::;;。.()()"“”]{0,4}$/.test(text.slice(before.end, start)))
      before.end = Math.max(before.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end)).join('……');
}

const scaled = (value: number, unit: string): number => value * unitOf(unit).scale;
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

function lastOf(draft: Draft, name: string | null): number | null {
  const last = draft.task.last?.figures.find((one) => one.name === name);
  return last ? scaled(last.value, last.unit) : null;
}

const sameAsLast = (draft: Draft, figures: FigureSaid[]): boolean =>
  figures.every((one) => {
    const last = lastOf(draft, one.name);
    return last !== null && near(last, scaled(one.value, one.unit));
  });

interface Found {
  percent: number | null;
  figures: FigureSaid[];
  noChange: boolean;
  corrects: boolean;
  claims: boolean;
}

/** 已动工95栋,已完工88栋: two values of one target and nothing that tells them apart. */
const twice = (figures: FigureSaid[], plain: string): boolean =>
  figures
    .filter((one) => !isOfPeriod(one, plain))
    .some(
      (one) =>
        one.kind === null &&
        one.name !== null &&
        figures.some(
          (other) =>
            other.kind === null && other.name === one.name && other.value !== one.value && !isOfPeriod(other, plain),
        ),
    );

/** Against itself, or against the last report. */
function conflicts(draft: Draft, plain: string, { percent, figures, noChange, corrects, claims }: Found): boolean {
  const last = draft.task.last?.percent ?? null;
  if (percent !== null) {
    if (percent > 100 || (claims && percent < 100) || (draft.notStarted.length > 0 && percent > 0)) return true;
    if (last !== null && percent < last && !corrects) return true;
    if (noChange && last !== null && percent !== last) return true;
  }
  const totals = figures.filter((one) => one.kind !== 'increase' && one.name !== null);
  for (const one of totals) {
    const value = scaled(one.value, one.unit);
    if (one.unit === '%' && one.value > 100) return true;
    const before = lastOf(draft, one.name);
    if (corrects) continue;
    const repeated = totals.some((other) => other !== one && other.name === one.name && other.kind === 'total');
    if (
      before !== null &&
      value < before &&
      !near(value, before) &&
      !(one.kind === null && (repeated || isOfPeriod(one, plain)))
    )
      return true;
    if (noChange && before !== null && !near(value, before) && !elsewhere(draft, one, plain)) return true;
    const later = totals.find((other) => other.start > one.start && other.name === one.name && other.kind === 'total');
    if (later && scaled(later.value, later.unit) < value) return true;
  }
  return false;
}

/** 这周铺了1.5公里 counts a period, not all. */
const isOfPeriod = (figure: FigureSaid, plain: string): boolean =>
  /(?:这|本|上)(?:周|月|季度|旬|期|次|批)|今[天日]|昨[天日]|当月|当天|期间|首日/.test(
    plain
      .slice(Math.max(0, figure.start - 14), figure.start)
      .split(/[,。;\n]/)
      .at(-1) ?? '',
  );

/** 无变化 was said of another part of the task than this figure's. */
function elsewhere(draft: Draft, figure: FigureSaid, plain: string): boolean {
  return (
    draft.noChange.length > 0 &&
    draft.noChange.every(({ start, end }) => {
      const words = plain.slice(start, end);
      const named = draft.measures.filter((measure) => nameScore(words, measure.plain) > 0);
      return named.length > 0 && !named.some(({ name }) => name === figure.name);
    })
  );
}

/** A day that is none is not passed on. */
export const isDay = (date: LocalDate | null): boolean => date === null || isLocalDate(date);
