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
import { inboxView } from '../../../bot/web-inbox/view.ts';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { mayDo, requireMay } from '../guard.ts';
import { acted, route, type Call } from '../route.ts';
import { personSubject } from '../subject.ts';

const person = z.string().max(200).optional();

/** Whose inbox may be answered: one's own, or a demo person's by who plays through the demo. Refuses everything else. */
async function answering({ deps, viewer }: Call, wanted: string | undefined): Promise<WebPost> {
  const personId = wanted ?? viewer.actor.personId;
  const { demo, ...subject } = await personSubject(deps.desk.prisma, personId);
  const receivedAt = deps.realNow();
  if (demo && personId !== viewer.own.personId && mayDo(viewer.own, 'answer-for-demo', subject))
    return { personId, by: viewer.own.personId, receivedAt };
  await requireMay(deps.desk, viewer.actor, 'answer', subject);
  return { personId, receivedAt };
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
    run: async (call) => take(call, textMessage(call.body, await answering(call, call.body.person))),
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
    method: 'post',
    path: '/api/inbox/form',
    summary: 'A filled form',
    access: { act: 'answer', on: 'own-inbox' },
    body: z.strictObject({ ...FormPost.shape, person }),
    run: async (call) => take(call, formMessage(call.body, await answering(call, call.body.person))),
  }),
];
