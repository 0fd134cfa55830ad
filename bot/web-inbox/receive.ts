import { z } from 'zod';
import type { IncomingMessage } from '../../domain/chat/port.ts';
import { RefusedError } from '../../domain/refusals.ts';

/** Minted by the page for each act, so that a repeated post counts once. */
const clientId = z.string().min(1).max(100);

export const TextPost = z.object({ text: z.string(), clientId, replyTo: z.string().max(100).optional() });
export const ButtonPost = z.object({ buttonId: z.string().min(1).max(100), clientId });
export const FormPost = z.object({ lines: z.array(z.record(z.string(), z.unknown())).min(1).max(200), clientId });

export interface WebPost {
  /** Whose inbox it is; the session has proved it. */
  personId: string;
  /** Who is at the keyboard where it is a demo person's inbox. */
  by?: string;
  receivedAt: Date;
}

export const textMessage = (post: z.infer<typeof TextPost>, from: WebPost): IncomingMessage => {
  if (post.text.trim() === '') throw new RefusedError('TEXT_EMPTY');
  return {
    ...common(post.clientId, from),
    kind: 'text',
    text: post.text,
    payload: { ...by(from), ...(post.replyTo === undefined ? {} : { replyTo: post.replyTo }) },
  };
};

export const buttonMessage = (post: z.infer<typeof ButtonPost>, from: WebPost): IncomingMessage => ({
  ...common(post.clientId, from),
  kind: 'button',
  text: null,
  payload: { ...by(from), buttonId: post.buttonId },
});

export const formMessage = (post: z.infer<typeof FormPost>, from: WebPost): IncomingMessage => ({
  ...common(post.clientId, from),
  kind: 'form',
  text: null,
  payload: { ...by(from), lines: post.lines },
});

const common = (id: string, { personId, receivedAt }: WebPost) => ({
  address: { channel: 'web' as const, team: '', externalId: personId },
  dedupeKey: `web/${personId}/${id}`,
  receivedAt: receivedAt.toISOString(),
});

const by = ({ by: who }: WebPost): Record<string, unknown> => (who === undefined ? {} : { by: who });
