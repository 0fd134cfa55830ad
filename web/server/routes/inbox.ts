import { z } from 'zod';
import {
  buttonMessage,
  ButtonPost,
  formMessage,
  FormPost,
  textMessage,
  TextPost,
  type WebPost,
} from '../../../bot/web-inbox/receive.ts';
import { formOfButton } from '../../../bot/forms/form-of-button.ts';
import { inboxView } from '../../../bot/web-inbox/view.ts';
import type { PartRef } from '../../../bot/parts-of-act.ts';
import { RefusedError } from '../../../domain/refusals.ts';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { answering } from '../answering.ts';
import { mayDo, requireMay } from '../guard.ts';
import { acted, route, type Call } from '../route.ts';
import { personSubject } from '../subject.ts';

const person = z.string().max(200).optional();

/** The uploads that a post names, which must be the person's own. Refuses EVIDENCE_UNKNOWN. */
async function withFiles(
  { deps, body }: { deps: Call['deps']; body: { files?: { id: string; for?: PartRef }[] } },
  post: WebPost,
): Promise<WebPost> {
  const wanted = body.files ?? [];
  if (wanted.length === 0) return post;
  const uploads = await deps.desk.prisma.upload.findMany({
    where: { personId: post.personId, id: { in: wanted.map(({ id }) => id) } },
  });
  const files = wanted.map((file) => {
    const kept = uploads.find(({ id }) => id === file.id);
    if (!kept) throw new RefusedError('EVIDENCE_UNKNOWN');
    return { id: kept.id, name: kept.name, mime: kept.mime, size: kept.size, ...(file.for ? { for: file.for } : {}) };
  });
  return { ...post, files };
}

async function take(call: Call, message: IncomingMessage): Promise<unknown> {
  await call.deps.inbox.receive(message);
  return acted({ summary: '已收到。' });
}

export const inboxRoutes = [
  route({
    method: 'get',
    path: '/api/inbox',
    summary: "The viewer's inbox; a coordinator reads any of the plan's",
    access: { act: 'read-inbox', on: 'own-inbox' },
    query: z.strictObject({ person }),
    async run({ deps, viewer, query }) {
      const { prisma, clock } = deps.desk;
      const personId = query.person ?? viewer.actor.personId;
      const { demo, ...subject } = await personSubject(prisma, personId);
      await requireMay(deps.desk, viewer.actor, 'read-inbox', subject);
      const own = mayDo(viewer.actor, 'answer', subject);
      return inboxView(prisma, personId, {
        clock,
        canAnswer: own || (demo && mayDo(viewer.own, 'answer-for-demo', subject)),
      });
    },
  }),
  route({
    method: 'post',
    path: '/api/inbox/text',
    summary: 'A typed reply',
    access: { act: 'answer', on: 'own-inbox' },
    body: z.strictObject({ ...TextPost.shape, person }),
    run: async (call) =>
      take(call, textMessage(call.body, await withFiles(call, await answering(call, call.body.person)))),
  }),
  route({
    method: 'post',
    path: '/api/inbox/button',
    summary: 'A pressed button',
    access: { act: 'answer', on: 'own-inbox' },
    body: z.strictObject({ ...ButtonPost.shape, person }),
    run: async (call) => take(call, buttonMessage(call.body, await answering(call, call.body.person))),
  }),
  route({
    method: 'get',
    path: '/api/inbox/form',
    summary: 'The form that a button of this inbox opens; null: it is pressed as it is',
    access: { act: 'answer', on: 'own-inbox' },
    query: z.strictObject({ button: z.string().min(1).max(100), person }),
    async run(call) {
      const { prisma, clock } = call.deps.desk;
      const { personId } = await answering(call, call.query.person);
      const address = { channel: 'web' as const, team: '', externalId: personId };
      return { form: await formOfButton({ prisma, clock }, { buttonId: call.query.button, address }) };
    },
  }),
  route({
    method: 'post',
    path: '/api/inbox/form',
    summary: 'A filled form',
    access: { act: 'answer', on: 'own-inbox' },
    body: z.strictObject({ ...FormPost.shape, person }),
    run: async (call) =>
      take(call, formMessage(call.body, await withFiles(call, await answering(call, call.body.person)))),
  }),
];
