import type { Instant } from '../../../domain/plan/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { findPart, titleOf, type PersonPart } from '../../directory/person-parts.ts';
import type { OwnListOf } from './own-list.ts';

/** An answer that was recorded, with what was recorded. */
export interface OwnAnswered {
  entityId: string;
  partId: string;
  no: string | null;
  title: string;
  /** The plan's clock. */
  at: Instant;
  /** As the person was told: 进度40%→85% and the like. */
  summary: string;
}

const SHOWN_MAX = 8;

/** What this person said last, newest first; answers for parts that are theirs no more stay theirs. */
export async function ownAnswered(db: Db, { personId }: OwnListOf, parts: PersonPart[]): Promise<OwnAnswered[]> {
  const items = await db.inboxItem.findMany({
    where: { outcome: 'recorded', inbox: { personId } },
    orderBy: [{ inbox: { planAt: 'desc' } }, { id: 'asc' }],
    take: SHOWN_MAX,
    select: { entityId: true, partId: true, result: true, inbox: { select: { planAt: true } } },
  });
  const gone = await db.checkpoint.findMany({
    where: { entityId: { in: items.filter((item) => !findPart(parts, item)).map(({ entityId }) => entityId) } },
    select: { entityId: true, state: true },
  });
  return items.map(({ entityId, partId, result, inbox }) => {
    const part = findPart(parts, { entityId, partId });
    const state = gone.find((one) => one.entityId === entityId)?.state as { no?: string | null; title?: string } | null;
    return {
      entityId,
      partId,
      no: part?.no ?? state?.no ?? null,
      title: part ? titleOf(part) : (state?.title ?? ''),
      at: inbox.planAt.toISOString(),
      summary: (result as { summary?: string } | null)?.summary ?? '',
    };
  });
}
