import type { Calendar } from '../../../calendar/types.ts';
import type { LocalDate } from '../../../plan/types.ts';
import type { ReplyFigure, ReplyItem, ReplyQuestion, ReplyRequest } from '../types.ts';
import type { Draft } from './draft.ts';
import { conflicts, sameAsLast, twice } from './conflicts.ts';
import { blockerOf } from './blocker-of.ts';
import { extensionDate } from './extension-date.ts';
import { figuresOf, percentsOf } from './kept-values.ts';
import type { FigureSaid } from './figures-said.ts';
import { statusOf, type Said } from './status-of.ts';
import { unitOf } from './units.ts';
import { covering, wordsOf } from './spans.ts';

/** Words of completion that are said of the whole. */
const PLAIN_CLAIM = /完成|办结|完工|竣工|销号|办完|结束|收官|收工|达标|清零|圆满|交付|落实到位|全部|[都均]/;

/** 外业调查做完了, beside 内业汇总还在弄: something that can be counted on. */
const STEP_DONE =
  /(?:完成|做完|办完|定稿|成稿|印发|出台|通过|签订|签约|进场|开工|到货|上线|竣工)了?(?:$|[,。;])|已(?:完成|形成|印发|报送?|签|通过|进场|开工|上线)/;

/** 责任股室写错了,应该是登记股: no value is missing. */
const RIGHT_WORDS = /(?:应(?:该)?(?:是|为)|改叫|更名为|改名为?)["“]?[^\d,。;§%]{2,}/;

/** 想延到11月,领导没同意: what was asked for once, and isn't any more. */
const REFUSED =
  /(?:领导|上面|上级|秘书长|市长|县长|区长|主任|办公室|贵办|你们)(?:也|都|又|还是)?(?:没|未|不)(?:同意|批|准|答应)|不再提|(?:请|就)?作废/;
const REFUSAL_REACH = 16;

const STRENGTH: ReplyRequest[] = ['dispute', 'handover', 'extension', 'correction', 'leave', 'help'];

export interface Judged {
  item: ReplyItem;
  /** Its day is one of finishing, not of handing something in. */
  endsThen: boolean;
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
  const asks = draft.requests
    .filter(
      ({ request: one, span }) =>
        one !== 'extension' || !REFUSED.test(plain.slice(span.start, span.end + REFUSAL_REACH)),
    )
    .map(({ request: one }) => one);
  const request = STRENGTH.find((one) => asks.includes(one) || (one === 'correction' && corrects)) ?? null;
  const askSpan = draft.requests.find((one) => one.request === request)?.span;
  if (request && askSpan) from.request = askSpan;

  const figures = figuresOf(draft, corrects, plain);
  const percents = percentsOf(draft, corrects, plain);
  const percent = percents.length === 1 ? (percents[0]?.value ?? null) : null;
  if (percents.length > 1) questions.push('which-value');
  if (percent !== null && percents[0]) from.percent = percents[0].span;
  if (figures.length > 0) from.figures = covering(figures);
  const openValue = draft.openValue || draft.openSpans.length > 0;
  if (openValue || figures.some((one) => one.open) || twice(figures, plain)) questions.push('which-value');

  const expected = request === 'leave' ? null : dateOf(draft);
  if (expected?.date === null || (draft.openDate && expected === null)) questions.push('which-date');
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
  const { span, guessed } = blockerOf(draft, request, plain);
  // A reason that is only guessed is asked about, not stated.
  const blockerSpan = guessed ? null : span;
  const blocker = blockerSpan ? text.slice(blockerSpan.start, blockerSpan.end) : null;
  if (blockerSpan) from.blocker = blockerSpan;

  const measured = figures.length > 0 || percent !== null || percents.length > 1 || openValue;
  // 护坡砌完了,干到85%: of a part, as the share tells.
  const plainly = draft.claims.some(({ start, end }) => PLAIN_CLAIM.test(plain.slice(start, end)));
  const claims = draft.claims.length > 0 && (plainly || percent === null || percent >= 100);
  const full = percent === 100 && figures.every(reachesTarget) && draft.notDone.length === 0;
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

  const said: Said = {
    request,
    measured,
    counted: figures.length > 0,
    claims: claims || full,
    contradicts,
    noChange,
    expected: expected !== null,
  };
  let status = statusOf(draft, plain, said);
  let unsure =
    (claims && contradicts) ||
    draft.hedged ||
    draft.unexplained ||
    guessed ||
    figures.some((one) => one.approx || one.open || isOneOfSeveral(one, figures)) ||
    percents.some((one) => one.approx) ||
    expected?.unsure === true ||
    requestUnsure;
  if (noChange && figures.length > 0 && percent === null && sameAsLast(draft, figures)) status = null;
  if (draft.almost.length > 0) unsure = true;
  // The target is reached and nobody says that it is done; or they may, in words that no rule reads.
  if (status === 'in-progress' && (draft.nearClaim || percent === 100 || figures.some(reachesTarget))) unsure = true;
  // Only a day is named, and not as one of finishing.
  if (!measured && !claims && status !== null && expected && !draft.dates.some((one) => one.finishes)) unsure = true;
  if (draft.partlyNotStarted && !measured) unsure = true;
  if (isDisputable({ blocker, status, request, measured }, draft)) unsure = true;
  // Something is under way, and nothing that could be counted is told of it.
  if (status === 'in-progress' && bareOfValues(draft)) unsure = true;
  const spoken = claims
    ? draft.claims[0]
    : status === 'blocked'
      ? held.find((one) => one.stops || one.waits)?.span
      : (draft.notStarted[0] ?? draft.report[0] ?? draft.vague[0]);
  if (status && spoken) from.status = spoken;

  const bare =
    !measured && expected === null && blocker === null && request === null && !claims && draft.notStarted.length === 0;
  const step = draft.report.some(
    (span) =>
      !draft.vague.some(({ start }) => start === span.start) &&
      STEP_DONE.test(plain.slice(span.start, span.end)) &&
      !/将|拟|确保|力争|争取|下一步|计划|打算/.test(plain.slice(span.start, span.end)),
  );
  if (status === 'in-progress' && bare && !step && draft.vague.length > 0 && draft.almost.length === 0 && !noChange)
    questions.push('vague');
  if (
    request === 'correction' &&
    !RIGHT_WORDS.test(plain) &&
    !measured &&
    !claims &&
    draft.notDone.length === 0 &&
    expected === null
  )
    questions.push('which-value');
  if (!openValue && conflicts(draft, plain, { percent, figures, noChange, corrects, claims: claims || full }))
    questions.push('conflict');

  const saysNothing =
    status === null && request === null && !measured && expected === null && blocker === null && !noChange;
  // 停车平台上线试运行: it is spoken of, in words that no rule reads.
  if (saysNothing && draft.named && draft.leftover.length > 0) {
    status = 'in-progress';
    unsure = true;
  } else if (saysNothing && questions.length === 0) return null;
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
  return { item, endsThen: typeof expected?.date === 'string' && !expected.delivers, questions };
}

/**
 * Kinds of statements that were wrong in one of seven where texts were new: trouble told without a word of stopping or
 * waiting, or of all tasks at once; another's duty; a refusal of duty beside a report.
 */
const isDisputable = (
  { blocker, status, request, measured }: Pick<ReplyItem, 'blocker' | 'status' | 'request'> & { measured: boolean },
  { held, dates, sweepingTrouble }: Draft,
): boolean =>
  ((blocker !== null || status === 'blocked') && (sweepingTrouble || !held.some((one) => one.stops || one.waits))) ||
  request === 'handover' ||
  (request === 'dispute' && (measured || held.length > 0 || dates.length > 0));

/** 快充60个、慢充90个: words that the target hasn't, beside another figure of it. */
const isOneOfSeveral = (one: FigureSaid, figures: FigureSaid[]): boolean =>
  one.foreign === true && figures.some((other) => other !== one && other.name === one.name);

const reachesTarget = ({ kind, measure, value, unit }: FigureSaid): boolean =>
  kind !== 'increase' &&
  typeof measure?.target === 'number' &&
  value * unitOf(unit).scale >= measure.target * measure.scale;

const bareOfValues = (draft: Draft): boolean =>
  draft.figures.length === 0 &&
  draft.percents.length === 0 &&
  draft.dates.length === 0 &&
  draft.requests.length === 0 &&
  draft.held.length === 0 &&
  draft.notDone.length === 0;

/** The day of finishing, else the last one that is named. Two that differ make it less than certain. */
function dateOf(draft: Draft): Draft['dates'][number] | null {
  const { dates } = draft;
  const open = dates.filter((one) => one.date === null);
  const known = dates.filter((one) => one.date !== null);
  const last = known.at(-1);
  if (!last) return open[0] ?? null;
  if (open.length > 0 && open.at(-1) === dates.at(-1) && !open.at(-1)?.delivers) return open.at(-1) ?? null;
  return last;
}
