import { localDateOf } from '../domain/calendar/local-time.ts';
import { catalogueFor, type Locale } from '../domain/chat/catalogue/index.ts';
import { itemLabel } from '../domain/chat/item-label.ts';
import { fullDayText } from '../domain/chat/local-text.ts';
import type { PromptLine } from '../domain/chat/message.ts';
import type { Instant } from '../domain/plan/types.ts';
import type { Db } from '../prisma/client.ts';
import type { ClaimedPrompt } from '../prisma/queries/claim-prompts.ts';

/** What a digest says where its reader is asked in somebody's place: a sentence for each who is away. */
export async function standInNotes(
  db: Db,
  prompts: readonly Pick<ClaimedPrompt, 'standsFor' | 'line'>[],
  now: Instant,
  zone: string,
  locale: Locale,
): Promise<string[]> {
  const away = [...new Set(prompts.flatMap(({ standsFor }) => standsFor ?? []))];
  if (away.length === 0) return [];
  const at = new Date(now);
  const [people, leaves] = await Promise.all([
    db.person.findMany({ where: { id: { in: away } }, orderBy: { id: 'asc' }, select: { id: true, name: true } }),
    db.leave.findMany({
      where: { personId: { in: away }, endedAt: null, from: { lte: at }, until: { gt: at } },
      orderBy: { createdAt: 'desc' },
    }),
  ]);
  const words = catalogueFor(locale).people;
  return people.flatMap(({ id, name }) => {
    const leave = leaves.find(({ personId }) => personId === id);
    if (!leave) return [];
    const lastDay = localDateOf(new Date(leave.until.getTime() - 1).toISOString(), zone);
    const own = prompts.filter(({ standsFor }) => standsFor === id).map(({ line }) => line as PromptLine);
    const items = [...new Set(own.map(({ no, title }) => itemLabel(no, title)))];
    return [words.standsIn(name, fullDayText(lastDay, locale), own.length === prompts.length ? null : items)];
  });
}
