import type { Span } from '../types.ts';
import { numbersIn } from './numbers.ts';
import { percentsIn } from './percents.ts';
import { roleOf } from './date-roles.ts';
import type { Draft } from './draft.ts';
import type { PartWords } from './part-words.ts';

/** 预计年底能到38个, of 40: the day of a value on the way, not of the end. */
function isPartWay(after: string, { measures }: Draft): boolean {
  const [share] = percentsIn(after);
  if (share && /^[^,。;§]{0,8}(?:到|达|突破|完成)[^,。;§]{0,4}$/.test(after.slice(0, share.start)))
    return share.value < 100;
  const [number] = numbersIn(after);
  if (!number || !/^[^,。;§]{0,8}(?:到|达|突破)[^,。;§]{0,4}$/.test(after.slice(0, number.start))) return false;
  return (
    measures.some(({ target }) => target !== null) &&
    measures.every(({ target }) => target === null || number.value < target)
  );
}

/** 11月底完成设备采购: not all of it. */
const PART_OF_IT =
  /(?:完成|结束|办结|启动)[^,。;]{0,8}(?:采购|招标|设计|安装|主体|封顶|土建|评审|论证|公示|征求|征地|拆迁|手续|审批|审查|初稿|方案|调研|摸底|勘察|合同|进场|基础|第[一二三四]|部分|首批|前期|资料|备料)/;
/** Adds the days of a clause that are ones of finishing, of delivering or asked for. */
export function readDates(draft: Draft, part: PartWords, extends_: boolean, waits: boolean): void {
  const { clause, body, plain, today, next } = part;
  for (const date of part.dates) {
    const at = date.start - clause.start;
    // 完工时间:11月30日
    const before =
      (clause.before === ':' ? plain.slice(Math.max(0, clause.start - 9), clause.start - 1) : '') + body.slice(0, at);
    const after = body.slice(date.end - clause.start);
    const span: Span = { start: date.start, end: date.end };
    const said = plain.slice(date.start, date.end);
    if (part.helps >= 0 && at > part.helps) continue;
    if (extends_) {
      if (/(?:由|从|原)[^§]{0,8}$/.test(before)) continue;
      if (!(date.past && date.date !== null)) draft.requestDates.push({ date: date.date, span, unsure: date.fuzzy });
      continue;
    }
    // 申请延期,大概要到一月底: the day that was asked for.
    const asking = draft.requests.some(
      ({ request, span: asked }) => request === 'extension' && !/[。;\n]/.test(plain.slice(asked.end, date.start)),
    );
    // 申请延期10个工作日,到2027年1月15日: the same day once more.
    if (
      asking &&
      /^(?:即|也就是|就是)?(?:延)?[到至]\s?$/.test(before) &&
      draft.requestDates.some((one) => one.date !== null)
    )
      continue;
    if (
      asking &&
      !draft.requestDates.some((one) => one.date !== null) &&
      /(?:到|至|为|§|^)\s?$/.test(before) &&
      !/报|交|送/.test(after)
    ) {
      draft.requestDates.push({
        date: date.date,
        span,
        unsure: date.fuzzy || /大概|估计|可能|左右/.test(before + after),
      });
      continue;
    }
    const role = roleOf(date, said, before, after, next, date.date === today);
    if (isPartWay(after, draft)) continue;
    if (role.happens) draft.report.push({ start: clause.start, end: clause.end });
    if (role.kind === 'none') continue;
    if (waits && date.date !== null && !/前|预计/.test(after)) continue;
    const unsure =
      date.fuzzy ||
      role.weak ||
      PART_OF_IT.test(after) ||
      draft.requests.some(({ request }) => request === 'correction') ||
      /(?:评审|验收|面试|笔试|答辩|开标)/.test(before + after.slice(0, 6)) ||
      /争取|力争|估计|大概|可能|左右|前后|应该|有望|顺利|的话/.test(before + after);
    draft.dates.push({ date: date.date, span, unsure, finishes: role.finishes, delivers: role.delivers });
  }
}
