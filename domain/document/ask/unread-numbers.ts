import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import { endsWithGoalVerb, hasGoalVerb, startsWithGoalVerb } from '../figures/goal-verbs.ts';
import { isNoTarget } from '../figures/no-target.ts';
import { quantitiesIn, type Quantity } from '../figures/quantity.ts';
import { clausesIn, sentencesIn } from '../figures/sentences.ts';
import { tenseOf } from '../figures/tense.ts';
import type { Outline } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { goalPlaces } from './bolder-reading.ts';

/** A number in a measure that we don't know, 12帧, at the end of what is said of it. */
const UNKNOWN_UNIT =
  /(?<![\d.A-Za-z第〔[(（《+＋\-—~])(?<number>\d+(?:\.\d+)?)\s?(?:[十百千万亿]{0,2})(?<unit>[\u4e00-\u9fff]{1,3})(?=[,;。、)\n]|$)/g;
/** Times, ordinals, laws and addresses. */
const COUNTS_NOTHING =
  /^(?:[年月日号时点分秒届条款版章节楼栋层室期周岁后前起至到]|个?月|年度|小时|以[上下内]|学年|年[底初末内前后度]|月[底初末份])/;
/** What a goal is told with. */
const GOAL_WORDS =
  /达到|达\d|不(?:得)?(?:少|低|超|高|多)[于过]|突破|超过|控制|以上|以内|力争|确保|实现|提[高升]|降低|压[减缩]|增[加长至]|[升降减]至|覆盖|[率比]/;
/** No more is looked at around a number: a clause may be as long as a text. */
const NEAR = 60;
/** A number first and what is counted behind it: 让90%的居民…. */
const SHARE_FIRST = /(?:有|使|让|将|把|为|对|给|向)\s*$/;

/**
 * Numbers that read as wanted, in the goals and the tasks of a plan, and stand in no target: of each clause one place.
 */
export function unreadNumbers(
  { folded, issuedYear }: FigureText,
  outline: Outline,
  found: readonly Pick<FoundTarget, 'at' | 'fields'>[],
): Span[] {
  const taken = new Uint8Array(folded.length);
  for (const { at, fields } of found)
    for (const place of [at, fields?.value, fields?.name]) if (place) taken.fill(1, place.start, place.end);
  const cells = outline.tables.flatMap(({ rows }) => rows.flat());
  return [...goalPlaces(outline), ...cells].flatMap((place) => {
    const words = folded.slice(place.start, place.end);
    if (!/\d/.test(words)) return [];
    return sentencesIn(words).flatMap((sentence) => {
      let past = false;
      return clausesIn(folded, shifted(sentence, place.start)).filter((clause) => {
        const said = folded.slice(clause.start, clause.end);
        past = (tenseOf(said, issuedYear) ?? (past ? 'past' : 'future')) === 'past';
        if (past || !/\d/.test(said)) return false;
        const free = (from: number, to: number): boolean =>
          !taken.subarray(clause.start + from, clause.start + to).includes(1);
        return (
          quantitiesIn(said).some((one) => free(one.start, one.end) && isWanted(said, one)) ||
          [...said.matchAll(UNKNOWN_UNIT)].some(
            ({ index, 0: { length }, groups }) =>
              free(index, index + length) &&
              isUnknownCount(said.slice(Math.max(0, index - NEAR), index), groups?.['unit'] ?? ''),
          )
        );
      });
    });
  });
}

function isWanted(said: string, quantity: Quantity): boolean {
  if (quantity.unit === null || quantity.written) return false;
  const before = said.slice(Math.max(0, quantity.start - NEAR), quantity.start);
  const after = said.slice(quantity.end, quantity.end + NEAR);
  const compared = GOAL_WORDS.test(before.slice(-8)) || quantity.suffix === 'least' || quantity.suffix === 'most';
  const goal =
    compared || endsWithGoalVerb(before) || (SHARE_FIRST.test(before) && /^(?:以上)?[的名\u4e00-\u9fff]/.test(after));
  return goal && !isNoTarget({ folded: said, quantity, before, leading: before, after, compared, change: false });
}

const isUnknownCount = (before: string, unit: string): boolean =>
  !COUNTS_NOTHING.test(unit) && (GOAL_WORDS.test(before) || hasGoalVerb(before)) && startsOrEnds(before);

const startsOrEnds = (before: string): boolean =>
  startsWithGoalVerb(before) || GOAL_WORDS.test(before.slice(-4)) || endsWithGoalVerb(before);

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
