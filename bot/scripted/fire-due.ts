import type { IncomingMessage } from '../../domain/chat/port.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { Inbox } from '../inbox.ts';
import { parsePlannedBody, type PlannedPost } from './types.ts';

export interface FireDeps {
  prisma: PrismaClient;
  inbox: Inbox;
  realNow: () => Date;
}

/** Hands the scripted answers that are due on this clock to the inbox, in order. Repeated, each counts once. Resolves to how many. */
export async function fireDue({ prisma, inbox, realNow }: FireDeps, clockId: string, planNow: Date): Promise<number> {
  const due = await prisma.scriptedAnswer.findMany({
    where: { clockId, status: 'planned', dueAt: { lte: planNow } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id, personId, deliveryId, body, dueAt } of due) {
    for (const [index, post] of parsePlannedBody(body).posts.entries()) {
      await inbox.receive({
        address: { channel: 'scripted', team: '', externalId: personId },
        dedupeKey: `scripted/${id}/${index}`,
        receivedAt: realNow().toISOString(),
        planAt: dueAt.toISOString(),
        ...contentOf(post, deliveryId),
      });
    }
    await prisma.scriptedAnswer.update({ where: { id }, data: { status: 'given' } });
  }
  return due.length;
}

function contentOf(post: PlannedPost, deliveryId: string): Pick<IncomingMessage, 'kind' | 'text' | 'payload'> {
  if (post.kind === 'button') return { kind: 'button', text: post.text ?? null, payload: { buttonId: post.buttonId } };
  if (post.kind === 'form') return { kind: 'form', text: null, payload: { lines: post.lines } };
  return { kind: 'text', text: post.text, payload: { replyTo: deliveryId } };
}
