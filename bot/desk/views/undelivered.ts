import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import { providerReason } from '../../../domain/chat/provider-reason.ts';
import { momentText, localDay } from '../../../domain/chat/local-text.ts';
import type { PromptLine } from '../../../domain/chat/message.ts';
import { REPLACED, RESENT } from '../../../prisma/queries/drop-unsent.ts';
import { parseStoredMessage } from '../../../prisma/queries/insert-delivery.ts';
import type { Undelivered, UndeliveredRow } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findPlan } from '../find-plan.ts';
import { failureLabel } from './rule-words.ts';

const ROWS_MAX = 200;

/** What did not surely reach its reader, newest first. Throws RefusedError PLAN_UNKNOWN, NOT_PERMITTED. */
export async function undelivered(
  deps: DeskDeps,
  actor: DeskActor,
  { planId }: { planId: string },
): Promise<Undelivered> {
  const { policy, now } = await findPlan(deps, actor, planId, 'read-people');
  const { zone } = policy.values;
  const { locale = 'zh' } = actor;
  const at = (instant: Date): string => momentText(instant.toISOString(), zone, localDay(now, zone), locale);
  const rows = [
    ...(await failedMessages(deps, planId, at, locale)),
    ...(await unreachedRungs(deps, planId, at, locale)),
  ];
  const outages = await deps.prisma.channelOutage.findMany({ orderBy: { since: 'asc' } });
  return {
    rows: rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, ROWS_MAX),
    outages: outages.map(({ channel, reason, since }) => ({
      channel,
      reason: providerReason(reason, locale),
      sinceLocal: at(since),
    })),
  };
}

async function failedMessages(
  { prisma }: DeskDeps,
  planId: string,
  at: (instant: Date) => string,
  locale: Locale,
): Promise<UndeliveredRow[]> {
  const found = await prisma.delivery.findMany({
    where: {
      planId,
      status: { in: ['failed', 'ambiguous'] },
      OR: [{ error: null }, { error: { notIn: [REPLACED, RESENT] } }],
    },
    orderBy: { planAt: 'desc' },
    take: ROWS_MAX,
  });
  const persons = await prisma.person.findMany({
    where: { id: { in: found.map(({ personId }) => personId) } },
    select: {
      id: true,
      name: true,
      memberships: { where: { unit: { planId } }, take: 1, select: { unit: { select: { name: true } } } },
    },
  });
  return found.map(({ id, planAt, personId, channel, status, message, error }) => {
    const person = persons.find((one) => one.id === personId);
    const { heading, lines } = parseStoredMessage(message);
    const state = status === 'ambiguous' ? ('ambiguous' as const) : ('failed' as const);
    return {
      id,
      at: planAt.toISOString(),
      localAt: at(planAt),
      person: person?.name ?? null,
      unit: person?.memberships[0]?.unit.name ?? null,
      channel,
      state,
      what: `${heading}${lines[0] ?? ''}`,
      reason: error === null ? UNSAID[state][locale] : failureLabel(error, locale),
    };
  });
}

/** Where the record holds no reason. */
const UNSAID = {
  ambiguous: { zh: '平台没有正常答复', en: 'The platform gave no proper answer' },
  failed: { zh: '平台拒收', en: 'The platform refused it' },
  undeliverable: { zh: '无人可送', en: 'Nobody to send it to' },
};

async function unreachedRungs(
  { prisma }: DeskDeps,
  planId: string,
  at: (instant: Date) => string,
  locale: Locale,
): Promise<UndeliveredRow[]> {
  const found = await prisma.prompt.findMany({
    where: { planId, status: 'undeliverable' },
    orderBy: { slotAt: 'desc' },
    take: ROWS_MAX,
    select: { id: true, slotAt: true, settledAt: true, reason: true, line: true },
  });
  return found.map(({ id, slotAt, settledAt, reason, line }) => {
    const { unit, no, title } = line as unknown as PromptLine;
    const when = settledAt ?? slotAt;
    return {
      id,
      at: when.toISOString(),
      localAt: at(when),
      person: null,
      unit,
      channel: null,
      state: 'undeliverable',
      what: locale === 'en' ? itemName(no, title, 80, 'en') : `${no === null ? '' : `第${no}项`}“${title}”`,
      reason: reason === null ? UNSAID.undeliverable[locale] : failureLabel(reason, locale),
    };
  });
}
