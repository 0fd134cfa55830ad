import { itemLabel } from '../chat/item-label.ts';
import type { LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { dayWords } from './day-words.ts';
import { dueDayOf } from './part-request.ts';
import type { SupervisedState } from './types.ts';

/** Why a task can't be broken down now; null: it can. */
export function notBreakable(state: Pick<SupervisedState, 'status' | 'optional' | 'paused' | 'parts'>): Refusal | null {
  if (state.status === 'closed' || state.status === 'cancelled')
    return refusal('TASK_CLOSED', { status: state.status === 'closed' ? '办结' : '取消' });
  if (state.optional) return refusal('SUB_ITEM_OPTIONAL');
  if (state.paused) return refusal('TASK_PAUSED', { until: dayWords(state.paused.until) });
  const leads = state.parts.filter(({ role }) => role === 'lead');
  return leads.some(({ completion }) => completion === 'claimed') ? refusal('SUB_ITEM_CLAIMED') : null;
}

/** The day by which a task's lead has to be done, extensions included; null: it has no due day. */
export function leadDueOf(state: Pick<SupervisedState, 'dueOn' | 'parts'>): LocalDate | null {
  const days = state.parts.filter(({ role }) => role === 'lead').flatMap((part) => dueDayOf(state, part) ?? []);
  return days.reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), state.dueOn);
}

/** A sub-item is due within its parent's time, and not before today. */
export function subItemDueRefusal(
  dueOn: LocalDate | null,
  { parentDue, today }: { parentDue: LocalDate | null; today: LocalDate },
): Refusal | null {
  if (dueOn === null) return null;
  if (dueOn < today) return refusal('SUB_ITEM_PAST', { date: dayWords(dueOn) });
  if (parentDue !== null && dueOn > parentDue)
    return refusal('SUB_ITEM_DUE', { date: dayWords(dueOn), due: dayWords(parentDue) });
  return null;
}

/** A task's sub-items as they stand; cancelled ones count no more. */
export interface SubItemTally {
  total: number;
  done: number;
  /** 第3.1项 */
  open: string[];
}

export function tallyOf(subItems: readonly Pick<SupervisedState, 'no' | 'title' | 'status'>[]): SubItemTally {
  const counted = subItems.filter(({ status }) => status !== 'cancelled');
  const open = counted.filter(({ status }) => status !== 'closed');
  return {
    total: counted.length,
    done: counted.length - open.length,
    open: open.map(({ no, title }) => itemLabel(no, title)),
  };
}

/** 5项分解任务中3项办结; null where there is none. */
export const tallyText = (
  { total, done }: Pick<SubItemTally, 'total' | 'done'>,
  locale: 'zh' | 'en' = 'zh',
): string | null =>
  total === 0
    ? null
    : locale === 'en'
      ? `${done} of ${total} sub-items completed`
      : done === total
        ? `${total}项分解任务已全部办结`
        : `${total}项分解任务中${done}项办结`;

const NAMED = 5;

/** A task is not complete while a piece of it is open, unless somebody says why. */
export function openSubItemsRefusal(tally: SubItemTally | undefined, reason: string, least: number): Refusal | null {
  if (!tally || tally.open.length === 0 || reason.trim().length >= least) return null;
  const more = tally.open.length > NAMED ? '等' : '';
  return refusal('SUB_ITEMS_OPEN', {
    total: tally.total,
    open: tally.open.length,
    which: `${tally.open.slice(0, NAMED).join('、')}${more}`,
  });
}
