import { randomBytes, randomUUID } from 'node:crypto';
import type { ButtonAct, LineRef, PromptLine } from '../../domain/chat/message.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import type { PlannedPost, ScriptReply } from './types.ts';

/** One post for each way of answering: signatures together, reports in one form, each text by itself. */
export function postsFor(lines: PromptLine[], replies: ScriptReply[]): PlannedPost[] {
  const refs = (action: ScriptReply['action']): { ref: LineRef; reply: ScriptReply }[] =>
    replies
      .filter((reply) => reply.action === action)
      .flatMap((reply) => {
        const line = lines[reply.line];
        return line ? [{ ref: refOf(line), reply }] : [];
      });
  const receipts = refs('receipt').map(({ ref }) => ref);
  const unchanged = refs('no-change').map(({ ref }) => ref);
  const reports = refs('report');
  return [
    ...(receipts.length > 0
      ? [{ kind: 'button' as const, act: { kind: 'receipt-all' as const, lines: receipts } }]
      : []),
    ...(unchanged.length > 0
      ? [{ kind: 'button' as const, act: { kind: 'no-change-all' as const, lines: unchanged } }]
      : []),
    ...(reports.length > 0
      ? [
          {
            kind: 'form' as const,
            lines: reports.map(({ ref, reply }) => ({
              entityId: ref.entityId,
              partId: ref.partId,
              words: reply.text ?? '',
              progress: reply.progress ?? null,
            })),
          },
        ]
      : []),
    ...refs('claim-completion').map(({ ref, reply }) => ({
      kind: 'button' as const,
      act: { kind: 'claim-completion' as const, ...ref },
      text: reply.text ?? '',
    })),
    ...refs('text').map(({ ref, reply }) => ({
      kind: 'text' as const,
      text: reply.text ?? '',
      ref,
      confirm: reply.confirm ?? false,
    })),
  ];
}

const refOf = ({ entityId, partId, duty, cycle }: PromptLine): LineRef => ({ entityId, partId, duty, cycle });

export interface PlannedAnswer {
  clockId: string;
  personId: string;
  deliveryId: string;
  dueAt: Date;
  posts: PlannedPost[];
  /** Of the lines answered, so that a later message doesn't answer them again before this one is in. */
  keys: string[];
}

/**
 * Puts an answer on the plan's clock. Its buttons are Action rows of the message that it answers, as those of
 * a channel that shows one button a line: what is pressed goes the way of every press.
 */
export async function planAnswer(tx: Db, planned: PlannedAnswer): Promise<void> {
  const posts: PlannedPost[] = [];
  for (const post of planned.posts) {
    const needsId = post.kind === 'button' && post.buttonId === undefined && post.act !== undefined;
    posts.push(needsId ? { ...post, buttonId: await newAction(tx, planned, post.act as ButtonAct) } : post);
  }
  const { clockId, personId, deliveryId, dueAt, keys } = planned;
  await tx.scriptedAnswer.create({
    data: {
      id: randomUUID(),
      clockId,
      personId,
      deliveryId,
      dueAt,
      body: { posts, keys } as unknown as Prisma.InputJsonValue,
    },
  });
}

async function newAction(tx: Db, { deliveryId, personId }: PlannedAnswer, act: ButtonAct): Promise<string> {
  const id = randomBytes(16).toString('base64url');
  await tx.action.create({ data: { id, deliveryId, personId, act: act as unknown as Prisma.InputJsonValue } });
  return id;
}
