import { chineseNumber } from '../figures/chinese-number.ts';
import { matchesOf } from '../matches-of.ts';
import type { Span } from '../types.ts';

/** `分三个阶段`, `大体分四步`, `分为动员、实施、总结三个阶段`; 部分 and 充分 announce nothing. */
const FORM =
  /(?<![部充十百积得评])分(?:为|成|作)?(?:以下|下列|如下)?[^。;:\n]{0,30}?(?<!第)([二两三四五六七八2-8]) ?个?大?(?:阶段|步骤|步|环节)(?:进行|实施|推进|开展)?/g;

/** A sentence that says how many phases follow. */
export interface Announcement {
  at: Span;
  count: number;
}

/** Every place of a simplified text that says how many phases there are, in order. */
export const announcements = (simplified: string): Announcement[] =>
  matchesOf(FORM, simplified).map(({ index, 0: said, 1: count = '' }) => ({
    at: { start: index, end: index + said.length },
    count: chineseNumber(count) ?? Number(count),
  }));
