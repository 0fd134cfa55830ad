import { fillSentence, refusalSentence, type RefusalCode } from '../refusals.ts';
import { englishDetail } from './catalogue/en-details.ts';
import { EN_REFUSALS } from './catalogue/en-refusals.ts';
import type { Locale } from './catalogue/index.ts';

/** What is said of a refusal; `message` where it isn't the code's own sentence. */
export interface SaidRefusal {
  code: RefusalCode;
  details?: Record<string, string | number>;
  message?: string;
}

/**
 * A refusal in its reader's language. A sentence made for the occasion stays as it was made, and so do the details
 * that are content.
 */
export function sayRefusal({ code, details = {}, message }: SaidRefusal, locale: Locale = 'zh'): string {
  const ours = refusalSentence(code, details);
  if (message !== undefined && message !== ours) return message;
  if (locale !== 'en') return ours;
  const said = Object.fromEntries(Object.entries(details).map(([name, detail]) => [name, englishDetail(detail)]));
  return fillSentence(EN_REFUSALS[code], said);
}
