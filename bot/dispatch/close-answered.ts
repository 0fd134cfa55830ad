import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { Db } from '../../prisma/client.ts';
import { personLocale } from '../../prisma/person-locale.ts';
import { openCardLines, type CardLine } from '../../prisma/queries/open-cards.ts';
import { closeCard, type Channels } from '../channels.ts';
import type { PartRef } from '../parts-of-act.ts';
import { standsFor } from '../../domain/supervision/stands-for.ts';

interface DutyState {
  id: string;
  completion: string;
  duties: { kind: string; cycle: string; also?: string[]; filedAt?: string }[];
}

/** Closes the cards that speak of this part and have nothing left to answer, whoever got them. */
export async function closeAnswered(
  db: Db,
  channels: Channels,
  { part, personId, closedWith }: { part: PartRef; personId: string; closedWith: string },
): Promise<void> {
  const lines = await openCardLines(db, part.entityId, part.partId);
  const entities = [...new Set(lines.map(({ entityId }) => entityId))];
  const rows = await db.checkpoint.findMany({
    where: { entityId: { in: entities } },
    select: { entityId: true, status: true, state: true },
  });
  const answered = (line: CardLine): boolean => {
    const row = rows.find(({ entityId }) => entityId === line.entityId);
    if (!row || row.status === 'closed' || row.status === 'cancelled') return true;
    return isAnswered(
      (row.state as unknown as { parts: DutyState[] }).parts.find(({ id }) => id === line.partId),
      line,
    );
  };
  const { allDone } = catalogueFor(await personLocale(db, personId)).answers;
  for (const deliveryId of new Set(lines.map((line) => line.deliveryId))) {
    const own = lines.filter((line) => line.deliveryId === deliveryId);
    const several = new Set(own.map((line) => `${line.entityId}|${line.partId}`)).size > 1;
    if (own.every(answered)) await closeCard(db, channels, deliveryId, several ? allDone : closedWith);
  }
  await closeQuestions(db, channels, { part, personId, closedWith });
}

/** A duty that left the state is closed; a claimed completion waits for the office, not for the unit. */
export function isAnswered(part: DutyState | undefined, line: { duty: string; cycle: string }): boolean {
  if (!part || part.completion === 'accepted') return true;
  if (line.duty === 'completion' && part.completion === 'claimed') return true;
  const duty = part.duties.find((one) => standsFor(one, line));
  return duty === undefined || duty.filedAt !== undefined;
}

/** Questions to this person about this part alone (请补充一项) need no answer any more. */
export async function closeQuestions(
  db: Db,
  channels: Channels,
  { part, personId, closedWith }: { part: PartRef; personId: string; closedWith: string },
): Promise<void> {
  const found = await db.action.findMany({
    where: {
      delivery: { personId, klass: 'answer', closedAt: null },
      AND: [{ act: { path: ['entityId'], equals: part.entityId } }, { act: { path: ['partId'], equals: part.partId } }],
      NOT: { act: { path: ['kind'], equals: 'choose-task' } },
    },
    select: { deliveryId: true },
    distinct: ['deliveryId'],
  });
  for (const { deliveryId } of found) {
    const acts = await db.action.findMany({ where: { deliveryId }, select: { act: true } });
    const alone = acts.every(({ act }) => {
      const ref = act as { entityId?: string; partId?: string };
      return ref.entityId === part.entityId && ref.partId === part.partId;
    });
    if (alone) await closeCard(db, channels, deliveryId, closedWith);
  }
}
