import { randomUUID } from 'node:crypto';
import { formMessage, type WebPost } from '../bot/web-inbox/receive.ts';
import type { Answer } from './answer.ts';
import type { CommandSession } from './open-session.ts';
import { postRow, targetOf } from './reply.ts';

export interface ExtendOptions {
  task: string;
  plan?: string;
  unit?: string;
  to: string;
  reason: string;
}

/** A unit's request for more time, through the real inbox like every answer. */
export async function askExtension(session: CommandSession, options: ExtendOptions): Promise<Answer> {
  const { entityId, part } = await targetOf(session, options);
  const from: WebPost = {
    personId: (await session.actor()).personId,
    by: 'cli',
    receivedAt: session.office.realNow(),
  };
  const line = { entityId, partId: part.id, newDueOn: options.to, reason: options.reason };
  return postRow(session, formMessage({ clientId: randomUUID(), lines: [line] }, from), from);
}
