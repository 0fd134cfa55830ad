import { z } from 'zod';
import type { SendableMessage } from '../../domain/chat/message.ts';

const Thread = z.object({ channel: z.string(), ts: z.string() });

/** Slack's codes for a thread that takes no replies, or whose message is gone. */
const REFUSED = new Set([
  'cannot_reply_to_message',
  'invalid_thread_ts',
  'message_not_found',
  'restricted_action_thread_locked',
  'thread_locked',
  'thread_not_found',
]);

/** The `thread_ts` under which a message belongs in this conversation; null: in no thread, or in one of another conversation. */
export function threadTsIn({ thread }: SendableMessage, channel: string): string | null {
  const { data } = Thread.safeParse(thread);
  return data?.channel === channel ? data.ts : null;
}

export const isThreadRefused = (error: unknown): boolean =>
  REFUSED.has(String((error as { data?: { error?: unknown } } | null)?.data?.error));
