import { localDateOf } from '../../../domain/calendar/local-time.ts';
import type { Policy } from '../../../domain/plan/policy.ts';
import { draftTask } from '../../../domain/reports/directive.ts';
import { cutWords } from '../../../domain/supervision/cut-words.ts';
import type { Actor } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { putOfficeItem } from '../../../prisma/office-items.ts';

export interface NewDirective {
  planId: string;
  briefId: string;
  briefNo: number;
  /** The sentence that it is about, where one was chosen. */
  sentenceId?: string;
  words: string;
  person: Actor;
  via: string;
  /** What makes it one: the inbox row, or an id of the act. */
  origin: string;
  inboxId?: string;
  planAt: Date;
  policy: Policy;
}

/** Longer words stay whole in the inbox; the office's list has so much of them. */
const WORDS_MAX = 2_000;

/** 批示: a draft task on the office's list and an event on the desk's chain. Nothing goes to a unit. */
export async function putDirective(tx: Db, given: NewDirective): Promise<void> {
  const { planId, briefId, briefNo, person, planAt, policy } = given;
  const units = await tx.unit.findMany({
    where: { planId },
    orderBy: { ordinal: 'asc' },
    select: { id: true, name: true, short: true, aliases: true },
  });
  const words = cutWords(given.words.trim(), WORDS_MAX);
  const said = localDateOf(planAt.toISOString(), policy.values.zone);
  const { draft, unitId } = draftTask(words, units, said, await loadCalendar(tx));
  const key = `directive/${given.origin}`;
  const about = { briefId, briefNo, ...(given.sentenceId === undefined ? {} : { sentenceId: given.sentenceId }) };
  await putOfficeItem(tx, {
    planId,
    key,
    kind: 'directive',
    body: {
      ...about,
      words,
      personId: person.id,
      person: person.name,
      draft,
      ...(given.inboxId === undefined ? {} : { inboxId: given.inboxId }),
    },
    planAt,
  });
  // Edited words may name another unit.
  await tx.officeItem.update({ where: { planId_key: { planId, key } }, data: { unitId } });
  await appendDeskEventIn(tx, {
    planId,
    kind: 'directiveGiven',
    actor: person,
    via: given.via,
    planAt,
    body: { key, ...about, words, draft, ...(given.inboxId === undefined ? {} : { inboxId: given.inboxId }) },
  });
}
