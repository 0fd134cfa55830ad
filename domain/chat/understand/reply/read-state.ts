import type { Span } from '../types.ts';
import { SLOW_ONLY, STOP_ONLY, type Held } from './blockers.ts';
import type { Draft } from './draft.ts';
import { strangeSigns } from './explained.ts';
import { isClaim, names0 } from './is-claim.ts';
import { nameScore } from './topics.ts';
import { unitOf } from './units.ts';
import * as words from './words.ts';

const REPORTS =
  /没停|已|了|在|完|方案|正|印发|起草|召开|组织|发布|签|报|初稿|送审|征求|研究|推进|复工|迎检|动员|进场|招标|验收|差|审|检|迁|测|下来/;
/** 已完工,正在办理竣工验收 */
const TO_BE_PASSED = /(?:正在|正|拟|准备|待|等)[^,。;]{0,6}验收/;
/** All of it stands still, whatever was reached before. */
const STANDS = /停工|停了|停着|停摆|停滞|暂停|动不了|卡在|卡住|卡着|推不动|停在|停下来|停[机产业摆滞]|全停|挂起|叫停/;
const GOES_ON =
  /(?:还|仍|照样|照旧|依然|都|也|继续|接着|照)在?(?:做|干|推|走|进行|施工|办|弄|赶|忙)(?![不了完好])|没有?停(?!工)|未停|没断|照(?:做|干|常)|不受影响|不耽误/;
/** The trouble told before is over. */
const OVERCOME =
  /已经?(?:全面|全部|陆续|顺利)?(?:复工|恢复|解除|化解|解决)|(?:今天|昨天|现在|目前|§)(?:已|全面)?(?:复工|恢复(?:施工|作业|生产|正常))/;
const PART_ONLY =
  /部分|有[\d一二两三四五六七八九十]+[个处家户段条座栋]|[\d一二两三四五六七八九十]+(?:个|处|家|户|段|条|座|栋)|最后|其余|其他|这部分|路段|标段|原因/;
/** 后来对接慢了些,现在接口已经通了: so is what the same sentence told before. */
const OVERCOME_HERE =
  /消化(?:掉|完)?了|没有的事|没这回事|不属实|不是真的|是假的|(?:已经?|早就?|现在?|目前|后来|随后)[^,。;没未不尚还待正在]{0,6}(?:恢复|解决|化解|通了|接通|修好|修复|追上|赶上|追回|赶回|谈妥|谈拢|协调好|打通|换了(?![\d一二两三四五六七八九十百])|换成|换好|另(?:找|选)了)/;
interface Around {
  sentence: number;
  held: Held | null;
  measured: boolean;
  future: boolean;
  requests: boolean;
  next: string;
}

export function readState(
  draft: Draft,
  text: string,
  span: Span,
  { held, measured, future, requests, sentence }: Around,
): void {
  const own = text.replace(/§/g, '').trim();
  if (
    words.NOT_STARTED.test(own) &&
    !/就该|原地|(?:审计|专家|第三方|中介|评审组|评估组|[检监]测机构)[^,。;]{0,4}(?:没|未)/.test(own) &&
    !(held && (held.stops || held.cause || /排到|排上会|(?:评审|专家|会议?)[^,。;]{0,3}没排上/.test(own)))
  ) {
    const part = /第[一二三四五\d](?:批|期|条|座|个)|部分|另|其余|剩余|二期/.test(own);
    if (part) draft.partlyNotStarted = true;
    else draft.notStarted.push(span);
    draft.report.push(span);
    return;
  }
  if (words.STILL.test(own) && measured) draft.still = span;
  const same = words.NO_CHANGE.exec(own);
  // 责任人没有变化: of something else than the task.
  const elsewhere =
    same !== null &&
    strangeSigns(same[1] ?? '', `${draft.task.title}${names0(draft)}`) >= 2 &&
    !(draft.measures.length > 1 && draft.measures.some((one) => nameScore(same[1] ?? '', one.plain) >= 1));
  if (elsewhere) draft.unexplained = true;
  if (same && !elsewhere) {
    if (/没有?新增|无新增|没有?增加|没(?:有)?新/.test(own) && !/内容/.test(own)) draft.softNoChange.push(span);
    else draft.noChange.push(span);
    return;
  }
  const negated = words.NOT_DONE.test(own);
  if (negated) draft.notDone.push(span);
  const below =
    measured &&
    !/任务|本项|该项|此项|全部|事项/.test(own) &&
    draft.figures.some(
      (one) =>
        one.start >= span.start &&
        one.end <= span.end &&
        one.kind !== 'increase' &&
        typeof one.measure?.target === 'number' &&
        one.value * (unitOf(one.unit).scale / one.measure.scale) < one.measure.target,
    );
  const claims = !negated && !future && !below && isClaim(own, draft);
  if (!claims && !negated && !future && words.CLAIM.test(own) && /全部|[都均皆全]|完[了毕]|收官|清零/.test(own))
    draft.nearClaim = true;
  if (claims) {
    // 其余按期完成 may tell what will be.
    if (/(?:按期|如期|按时)(?:完成|办结|完工)$/.test(own) && !/已|[均都]/.test(own)) draft.hedged = true;
    if (words.ALMOST.test(own)) draft.almost.push(span);
    else {
      draft.claims.push(span);
      // 后来换了备机。本项现已全部完成: what an earlier sentence tells of trouble is over.
      if (/全部|全面|销号|均已|都已/.test(own)) draft.held = draft.held.filter((one) => one.sentence === sentence);
    }
  }
  if (TO_BE_PASSED.test(own)) draft.almost.push(span);
  if (held)
    draft.held.push({
      span,
      sentence,
      stops: held.stops && !/原因|理由/.test(own),
      waits: (held.waits && !/须报?/.test(own)) || /(?:批复|审批|许可)/.test(own),
      cause: held.cause,
      stopOnly: STOP_ONLY.test(own),
      stands: STANDS.test(own) && (/[都均全]/.test(own) || !PART_ONLY.test(own)),
    });
  if (held && !held.stops && SLOW_ONLY.test(own)) draft.ongoing = draft.unexplained = true;
  if (words.VAGUE.test(own)) draft.vague.push(span);
  if (
    !future &&
    !/才能|待|未|没|[再后][^,。;]{0,4}恢复|等[^,。;]{0,8}(?:恢复|复工)/.test(own) &&
    /照常|正常(?:推进|施工|干|办理|开展)?|都在干|恢复(?!时间|日期)|复工(?!时间|日期|审批|手续|许可|通知|仍|还|要|得)/.test(
      own,
    )
  )
    draft.ongoing = true;
  if (!future && GOES_ON.test(own)) draft.ongoing = true;
  if (OVERCOME.test(own)) draft.held = [];
  else if (!future && OVERCOME_HERE.test(own) && !held)
    draft.held = draft.held.filter((one) => one.sentence !== sentence);
  if (claims || negated || held || measured || requests || words.VAGUE.test(own) || REPORTS.test(own))
    draft.report.push(span);
}
