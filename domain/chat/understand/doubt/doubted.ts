import type { ReplyItem } from '../types.ts';
import { doubtsOf } from './doubts.ts';

/** The item with the values that its words hardly bear out named: it is asked about. Nothing of it is left out. */
export function doubted(item: ReplyItem): ReplyItem {
  const doubts = doubtsOf(item);
  return doubts.length === 0 ? item : { ...item, sure: false, doubts };
}
