import type { Span } from '../types.ts';
import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';
import { kindOf } from './kinds.ts';
import { isOwn, OWN_PROGRESS } from './own-share.ts';
import { percentsIn } from './percents.ts';
import { nameScore } from './topics.ts';

const OTHER_SHARE =
  /节能|户均|人均|降低|减少|同比|环比|增长(?!到|至)|增幅|涨幅|下降|较(?:去年|同期|上年)|提高了?\d|资金(?:缺口|占)|满意度/;
const DENIED = /(?:不是|写成了?|报成了?|误(?:写|报)[为成]?|写|填成|打成|而非)\s?$/;
const STRONG_BARE = /^(?:目前|现在|现|已|大约|大概|约|近|差不多|完成|进度|才|刚|也就|的|[:了就是]|\s)*$/;

/**
 * Adds the shares that a clause names: of the task, or of a target that counts in %. `future`: where what is to come
 * begins. `masked`: the clause with its shares covered, as long as it was.
 */
export function readShares(
  draft: Draft,
  body: string,
  clause: Clause,
  future: number | null,
): { masked: string; measured: boolean } {
  const percents = percentsIn(body);
  let masked = body;
  let measured = false;
  let skipped = false;
  for (const said of percents) {
    masked = masked.slice(0, said.start) + '%'.repeat(said.end - said.start) + masked.slice(said.end);
    if (future !== null && said.start >= future) continue;
    const whole = /总体|整体|总进度|总的|任务进度|整个|综合进度|总形象|全部算|整个算|合起来|总计/.test(said.before);
    if (whole) skipped = false;
    if (
      (/分别|土建|其中|环节|工序|标段|这一?[步段]|分项/.test(said.before) && !whole) ||
      (skipped && (said.before.startsWith('、') || clause.before === '、'))
    ) {
      skipped = true;
      continue;
    }
    if (/(?:上次|上期|上月|上周|上回|上季度|原来|去年|此前)[^%,]{0,6}$/.test(said.before)) continue;
    if (DENIED.test(said.before) || /^的?(?:目标|任务)/.test(said.after) || /目标$|离$|距$/.test(said.before)) continue;
    const later = percents.find((other) => other.start > said.start);
    // 由55%提升至68%: the first was.
    if (later && /(?:由|从)[^%]*$/.test(said.before) && /[到至]/.test(later.before)) continue;
    if (later && /^\s*(?:→|->|—>|~)/.test(later.before)) continue;
    if (/^[\s(]*比上/.test(said.after)) continue;
    const shares = draft.measures.filter((measure) => measure.base === '%');
    const named = shares.filter(
      (measure) =>
        nameScore(said.before, measure.plain) > 0 ||
        (/率|占比|比例|比重/.test(said.before) && !/完成率|进度/.test(said.before) && shares.length === 1),
    );
    const score = ({ plain }: { plain: string }) => nameScore(said.before, plain);
    // 重点人群签约率, beside 常住人口签约率: the one that is told with more of its words.
    const ofTarget =
      named.toSorted((one, other) => score(other) - score(one))[0] ??
      (shares.length === 1 &&
      !/进度|进展|完成|办结|推进|干|任务|总体|整体|形象/.test(said.before) &&
      (STRONG_BARE.test(said.before) || /达|为|是|升|降|至|到/.test(said.before))
        ? shares[0]
        : undefined);
    // 任务总进度80%, beside a target called 支出进度.
    const share = whole ? undefined : ofTarget;
    const at: Span = { start: clause.start + said.start, end: clause.start + said.end };
    if (share) {
      draft.figures.push({
        name: share.name,
        value: said.value,
        unit: '%',
        kind: kindOf(said.before, share.plain, body),
        ...at,
        approx: said.approx,
        open: false,
        measure: share,
      });
      measured = true;
      continue;
    }
    if (OTHER_SHARE.test(said.before) && !/进度|完成率/.test(said.before)) continue;
    if (
      /[^成度偿办]率[^,]{0,4}$|占比|比重|覆盖面/.test(said.before) &&
      !OWN_PROGRESS.test(said.before) &&
      nameScore(said.before.replace(/率.*$/, ''), draft.task.title) === 0
    ) {
      draft.hedged = true;
      continue;
    }
    if (
      !isOwn(
        percents[0] === said ? said.before : masked.slice(0, said.start).replace(/(?:不是|而非|并非|由|从)?%+/g, ''),
        draft,
      )
    ) {
      draft.hedged = true;
      draft.report.push(at);
      continue;
    }
    const rivals = draft.measures.filter((measure) => nameScore(said.before, measure.plain) > 0);
    draft.percents.push({
      value: said.value,
      span: at,
      approx: said.approx,
      whole,
      about: draft.measures.length > 1 && rivals.length === 1 ? (rivals[0]?.name ?? null) : null,
    });
    measured = true;
  }
  return { masked, measured };
}
