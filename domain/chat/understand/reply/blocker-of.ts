import type { ReplyRequest, Span } from '../types.ts';
import { tellsNoTrouble } from './blockers.ts';
import type { Draft } from './draft.ts';
import { runOf } from './spans.ts';

/** Signs of which trouble is told, in words that no rule reads. */
const TROUBLE = /[没未不无难慢缺忙紧断坏雨病误涨堵拦晚迟长]|变[动化更]|调整|换人|有限|太少|太大|过[大高重]|复杂/;

/** The words that name what holds the task up; `guessed`: only by standing beside a request. */
export function blockerOf(
  { held, leftover, labels }: Draft,
  request: ReplyRequest | null,
  plain: string,
): { span: Span | null; guessed: boolean } {
  if (request === 'dispute' || request === 'handover' || request === 'leave') return { span: null, guessed: false };
  const reasons = held.filter((one) => !one.stopOnly).map(({ span }) => span);
  if (reasons.length > 0 || (request !== 'extension' && request !== 'help'))
    return { span: withoutLabel(runOf(reasons, plain), labels, plain), guessed: false };
  // Beside a request, what no rule reads is its reason.
  const reason = leftover.find(({ start, end }) => {
    const words = plain.slice(start, end);
    return TROUBLE.test(words) && !tellsNoTrouble(words);
  });
  return { span: reason ?? null, guessed: reason !== undefined };
}

/** 第二项 卡在经费上: without the number that only names the task. */
function withoutLabel(span: Span | null, labels: Span[], plain: string): Span | null {
  const label = span && labels.find(({ start, end }) => start === span.start && end < span.end);
  if (!span || !label) return span;
  const blank = /^[\s:,、]*/.exec(plain.slice(label.end, span.end))?.[0].length ?? 0;
  return { start: label.end + blank, end: span.end };
}
