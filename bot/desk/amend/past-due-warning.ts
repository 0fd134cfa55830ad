import type { LocalDate } from '../../../domain/plan/types.ts';
import type { AmendmentEffects } from '../../../domain/supervision/amendment-effects.ts';

/** No deadline is wrong silently: who accepts a due day that has gone by is told so. Empty where there is none. */
export function pastDueWarning(effects: AmendmentEffects | null, today: LocalDate): string {
  const late = (effects?.tasks ?? []).filter(({ amended: { dueOn } }) => (dueOn ?? today) < today);
  return late.length === 0 ? '' : `注意:${late.length}项任务的时限早于今日,下达后即为逾期。`;
}
