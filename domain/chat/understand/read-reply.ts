import type { Calendar } from '../../calendar/types.ts';
import type { ReplyCase, ReplyReading } from './types.ts';

/** What a reply says of the open tasks of its writer, each field with the words it was read from. Never throws. */
export function readReply(reply: ReplyCase, _calendar: Calendar): ReplyReading {
  return { items: [], question: reply.open.length > 1 ? 'which-task' : 'vague' };
}
