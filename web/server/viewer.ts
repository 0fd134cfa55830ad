import { actorOf } from '../../bot/desk/actor-of.ts';
import type { Locale } from '../../domain/chat/catalogue/index.ts';
import type { DeskActor } from '../../bot/desk/deps.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { Session } from '../../prisma/generated/client.ts';

/** Who looks at the page. */
export interface Viewer {
  session: Session;
  /** The signed-in person, with the rights of that person. */
  own: DeskActor;
  /** As whom everything is read and done: the demo person taken by 我是, else the signed-in one. */
  actor: DeskActor;
}

/** Rights are read at every request, so that a withdrawn grant counts at once. `page`: the language of the page that asks. */
export async function viewerOf(prisma: PrismaClient, session: Session, page?: Locale): Promise<Viewer> {
  const own = await actorOf(prisma, session.personId, 'page');
  const actor = session.actingAs === null ? own : await actorOf(prisma, session.actingAs, 'page');
  // Another's view is read in the language of who looks.
  const locale = page ?? own.locale ?? 'zh';
  return { session, own: { ...own, locale }, actor: { ...actor, locale } };
}

export const hasRole = ({ grants }: DeskActor, roles: readonly string[], planId: string | null = null): boolean =>
  grants.some(
    (grant) => roles.includes(grant.role) && (planId === null || grant.planId === null || grant.planId === planId),
  );
