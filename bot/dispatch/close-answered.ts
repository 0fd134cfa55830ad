import { catalogueFor, type Locale } from '../../domain/chat/catalogue/index.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';
import { openCards, openQuestions, type CardLine } from '../../prisma/queries/open-cards.ts';
import { closeCard, type Channels } from '../channels.ts';
import type { PartRef } from '../parts-of-act.ts';
import { standsFor } from '../../domain/supervision/stands-for.ts';

interface DutyState {
  id: string;
  completion: string;
  duties: { kind: string; cycle: string; also?: string[]; filedAt?: string }[];
}

interface Answered {
  part: PartRef;
  personId: string;
  closedWith: string;
}

/** Closes the cards that speak of this part and have nothing left to answer, whoever got them. */
export async function closeAnswered(
  db: PrismaClient,
  channels: Channels,
  { part, personId, locale, closedWith }: Answered & { locale: Locale },
): Promise<void> {
  const { lines, questions } = await openCards(db, { ...part, personId });
  const answered = await answeredAmong(db, lines);
  const { allDone } = catalogueFor(locale).answers;
  for (const [deliveryId, own] of Map.groupBy(lines, (line) => line.deliveryId)) {
    const several = new Set(own.map((line) => `${line.entityId}|${line.partId}`)).size > 1;
    if (own.every(answered)) await closeCard(db, channels, deliveryId, several ? allDone : closedWith);
  }
  for (const deliveryId of questions) await closeCard(db, channels, deliveryId, closedWith);
}

/** Which of these lines need no answer any more. */
async function answeredAmong(db: Db, lines: CardLine[]): Promise<(line: CardLine) => boolean> {
  if (lines.length === 0) return () => true;
  const rows = await db.checkpoint.findMany({
    where: { entityId: { in: [...new Set(lines.map(({ entityId }) => entityId))] } },
    select: { entityId: true, status: true, state: true },
  });
  return (line) => {
    const row = rows.find(({ entityId }) => entityId === line.entityId);
    if (!row || row.status === 'closed' || row.status === 'cancelled') return true;
    return isAnswered(
      (row.state as unknown as { parts: DutyState[] }).parts.find(({ id }) => id === line.partId),
      line,
    );
  };
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
  { part, personId, closedWith }: Answered,
): Promise<void> {
  for (const deliveryId of await openQuestions(db, { ...part, personId }))
    await closeCard(db, channels, deliveryId, closedWith);
}
