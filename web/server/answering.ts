import type { WebPost } from '../../bot/web-inbox/receive.ts';
import { mayDo, requireMay } from './guard.ts';
import type { Call } from './route.ts';
import { personSubject } from './subject.ts';

/** Whose inbox may be answered: one's own, or a demo person's by who plays through the demo. Refuses everything else. */
export async function answering({ deps, viewer }: Call, wanted: string | undefined): Promise<WebPost> {
  const personId = wanted ?? viewer.actor.personId;
  const { demo, ...subject } = await personSubject(deps.desk.prisma, personId);
  const receivedAt = deps.realNow();
  if (demo && personId !== viewer.own.personId && mayDo(viewer.own, 'answer-for-demo', subject))
    return { personId, by: viewer.own.personId, receivedAt };
  await requireMay(deps.desk, viewer.actor, 'answer', subject);
  return { personId, receivedAt };
}
