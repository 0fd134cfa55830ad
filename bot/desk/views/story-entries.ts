import { lapseText, nudgeAnswers, type NudgeAnswer } from '../../../domain/supervision/nudge-answers.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import type { Part } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { EVIDENCE_AFTER_END, REPLY_AFTER_WITHDRAWAL } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { StoryEntry } from '../../../web/api.ts';
import { parseProposalItems } from '../../proposals/items.ts';
import { eventSentence } from './event-words.ts';
import { messageEntries } from './story-messages.ts';
import { namedActors } from './story-who.ts';

export interface StoryOf {
  planId: string;
  entityId: string;
  no: string | null;
  title: string;
  parts: Part[];
  unitName: (unitId: string) => string | null;
  locale?: Locale;
}

/** What the desk's chain tells of one task. */
const DESK_KINDS = [
  REPLY_AFTER_WITHDRAWAL,
  EVIDENCE_AFTER_END,
  'noticeDrafted',
  'noticeReleased',
  'noticeDropped',
  'taskLinked',
  'taskUnlinked',
];

const OUTCOMES: Record<Locale, Record<string, string>> = {
  zh: { recorded: '已登记', refused: '未登记', older: '已留存' },
  en: { recorded: 'recorded', refused: 'not recorded', older: 'kept' },
};

/** Everything that was said and done about one entity, oldest first: its chain, its messages, and what awaits confirmation. */
export async function storyEntries(db: Db, of: StoryOf): Promise<StoryEntry[]> {
  const entries = (await Promise.all([eventEntries(db, of), messageEntries(db, of), proposalEntries(db, of)])).flat();
  // Two at one instant stay in the order of the chain: a reminder before what it brought, a notice after its cause.
  const order = ({ eventSeq, id }: StoryEntry): number => eventSeq ?? (id.includes(`${of.entityId}/`) ? Infinity : 0);
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : order(a) === order(b) ? 0 : order(a) - order(b)));
}

async function eventEntries(
  db: Db,
  { planId, entityId, parts, unitName, locale = 'zh' }: StoryOf,
): Promise<StoryEntry[]> {
  const [events, late, items] = await Promise.all([
    db.event.findMany({ where: { entityId }, orderBy: { seq: 'asc' }, omit: { stateAfter: true } }),
    db.event.findMany({
      where: {
        entityId: deskChainId(planId),
        kind: { in: DESK_KINDS },
        body: { path: ['entityId'], equals: entityId },
      },
      orderBy: { seq: 'asc' },
      omit: { stateAfter: true },
    }),
    db.inboxItem.findMany({
      where: { entityId },
      select: {
        id: true,
        inboxId: true,
        outcome: true,
        partId: true,
        reading: true,
        inbox: { select: { text: true } },
      },
    }),
  ]);
  const answered = nudgeAnswers(
    events.map((event) => ({
      seq: event.seq,
      kind: event.kind,
      partId: partIdOf(event.body),
      at: (event.receivedAt ?? event.planAt).toISOString(),
      by: actorName(event.actor, locale),
      isReply: event.inboxItemId !== null,
    })),
  );
  const who = await namedActors(
    db,
    planId,
    [...events, ...late].map(({ actor }) => actor),
    locale,
  );
  const returned = new Set<string | null>();
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...events, ...late].map((event) => {
    const body = event.body as Record<string, unknown>;
    // A refused answer's event names its item in the body: the item counts for no event.
    const refused = typeof body['itemId'] === 'string' ? body['itemId'] : '';
    const item = byId.get(event.inboxItemId ?? refused);
    const reading = (body['reading'] ?? {}) as { words?: unknown };
    const part = parts.find(({ id }) => id === (body['partId'] ?? item?.partId));
    if (event.kind === 'completionReturned') returned.add(partIdOf(body));
    const again = event.kind === 'completionClaimed' && returned.has(partIdOf(body)) ? AGAIN[locale] : '';
    const said =
      item?.inbox.text ??
      [rollUpWords(item?.reading), body['words'], reading.words].find(
        (words) => typeof words === 'string' && words !== '',
      );
    return {
      id: `${event.entityId === entityId ? 'event' : 'desk'}-${event.seq}`,
      at: (event.receivedAt ?? event.planAt).toISOString(),
      kind: item || event.inboxItemId !== null ? 'reply' : 'event',
      text: `${again}${eventSentence(event.kind, body, locale)}${event.entityId === entityId ? answerText(answered.get(event.seq), locale) : ''}`,
      actor: actorName(event.actor, locale),
      who: who(event.actor, part ? unitName(part.unitId) : null),
      unit: part ? unitName(part.unitId) : null,
      via: event.via,
      words: typeof said === 'string' && said !== '' ? said : null,
      eventSeq: event.seq,
      inboxId: item?.inboxId ?? null,
      outcome: item ? (OUTCOMES[locale][item.outcome ?? ''] ?? null) : null,
      routine: isRoutine(event.kind, body),
    };
  });
}

/** What the calendar does by itself: the slots beside the story show it; nobody said or decided anything. */
function isRoutine(kind: string, { rungs }: Record<string, unknown>): boolean {
  if (kind === 'scheduled' || kind === 'rungsSkipped') return true;
  const due = Array.isArray(rungs) ? (rungs as { status?: string; reason?: string; rung?: string }[]) : [];
  return (
    kind === 'rungsDue' &&
    !due.some(({ status, reason, rung }) => status === 'held' || reason === 'no-rank' || rung === 'o10')
  );
}

/** A draft that was confirmed as it was: nobody typed it, the item has it whole. */
function rollUpWords(reading: unknown): string | null {
  const { kind, words } = (reading ?? {}) as { kind?: unknown; words?: unknown };
  return kind === 'roll-up' && typeof words === 'string' ? words : null;
}

/** 李某(代王某), where somebody answered in another's place. */
function actorName(actor: unknown, locale: Locale): string {
  const { name = '', onBehalfOf } = actor as { name?: string; onBehalfOf?: string };
  return onBehalfOf === undefined ? name : locale === 'en' ? `${name} (for ${onBehalfOf})` : `${name}(代${onBehalfOf})`;
}

const partIdOf = (body: unknown): string | null => (body as { partId?: string }).partId ?? null;

/** Of a 催办: what came of it; of anything else nothing. */
const answerText = (answer: NudgeAnswer | null | undefined, locale: Locale): string =>
  locale === 'en'
    ? englishAnswer(answer)
    : answer === undefined
      ? ''
      : answer === null
        ? '尚未答复。'
        : `${answer.by}已答复,历时${lapseText(answer.afterMs)}。`;

const englishAnswer = (answer: NudgeAnswer | null | undefined): string =>
  answer === undefined
    ? ''
    : answer === null
      ? ' Not answered yet.'
      : ` ${answer.by} answered after ${lapseText(answer.afterMs, 'en')}.`;

const UNCHECKED = {
  zh: { office: '已转办公室', open: '待本人核对' },
  en: { office: 'passed to the office', open: 'waits for its author' },
};
const AGAIN = { zh: '退回补充后再次', en: 'After it was returned: ' };

/** Typed and not yet confirmed: answered, but nothing is registered. */
async function proposalEntries(
  db: Db,
  { planId, entityId, parts, unitName, locale = 'zh' }: StoryOf,
): Promise<StoryEntry[]> {
  const open = await db.proposal.findMany({ where: { planId, status: { in: ['open', 'office'] } } });
  const mine = open.flatMap((proposal) => {
    const item = parseProposalItems(proposal.items).find((one) => one.entityId === entityId);
    return item ? [{ proposal, part: parts.find(({ id }) => id === item.partId) }] : [];
  });
  const people = await db.person.findMany({
    where: { id: { in: mine.map(({ proposal }) => proposal.personId) } },
    select: { id: true, name: true },
  });
  const inboxes = await db.inbox.findMany({
    where: { id: { in: mine.map(({ proposal }) => proposal.inboxId) } },
    select: { id: true, text: true, channel: true },
  });
  return mine.map(({ proposal, part }) => {
    const row = inboxes.find(({ id }) => id === proposal.inboxId);
    const unit = part ? unitName(part.unitId) : null;
    const name = people.find(({ id }) => id === proposal.personId)?.name ?? '';
    return {
      id: `proposal-${proposal.id}`,
      at: proposal.planAt.toISOString(),
      kind: 'reply',
      text: locale === 'en' ? 'Answered, not checked yet.' : '已答复,尚未核对。',
      actor: name,
      who: `${unit ?? ''}${name}`,
      unit,
      via: row?.channel ?? '',
      words: row?.text ?? proposal.words,
      eventSeq: null,
      inboxId: proposal.inboxId,
      outcome: UNCHECKED[locale][proposal.status === 'office' ? 'office' : 'open'],
      routine: false,
    };
  });
}
