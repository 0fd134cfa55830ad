import { assertNever } from '../../assert-never.ts';
import { itemLabel, shorten } from '../item-label.ts';
import { dayText } from '../local-text.ts';
import type { AskedBack } from '../reply-questions.ts';
import type { FollowUpView, Wording } from './types.ts';

/** Where neither is known: nothing. */
function known(parts: [string, number | null, string][]): string {
  const said = parts.flatMap(([what, value, unit]) => (value === null ? [] : [`${what} ${value}${unit}`]));
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

/** The word that opens a correction is read in Chinese alone. */
const CORRECT = 'If it corrects what was recorded last time, begin with "correction:".';

/** One specific question, from the task's own target or what is on record. */
export function enQuestion(asks: AskedBack, { no, title }: Pick<FollowUpView, 'no' | 'title'>, w: Wording): string {
  const today = dayText(w.today, w.today, 'en');
  switch (asks.kind) {
    case 'figure':
      return `${asks.name}: what is the total by ${today}, in ${asks.unit}?${known([
        ['last recorded', asks.last, asks.unit],
        ['target', asks.target, asks.unit],
      ])}`;
    case 'percent':
      return `What percentage of ${itemLabel(no, title)} was done by ${today}?${known([['last recorded', asks.last, '%']])} If there is no figure yet, please reply with the day on which there will be.`;
    case 'total-below':
      return `${asks.name}: a total of ${asks.said}${asks.unit} is below the ${asks.last}${asks.unit} recorded last time. Please check and reply with the total. ${CORRECT}`;
    case 'percent-below':
      return `A progress of ${asks.said}% is below the ${asks.last}% recorded last time. Please check and reply. ${CORRECT}`;
    case 'percent-above':
      return `A progress of ${asks.said}% is above 100%. Please check and reply with the percentage done.`;
    case 'done-below':
      return `Your words say that it is done, but with a progress of ${asks.said}%. Is all of it done? Please reply with the percentage.`;
    case 'contradicts':
      return 'Your words contradict each other. Please check and reply with progress and figures again.';
    case 'which-kind':
      return `Is "${asks.value}${asks.unit}" the increase of this period or the total?${known([['last recorded total', asks.last, asks.unit]])}`;
    case 'which-figure':
      return `Which figure is "${asks.value}${asks.unit}"? Please reply with its name.`;
    case 'which-date':
      return asks.words === null
        ? 'When will it be done? Please reply with a date as 2026-12-08.'
        : `Which day is "${shorten(asks.words, 20)}"? Please reply with a date as 2026-12-08.`;
    default:
      return assertNever(asks);
  }
}

/** Message 6: the words are kept, and one thing is asked. */
export const enFollowUp = (view: FollowUpView, w: Wording): string[] => [
  `"${shorten(view.words, 60)}" was kept, not counted as progress yet.`,
  enQuestion(view.asks, view, w),
];
