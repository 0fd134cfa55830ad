import type { ReplyDoubt, ReplyItem } from '../types.ts';
import { doubtsOf } from './doubts.ts';

/** A value that weighs less was wrong more often than right on texts that were new: it is asked for, not stated. */
const STATED = -300;
/** A reason stays stated: it is the writer's own words, and leaving it out loses more that is right. */
const LEFT_OUT: ReadonlySet<string> = new Set<ReplyDoubt['field']>(['status', 'date', 'request']);

/**
 * The item with the values that its words hardly bear out named: it is asked about. What they speak against more
 * plainly is left out, as long as something of the item remains.
 */
export function doubted(item: ReplyItem): ReplyItem {
  const weighed = doubtsOf(item);
  if (weighed.length === 0) return item;
  const doubts = weighed.map(({ field, against }): ReplyDoubt => ({ field, against }));
  const left = weighed
    .filter(({ field, weight }) => weight < STATED && LEFT_OUT.has(field))
    .reduce((one, { field }) => without(one, field), item);
  return { ...(isBlank(left) ? item : left), sure: false, doubts };
}

function without(item: ReplyItem, field: ReplyDoubt['field']): ReplyItem {
  const from = { ...item.from };
  delete from[field];
  if (field !== 'request') return { ...item, [field]: null, from };
  delete from.requestDate;
  return { ...item, request: null, requestDate: null, from };
}

const isBlank = ({ status, percent, figures, date, request, blocker, noChange }: ReplyItem): boolean =>
  status === null &&
  percent === null &&
  figures.length === 0 &&
  date === null &&
  request === null &&
  blocker === null &&
  !noChange;
