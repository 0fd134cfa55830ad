import { fillSentence, refusalSentence, type RefusalCode } from '../refusals.ts';
import { EN_REFUSALS } from './catalogue/en-refusals.ts';
import type { Locale } from './catalogue/index.ts';

/** What is said of a refusal; `message` where it isn't the code's own sentence. */
export interface SaidRefusal {
  code: RefusalCode;
  details?: Record<string, string | number>;
  message?: string;
}

/**
 * A refusal in its reader's language. A sentence made for the occasion stays as it was made, and so do the details:
 * they are content.
 */
export function sayRefusal({ code, details = {}, message }: SaidRefusal, locale: Locale = 'zh'): string {
  const ours = refusalSentence(code, details);
  if (message !== undefined && message !== ours) return message;
  return locale === 'en' ? fillSentence(EN_REFUSALS[code], details) : ours;
}
