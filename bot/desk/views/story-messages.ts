import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { itemLabel, shorten } from '../../../domain/chat/item-label.ts';
import type { Db } from '../../../prisma/client.ts';
import type { StoryEntry } from '../../../web/api.ts';
import { failureLabel, rungLabel } from './rule-words.ts';
import type { StoryOf } from './story-entries.ts';

const DELIVERIES: Record<Locale, Record<string, string>> = {
  zh: { queued: '待发', sending: '发送中', sent: '已发', failed: '未送达', ambiguous: '送达待核' },
  en: {
    queued: 'queued',
    sending: 'sending',
    sent: 'sent',
    failed: 'not delivered',
    ambiguous: 'delivery unknown',
  },
};

/** As much of one message as a story shows. */
const SHOWN = 240;

interface Stored {
  heading?: string;
  lines?: string[];
  signature?: string;
}

/** What was sent about one entity: reminders with the rung that they were, and what followed from decisions. */
export async function messageEntries(db: Db, of: StoryOf): Promise<StoryEntry[]> {
  const { entityId, planId, unitName, locale = 'zh' } = of;
  const own = await db.prompt.findMany({
    where: { entityId, deliveryId: { not: null } },
    select: { deliveryId: true, unitId: true, duty: true, cycle: true, rung: true },
  });
  const ids = [...new Set(own.flatMap(({ deliveryId }) => deliveryId ?? []))];
  const [deliveries, others] = await Promise.all([
    db.delivery.findMany({
      // A notice about a request has the entity in its own id.
      where: { OR: [{ id: { in: ids } }, { planId, klass: 'notice', id: { contains: `${entityId}/` } }] },
    }),
    db.prompt.findMany({
      where: { deliveryId: { in: ids }, NOT: { entityId } },
      distinct: ['deliveryId'],
      select: { deliveryId: true },
    }),
  ]);
  const shared = new Set(others.map(({ deliveryId }) => deliveryId));
  const people = await db.person.findMany({
    where: { id: { in: deliveries.map(({ personId }) => personId) } },
    select: {
      id: true,
      name: true,
      memberships: { where: { unit: { planId } }, select: { unit: { select: { name: true } } } },
    },
  });
  return deliveries.map(({ id, message, channel, status, error, planAt, personId }) => {
    const said = message as Stored;
    const prompts = own.filter(({ deliveryId }) => deliveryId === id);
    const person = people.find((one) => one.id === personId);
    const unitId = prompts[0]?.unitId;
    const unit = unitId === undefined ? (person?.memberships[0]?.unit.name ?? null) : unitName(unitId);
    return {
      id: `message-${id}`,
      at: planAt.toISOString(),
      kind: 'message' as const,
      text: textOf(said, prompts, shared.has(id), of),
      actor: said.signature ?? '',
      who: toText(locale, said.signature ?? '', unit, person?.name ?? ''),
      unit,
      via: channel,
      words: null,
      eventSeq: null,
      inboxId: null,
      outcome: outcomeOf(locale, DELIVERIES[locale][status] ?? status, error),
      routine: false,
    };
  });
}

/** 办公室致市科技局周某宁, or office to 市科技局 周某宁. */
function toText(locale: Locale, from: string, unit: string | null, name: string): string {
  const own = unit === from;
  if (locale === 'en') return `${from} to ${[own ? 'its own' : (unit ?? ''), name].filter(Boolean).join(' ')}`;
  return `${from}致${own ? '本办' : (unit ?? '')}${name}`;
}

function outcomeOf(locale: Locale, status: string, error: string | null): string {
  if (error === null) return status;
  const why = failureLabel(error, locale);
  return locale === 'en' ? `${status}: ${why}` : `${status}(${why})`;
}

/** Of a digest about several tasks only what it says of this one. */
function textOf(
  { heading = '', lines = [] }: Stored,
  prompts: { duty: string; cycle: string; rung: string }[],
  isShared: boolean,
  { no, title, locale = 'zh' }: StoryOf,
): string {
  const rungs = [
    ...new Set(
      prompts.map(
        ({ duty, cycle, rung }) =>
          `${dutyLabel(duty, cycle, [], locale)},${locale === 'en' ? ' ' : ''}${rungLabel(rung, locale)}`,
      ),
    ),
  ];
  const about = rungs.length === 0 ? '' : `(${rungs.join(locale === 'en' ? '; ' : ';')})`;
  if (!isShared && locale === 'en')
    return `Sent${about === '' ? '' : ` ${about}`}: “${heading}${shorten(lines.join(' '), SHOWN)}”`;
  if (!isShared) return `发出${heading}${about}${shorten(lines.join(' '), SHOWN)}`;
  const label = itemLabel(no, title);
  const mine = lines.filter((line) => line.includes(label)).map((line) => line.replace(/^\d+\./, ''));
  if (locale === 'en')
    return `Named in a digest${about === '' ? '' : ` ${about}`}${mine.length === 0 ? '.' : `: “${shorten(mine.join(' '), SHOWN)}”`}`;
  return `在汇总消息中提示本项${about}${mine.length === 0 ? '。' : `:${shorten(mine.join(' '), SHOWN)}`}`;
}
