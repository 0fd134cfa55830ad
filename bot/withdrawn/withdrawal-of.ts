import { fullDayText } from '../../domain/chat/local-text.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import type { Instant } from '../../domain/plan/types.ts';
import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Db } from '../../prisma/client.ts';
import type { PartRef } from '../parts-of-act.ts';

/** When a duty was taken away, and by what: 方案第2次修订:… or 任务取消:…, without its full stop. */
export interface Withdrawal {
  at: Instant;
  why: string;
}

/** How a part came to be owed no more while nobody had accepted it; null: it is owed, or done. */
export async function withdrawalOf(db: Db, { entityId, partId }: PartRef): Promise<Withdrawal | null> {
  const row = await db.checkpoint.findUnique({ where: { entityId }, select: { status: true, state: true } });
  if (!row) return null;
  const { formerParts = [], parts } = row.state as unknown as SupervisedState;
  const former = formerParts.find(({ id }) => id === partId);
  if (!former && (row.status !== 'cancelled' || parts.find(({ id }) => id === partId)?.completion === 'accepted'))
    return null;
  if (former?.left) return { at: former.withdrawnAt, why: leftBecause(former.left) };
  const event = await db.event.findFirst({
    where: former
      ? { entityId, kind: 'taskAmended', planAt: new Date(former.withdrawnAt) }
      : { entityId, kind: 'taskCancelled' },
    orderBy: { seq: 'desc' },
    select: { planAt: true, body: true },
  });
  const body = (event?.body ?? {}) as { reason?: string; amendmentId?: string; changeId?: string };
  const at = former?.withdrawnAt ?? event?.planAt.toISOString();
  return at === undefined ? null : { at, why: await reasonOf(db, body) };
}

/** 改由市公安局承办(职责已划转): the office's own decision. */
const leftBecause = ({ to, reason }: { to: string | null; reason: string }): string =>
  `${to === null ? '职责异议成立,你单位不再承担' : `改由${to}承办`}(${reason.replace(/。$/, '')})`;

async function reasonOf(
  db: Db,
  { reason, amendmentId, changeId }: { reason?: string; amendmentId?: string; changeId?: string },
): Promise<string> {
  const change =
    amendmentId === undefined || changeId === undefined
      ? null
      : await db.amendmentChange.findUnique({
          where: { amendmentId_changeId: { amendmentId, changeId } },
          select: { body: true, amendment: { select: { no: true } } },
        });
  const sentence = (change?.body as { sentence?: string } | undefined)?.sentence ?? reason ?? '方案修订';
  const said = sentence.replace(/。$/, '');
  return change ? `方案第${change.amendment.no}次修订:${said}` : `任务取消:${said}`;
}

/** What a person is told whose answer came after its duty was taken away. */
export const keptSentence = ({ at, why }: Withdrawal, zone: string): string =>
  `该任务已于${fullDayText(localDateOf(at, zone))}调整(${why}),答复已留存,无需再报。`;

/** What a card shows whose duties were taken away. */
export const closedSentence = ({ why }: Withdrawal): string => `已撤销。${why},无需再报`;
