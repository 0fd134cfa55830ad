import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import type { Part, SupervisedState } from '../../../domain/supervision/types.ts';
import type { Answer } from '../answers.ts';
import type { Finding } from '../judge.ts';
import type { World } from '../world.ts';

export const found = (what: string, where: string): Finding => ({ law: 'R', what, where });
export const form = (answer: Answer, progress: number): Pick<IncomingMessage, 'kind' | 'text' | 'payload'> => ({
  kind: 'form',
  text: null,
  payload: { lines: [{ entityId: answer.entityId, partId: answer.partId, words: `进度${progress}%`, progress }] },
});

/** One message, as an adapter hands it over; resolves to its key once it is acknowledged. */
export async function post(
  { botAddress }: World,
  personId: string,
  message: Partial<IncomingMessage>,
): Promise<string> {
  const dedupeKey = `web/${personId}/${randomUUID()}`;
  const address = { channel: 'web', team: '', externalId: personId };
  const body = JSON.stringify({ address, dedupeKey, receivedAt: new Date().toISOString(), ...message });
  const response = await fetch(`${botAddress}/receive`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
  return message.dedupeKey ?? dedupeKey;
}

export async function partOf({ prisma }: World, { entityId, partId }: Answer): Promise<Part | undefined> {
  const { state } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  return (state as unknown as SupervisedState).parts.find(({ id }) => id === partId);
}
