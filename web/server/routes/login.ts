import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { z } from 'zod';
import { bindWebInbox } from '../../../bot/directory/bind-web-inbox.ts';
import { setLanguage } from '../../../bot/desk/set-language.ts';
import type { PrismaClient } from '../../../prisma/client.ts';
import { personLocale } from '../../../prisma/person-locale.ts';
import { redeemCode } from '../../../bot/directory/codes.ts';
import type { Me, SignedIn } from '../../api.ts';
import { clearToken, setToken, tokenOf } from '../cookie.ts';
import { acted, route } from '../route.ts';
import { findSession, openSession, revokeSession } from '../session.ts';
import { hasRole, viewerOf, type Viewer } from '../viewer.ts';

/** Guesses are counted by the address that the connection comes from; headers that a visitor can write don't count. */
function sourceOf(c: Context): string {
  try {
    return `web/${getConnInfo(c).remote.address ?? 'unknown'}`;
  } catch {
    return 'web/unknown';
  }
}

function actingAs({ session, actor }: Viewer): Me['actingAs'] {
  if (session.actingAs === null) return null;
  const role = hasRole(actor, ['coordinator']) ? 'coordinator' : hasRole(actor, ['leader']) ? 'leader' : 'liaison';
  return { id: actor.personId, name: actor.name, role };
}

const meOf = async (prisma: PrismaClient, viewer: Viewer): Promise<Me> => ({
  person: { id: viewer.own.personId, name: viewer.own.name },
  locale: await personLocale(prisma, viewer.own.personId),
  roles: viewer.own.grants,
  supervises: viewer.actor.memberships.some(({ rank }) => rank === 'supervisor'),
  actingAs: actingAs(viewer),
});

export const loginRoutes = [
  route({
    method: 'post',
    path: '/api/login',
    summary: 'Opens a session by a one-time code',
    access: 'public',
    body: z.strictObject({ code: z.string().max(100) }),
    async run({ deps, context, body }) {
      const { prisma } = deps.desk;
      const now = deps.realNow();
      const personId = await redeemCode(prisma, { code: body.code, source: sourceOf(context), purpose: 'any' }, now);
      await bindWebInbox(prisma, personId);
      await revokeSession(prisma, tokenOf(context), now);
      setToken(context, await openSession(prisma, personId, now));
      return acted({ summary: '已登录。' });
    },
  }),
  route({
    method: 'post',
    path: '/api/logout',
    summary: 'Ends the session',
    access: 'public',
    body: z.strictObject({}),
    async run({ deps, context }) {
      await revokeSession(deps.desk.prisma, tokenOf(context), deps.realNow());
      clearToken(context);
      return acted({ summary: '已退出。' });
    },
  }),
  route({
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and acting as whom',
    access: 'signed-in',
    run: async ({ deps, viewer }): Promise<Me> => meOf(deps.desk.prisma, viewer),
  }),
  route({
    method: 'post',
    path: '/api/me/language',
    summary: 'The language of the interface for who is signed in, here and in chat',
    access: 'signed-in',
    body: z.strictObject({ locale: z.enum(['zh', 'en']) }),
    run: async ({ deps, viewer, body }) =>
      acted(await setLanguage(deps.desk, viewer.own, { personId: viewer.own.personId, ...body })),
  }),
  route({
    method: 'get',
    path: '/api/session',
    summary: 'The same, or null for a visitor: what a page asks first, which is no fault',
    access: 'public',
    async run({ deps, context }): Promise<SignedIn> {
      const { prisma } = deps.desk;
      const session = await findSession(prisma, tokenOf(context), deps.realNow());
      return { me: session && (await meOf(prisma, await viewerOf(prisma, session))) };
    },
  }),
];
