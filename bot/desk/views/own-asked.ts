import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { OwnWords } from '../../../domain/chat/catalogue/zh-own.ts';
import { dayText, localDay } from '../../../domain/chat/local-text.ts';
import type { Instant, LocalDate } from '../../../domain/plan/types.ts';
import type { PartRequest } from '../../../domain/supervision/part-request.ts';
import type { Db } from '../../../prisma/client.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import type { OwnListOf } from './own-list.ts';

/** Something that this person's unit asked for, and how it stands. */
export interface OwnAsked {
  entityId: string | null;
  no: string | null;
  title: string;
  at: Instant;
  /** 申请延期至12月21日 · 提请协调 … */
  what: string;
  /** 待批复 · 办公室已办理 … */
  state: string;
  settled: boolean;
}

/** Settled ones are shown for so long. */
const SETTLED_DAYS = 14;
const SHOWN_MAX = 10;

const EVENTS = ['extensionGranted', 'extensionRefused', 'completionAccepted', 'completionReturned'];

/** Requests that wait, what the office has in hand, and what was decided in the last two weeks; newest first. */
export async function ownAsked(db: Db, of: OwnListOf, parts: PersonPart[]): Promise<OwnAsked[]> {
  const since = new Date(of.at.getTime() - SETTLED_DAYS * 86_400_000);
  const ids = [...new Set(parts.map(({ entityId }) => entityId))];
  const [events, items] = await Promise.all([
    db.event.findMany({
      where: { entityId: { in: ids }, kind: { in: EVENTS }, planAt: { gte: since } },
      orderBy: { planAt: 'desc' },
      select: { entityId: true, kind: true, planAt: true, body: true },
    }),
    db.officeItem.findMany({
      where: {
        body: { path: ['personId'], equals: of.personId },
        kind: { in: ['coordination', 'dispute', 'change-contact', 'unconfirmed'] },
        OR: [{ status: 'open' }, { planAt: { gte: since } }],
      },
      orderBy: { planAt: 'desc' },
      take: SHOWN_MAX,
    }),
  ]);
  const found: OwnAsked[] = [];
  for (const part of parts) {
    const talk = await of.talk(part.planId);
    const say = catalogueFor(talk.locale).own;
    const day = (date: LocalDate): string => dayText(date, localDay(talk.now, talk.zone), talk.locale);
    const named = { entityId: part.entityId, no: part.no, title: titleOf(part) };
    const request = part.part['request'] as PartRequest | undefined;
    if (request)
      found.push({
        ...named,
        at: request.filedAt,
        ...requestWords(request, say, day, talk.zone),
        settled: false,
      });
    else if (part.part.completion === 'claimed')
      found.push({
        ...named,
        at: (part.part['completionAt'] as Instant | null | undefined) ?? part.part.lastReportAt ?? '',
        what: say.asks.completion,
        state: say.states.accept,
        settled: false,
      });
    for (const { entityId, kind, planAt, body } of events) {
      const decided = body as DecidedBody;
      if (entityId !== part.entityId || decided.partId !== part.part.id) continue;
      found.push({ ...named, at: planAt.toISOString(), ...decidedWords(kind, decided, say, day), settled: true });
    }
  }
  for (const { entityId, kind, body, status, planAt, planId } of items) {
    const say = catalogueFor((await of.talk(planId)).locale).own;
    const { no = null, title = '' } = body as { no?: string | null; title?: string };
    found.push({
      entityId,
      no,
      title,
      at: planAt.toISOString(),
      what: itemWords(kind, say),
      state: status === 'open' ? say.states.office : say.states.done,
      settled: status !== 'open',
    });
  }
  return found.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN_MAX);
}

function requestWords(
  { extension, signOff, noSigner }: PartRequest,
  { asks, states }: OwnWords,
  day: (date: LocalDate) => string,
  zone: string,
): Pick<OwnAsked, 'what' | 'state'> {
  const waits = signOff === 'waiting' ? (noSigner ? states['no-signer'] : states['sign-off']) : null;
  if (!extension) return { what: asks.completion, state: waits ?? states.accept };
  return {
    what: asks.extension(day(extension.newDueOn)),
    state: waits ?? states.decide(day(localDay(extension.decideBy, zone))),
  };
}

interface DecidedBody {
  partId?: string;
  /** The day that counts now, and the one that was asked for. */
  dueOn?: LocalDate;
  asked?: LocalDate;
}

function decidedWords(
  kind: string,
  { dueOn, asked }: DecidedBody,
  { asks, states }: OwnWords,
  day: (date: LocalDate) => string,
): Pick<OwnAsked, 'what' | 'state'> {
  if (kind === 'completionAccepted') return { what: asks.completion, state: states.accepted };
  if (kind === 'completionReturned') return { what: asks.completion, state: states.returned };
  return {
    what: asks.extension(asked === undefined ? '' : day(asked)),
    state: kind === 'extensionGranted' ? states.granted(dueOn === undefined ? '' : day(dueOn)) : states.refused,
  };
}

function itemWords(kind: string, { asks }: OwnWords): string {
  if (kind === 'coordination' || kind === 'dispute' || kind === 'change-contact') return asks[kind];
  return asks.other;
}
