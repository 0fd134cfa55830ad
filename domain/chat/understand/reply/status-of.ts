import type { ReplyRequest, ReplyStatus } from '../types.ts';
import type { Draft } from './draft.ts';

/** What else is known of the task when its status is judged. */
export interface Said {
  request: ReplyRequest | null;
  /** A figure or a share was told. */
  measured: boolean;
  /** A figure was. */
  counted: boolean;
  /** It is claimed to be done. */
  claims: boolean;
  /** Something beside the claim speaks against it. */
  contradicts: boolean;
  noChange: boolean;
  /** A day of finishing or delivering was named. */
  expected: boolean;
}

/** How a task stands, the weightiest sign first; null: the text doesn't say. */
export function statusOf(
  draft: Draft,
  plain: string,
  { request, measured, counted, claims, contradicts, noChange, expected }: Said,
): ReplyStatus | null {
  const { held } = draft;
  const asking = request === 'dispute' || request === 'handover' || request === 'leave';
  if (asking && !measured) return null;
  if (claims && !contradicts) return 'done';
  if (claims) return 'in-progress';
  // 没动,和上周一样, of what had begun: it is as it was.
  const stands =
    noChange &&
    (draft.task.last?.percent ?? 0) > 0 &&
    draft.notStarted.every(({ start, end }) => /[没未]动/.test(plain.slice(start, end)));
  if (draft.notStarted.length > 0 && !counted && !stands) return 'not-started';
  if (
    held.length > 0 &&
    !measured &&
    !draft.ongoing &&
    (held.some((one) => one.stops || one.waits) || (!claims && bareTrouble(draft)))
  )
    return 'blocked';
  if (draft.held.some((one) => one.stands) && !draft.ongoing) return 'blocked';
  if (measured || draft.almost.length > 0) return 'in-progress';
  if (draft.notDone.length > 0 && request !== 'extension' && request !== 'help') return 'in-progress';
  if (
    (request === 'extension' || request === 'help') &&
    ((draft.ongoing && request === 'help') || goesOnBeside(draft, plain))
  )
    return 'in-progress';
  if (request === 'extension' || request === 'help' || request === 'correction') return null;
  if (noChange) return null;
  if (held.length > 0 || draft.vague.length > 0 || draft.ongoing || draft.partlyNotStarted) return 'in-progress';
  if (expected && draft.dates.some((one) => one.finishes || !one.delivers)) return 'in-progress';
  if (
    draft.report.some(
      (span) => !expected || !draft.dates.some((one) => one.span.start >= span.start && one.span.end <= span.end),
    )
  )
    return 'in-progress';
  return null;
}

/** 平台还在调试,恳请延期: work that goes on, told beside the request and its reason. */
const goesOnBeside = (draft: Draft, plain: string): boolean =>
  draft.report.some(
    ({ start, end }) =>
      /正在(?!催|协调|等|申)|(?:目前|现)?正(?:按|依|组织|重新)|正(?=[逐抓加全紧忙分陆改修编装铺调赶审做施])|(?:还|仍)在(?!催|等|协调|谈|争|申|走|找|排)|(?<!现|正)在(?:建|改|修|验收|检测|调试|编|审|做|施工|推进|装|砌|铺|刷|种|录|印|赶|写|画|挖|焊|浇)|已(?:经)?(?:完成|通过|建|改|编|进场|开工|启动|到)|正常|照(?:干|做|常)|没停|继续(?:干|做|推|施工|抓)|(?:推进|进行|施工|办理)中/.test(
        plain.slice(start, end),
      ) &&
      (!draft.held.some(({ span }) => span.start === start) || plain.slice(start, end).includes('正在重新')) &&
      !draft.requests.some(({ span }) => span.start === start),
  );

/** Nothing but trouble is told. */
const bareTrouble = (draft: Draft): boolean =>
  draft.almost.length === 0 &&
  draft.notDone.length === 0 &&
  draft.vague.length === 0 &&
  draft.requests.length === 0 &&
  draft.noChange.length === 0 &&
  draft.dates.length === 0;
