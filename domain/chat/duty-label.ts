import type { Locale } from './catalogue/index.ts';
import { englishDuty } from './english-text.ts';
import { cycleText } from './local-text.ts';

const WORDS: Record<string, string> = { receipt: '签收', report: '进展报送', completion: '办结' };

export const dutyWord = (duty: string | undefined): string => (duty === undefined ? '' : (WORDS[duty] ?? duty));

/** 2026年第四季度进展报送 · 2026年12月进展报送等5期 · 迎检佐证报送 · 签收. `also`: later periods that stand with it. */
export const dutyLabel = (duty: string, cycle: string, also: readonly string[] = [], locale?: Locale): string =>
  locale === 'en'
    ? englishDuty(duty, cycle, also)
    : `${labelOf(duty, cycle)}${also.length > 0 ? `等${also.length + 1}期` : ''}`;

const labelOf = (duty: string, cycle: string): string =>
  duty === 'report' && cycle === 'inspection'
    ? '迎检佐证报送'
    : duty === 'report'
      ? `${cycleText(cycle)}${/^[a-z]/.test(cycle) ? '报送' : dutyWord(duty)}`
      : dutyWord(duty);
