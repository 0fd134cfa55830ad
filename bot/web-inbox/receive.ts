import { z } from 'zod';
import type { FileRef, IncomingMessage } from '../../domain/chat/port.ts';
import { FILES_A_MESSAGE } from '../../domain/evidence/limits.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { readWords } from '../read-words.ts';

/** Minted by the page for each act, so that a repeated post counts once. */
const clientId = z.string().min(1).max(100);

/** Uploads that the message brings; `for`: the line of the form to which one is attached. */
const files = z
  .array(
    z.object({
      id: z.string().max(100),
      for: z.object({ entityId: z.string().max(200), partId: z.string().max(200) }).optional(),
    }),
  )
  .max(FILES_A_MESSAGE)
  .optional();

export const TextPost = z.object({ text: z.string(), clientId, replyTo: z.string().max(100).optional(), files });
export const ButtonPost = z.object({ buttonId: z.string().min(1).max(100), clientId });
export const FormPost = z.object({
  /** Of the button that opened it; absent: the page's own form of all that is open. */
  buttonId: z.string().min(1).max(100).optional(),
  lines: z.array(z.record(z.string(), z.unknown())).min(1).max(200),
  clientId,
  files,
});

export interface WebPost {
  /** Whose inbox it is; the session has proved it. */
  personId: string;
  /** Who is at the keyboard where it is a demo person's inbox. */
  by?: string;
  receivedAt: Date;
  /** The uploads that the post names, as they were kept. */
  files?: FileRef[];
}

export const textMessage = (post: z.infer<typeof TextPost>, from: WebPost): IncomingMessage => {
  if (post.text.trim() === '' && (from.files ?? []).length === 0) throw new RefusedError('TEXT_EMPTY');
  // A command as in chat; a code binds nothing here, for this inbox is its person's already.
  const words = readWords(post.text);
  return {
    ...common(post.clientId, from),
    ...(words.kind === 'command' ? words : { kind: 'text', text: post.text }),
    payload: { ...by(from), ...filesOf(from), ...(post.replyTo === undefined ? {} : { replyTo: post.replyTo }) },
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
  payload: {
    ...by(from),
    ...filesOf(from),
    ...(post.buttonId === undefined ? {} : { buttonId: post.buttonId }),
    lines: post.lines,
  },
});

const common = (id: string, { personId, receivedAt }: WebPost) => ({
  address: { channel: 'web' as const, team: '', externalId: personId },
  dedupeKey: `web/${personId}/${id}`,
  receivedAt: receivedAt.toISOString(),
});

const filesOf = ({ files: uploads = [] }: WebPost): Record<string, unknown> =>
  uploads.length === 0 ? {} : { files: uploads };

const by = ({ by: who }: WebPost): Record<string, unknown> => (who === undefined ? {} : { by: who });
