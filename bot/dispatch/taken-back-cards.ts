import { catalogueFor, type Locale } from '../../domain/chat/catalogue/index.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Db } from '../../prisma/client.ts';
import type { PartRef } from '../parts-of-act.ts';
import type { Decision, RowContext } from './types.ts';

/** An answer that was taken back. */
export interface TakenBack extends PartRef {
  itemId: string;
  /** 第(九)项. */
  label: string;
  /** Parts of linked tasks in which it was taken back too. */
  also?: PartRef[];
}

/** Cards of an answer are at most as old as its proposal may wait. */
const CARDS_MS = 7 * 24 * 60 * 60_000;

/**
 * Cards that were closed with what these answers registered, on whatever channel and whoever got them: they say that
 * it was taken back. Of a card that stands for more than these, what it said stays, and which of it no longer holds.
 */
export async function takenBackCards(
  context: RowContext,
  taken: TakenBack[],
  locale: Locale | undefined,
): Promise<Decision['closes']> {
  if (taken.length === 0) return [];
  const { row, person, pressed, deps } = context;
  const { prisma } = deps;
  const items = await prisma.inboxItem.findMany({
    where: { id: { in: taken.map(({ itemId }) => itemId) } },
    select: { id: true, inboxId: true, appliedAt: true, result: true },
  });
  const { answers } = catalogueFor(locale);
  const closes = new Map<string, Decision['closes'][number]>();
  const say = (card: { id: string; closedWith: string | null }, labels: string[] | null): void => {
    const before = closes.get(card.id)?.closedWith ?? card.closedWith ?? '';
    const closedWith = labels
      ? `${before}${answers.takenBackOf(labels)}`
      : answers.closedBy(answers.takenBack, person.name);
    closes.set(card.id, {
      deliveryId: card.id,
      closedWith,
      ...(card.closedWith === null ? {} : { instead: card.closedWith }),
    });
  };
  const since = new Date(row.planAt.getTime() - CARDS_MS);
  for (const inboxId of new Set(items.map((item) => item.inboxId))) {
    const own = taken.filter(({ itemId }) => items.some((item) => item.id === itemId && item.inboxId === inboxId));
    const isAll = await wasAllOf(prisma, inboxId, own);
    const proposals = await prisma.proposal.findMany({
      where: { inboxId, status: 'confirmed', deliveryId: { not: null } },
      select: { deliveryId: true },
    });
    const cards = await prisma.delivery.findMany({
      where: { id: { in: proposals.flatMap(({ deliveryId }) => deliveryId ?? []) }, closedAt: { not: null } },
    });
    for (const card of cards) say(card, isAll ? null : own.map(({ label }) => label));
  }
  for (const one of taken) {
    const item = items.find(({ id }) => id === one.itemId);
    if (!item?.appliedAt) continue;
    const { summary = '' } = (item.result ?? {}) as { summary?: string };
    const closed = await closedSince(prisma, [one, ...(one.also ?? [])], {
      at: item.appliedAt,
      personId: person.id,
      since,
    });
    for (const card of closed.filter(({ id }) => !closes.has(id))) {
      if (saysSo(card.closedWith ?? '', summary)) say(card, null);
      else if (ALL_DONE.includes(card.closedWith ?? '')) say(card, [one.label]);
    }
  }
  for (const id of await openConfirmations(prisma, taken, { personId: person.id, since }))
    if (id !== pressed?.deliveryId) say({ id, closedWith: null }, null);
  return [...closes.values()];
}

const LOCALES = ['zh', 'en'] as const;
const ALL_DONE = LOCALES.map((locale) => catalogueFor(locale).answers.allDone);

/** In whichever language it was closed. */
const saysSo = (closedWith: string, summary: string): boolean =>
  summary !== '' &&
  LOCALES.some((locale) =>
    closedWith.startsWith(
      catalogueFor(locale)
        .answers.closedBy(summary, '')
        .replace(/[。.]$/, ''),
    ),
  );

/** Nothing else was registered of the words that brought these. */
async function wasAllOf(db: Db, inboxId: string, taken: TakenBack[]): Promise<boolean> {
  const recorded = await db.inboxItem.findMany({
    where: { inboxId, outcome: 'recorded' },
    select: { id: true, reading: true },
  });
  return recorded.every(
    ({ id, reading }) =>
      (reading as { sharedFrom?: unknown }).sharedFrom !== undefined || taken.some(({ itemId }) => itemId === id),
  );
}

/** Prompts about these parts, and questions to this person about them, that were closed since. */
async function closedSince(
  db: Db,
  parts: PartRef[],
  { at, personId, since }: { at: Date; personId: string; since: Date },
): Promise<{ id: string; closedWith: string | null }[]> {
  const prompts = await db.prompt.findMany({
    where: { deliveryId: { not: null }, OR: parts.map(({ entityId, partId }) => ({ entityId, partId })) },
    select: { deliveryId: true },
  });
  return db.delivery.findMany({
    where: {
      closedAt: { gte: at },
      OR: [
        { id: { in: prompts.flatMap(({ deliveryId }) => deliveryId ?? []) } },
        {
          personId,
          klass: 'answer',
          planAt: { gte: since },
          actions: { some: { OR: parts.map(({ entityId }) => ({ act: { path: ['entityId'], equals: entityId } })) } },
        },
      ],
    },
    select: { id: true, closedWith: true },
  });
}

/** Confirmations that still offer to take back what is taken back by now, and nothing else. */
async function openConfirmations(
  db: Db,
  taken: TakenBack[],
  { personId, since }: { personId: string; since: Date },
): Promise<string[]> {
  const offered = await db.action.findMany({
    where: {
      delivery: { personId, klass: 'answer', closedAt: null, planAt: { gte: since } },
      act: { path: ['kind'], equals: 'withdraw' },
    },
    select: { deliveryId: true, act: true },
  });
  return offered.flatMap(({ deliveryId, act }) =>
    (act as unknown as Extract<ButtonAct, { kind: 'withdraw' }>).items.every(({ itemId }) =>
      taken.some((one) => one.itemId === itemId),
    )
      ? [deliveryId]
      : [],
  );
}
