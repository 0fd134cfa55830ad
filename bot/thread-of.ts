import { z } from 'zod';
import type { Thread } from '../domain/chat/message.ts';

const Payload = z.object({ thread: z.record(z.string(), z.string()) });

/** The thread in which an Inbox row's words stand, for whatever answers them; nothing where they stand in none. */
export function inThreadOf(payload: unknown): { thread?: Thread } {
  const { data } = Payload.safeParse(payload);
  return data ?? {};
}
