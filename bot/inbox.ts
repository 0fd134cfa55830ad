import { randomUUID } from 'node:crypto';
import type { ButtonAct } from '../domain/chat/message.ts';
import type { IncomingMessage } from '../domain/chat/port.ts';
import { Prisma, type Db, type PrismaClient } from '../prisma/client.ts';
import { noteAddressUsed } from '../prisma/channel-failures.ts';
import { REAL_CLOCK, type PlanClock } from '../prisma/clock.ts';
import { holdParts } from '../prisma/queries/hold-parts.ts';
import { holdPerson } from '../prisma/queries/hold-person.ts';
import { cleanJson, cleanText } from './clean-input.ts';
import { resolvePerson } from './directory/resolve-person.ts';
import type { BotFailpoints } from './failpoints.ts';
import { homePlan } from './plan-talk.ts';
import { partsOfAct } from './parts-of-act.ts';

export interface Received {
  inboxId: string;
  /** The same message came before: acknowledged again, counted once. */
  duplicate: boolean;
}

export interface Inbox {
  /** Resolves once the row is committed; only then may the provider hear yes. Throws where it could not be. */
  receive(message: IncomingMessage): Promise<Received>;
}

export interface InboxDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  failpoints: BotFailpoints;
  /** Wakes the dispatcher; called after the commit. */
  kick: () => void;
}

/** The one way in for everything that people send, on every channel. */
export function createInbox({ prisma, clock, failpoints, kick }: InboxDeps): Inbox {
  return {
    async receive(message) {
      const seen = await findByKey(prisma, message.dedupeKey);
      if (seen) {
        kick();
        return { inboxId: seen.id, duplicate: true };
      }
      const personId = await resolvePerson(prisma, message.address);
      const act = message.kind === 'button' ? await actOfButton(prisma, message.payload['buttonId']) : null;
      const clockId = await clockOf(prisma, personId, act?.clockId ?? null);
      const planAt = message.planAt === undefined ? await clock.now(clockId) : new Date(message.planAt);
      const id = randomUUID();
      try {
        await prisma.$transaction(async (tx) => {
          await tx.inbox.create({ data: rowOf(message, { id, personId, clockId, planAt }) });
          await hold(tx, id, personId, message, act?.act ?? null);
          // Who writes from an address can be reached there.
          await noteAddressUsed(tx, message.address);
          await failpoints('inbox.before-commit');
        });
      } catch (error) {
        // Two deliveries of one message at once: the other one was first.
        const first = isUniqueViolation(error) ? await findByKey(prisma, message.dedupeKey) : null;
        if (!first) throw error;
        return { inboxId: first.id, duplicate: true };
      }
      await failpoints('inbox.after-commit');
      kick();
      return { inboxId: id, duplicate: false };
    },
  };
}

const findByKey = (db: Db, dedupeKey: string) => db.inbox.findUnique({ where: { dedupeKey }, select: { id: true } });

function rowOf(
  message: IncomingMessage,
  own: { id: string; personId: string | null; clockId: string; planAt: Date },
): Prisma.InboxUncheckedCreateInput {
  const cleaned = message.text === null ? null : cleanText(message.text);
  const payload = cleanJson(message.payload) as Record<string, unknown>;
  return {
    ...own,
    dedupeKey: message.dedupeKey,
    channel: message.address.channel,
    team: message.address.team,
    externalId: message.address.externalId,
    kind: message.kind,
    text: cleaned?.text ?? null,
    payload: (cleaned?.note ? { ...payload, cleaned: cleaned.note } : payload) as Prisma.InputJsonValue,
    receivedAt: new Date(message.receivedAt),
  };
}

/** Prompts that this message may answer are not sent while it is read. */
async function hold(
  tx: Db,
  inboxId: string,
  personId: string | null,
  message: IncomingMessage,
  act: ButtonAct | null,
): Promise<void> {
  if (personId === null) return;
  if (message.kind === 'text') await holdPerson(tx, inboxId, personId);
  const parts = act ? await partsOfAct(tx, act) : message.kind === 'form' ? partsOfForm(message.payload['lines']) : [];
  if (parts.length > 0) await holdParts(tx, inboxId, parts);
}

function partsOfForm(lines: unknown): { entityId: string; partId: string }[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(
    (line): line is { entityId: string; partId: string } =>
      typeof line?.entityId === 'string' && typeof line?.partId === 'string',
  );
}

async function actOfButton(db: Db, buttonId: unknown): Promise<{ act: ButtonAct; clockId: string } | null> {
  if (typeof buttonId !== 'string') return null;
  const action = await db.action.findUnique({
    where: { id: String(cleanJson(buttonId)) },
    include: { delivery: { select: { clockId: true } } },
  });
  return action && { act: action.act as unknown as ButtonAct, clockId: action.delivery.clockId };
}

/** Whose time it is for this person: the pressed card's, else that of the plan they are spoken to in (a leader's by grant). */
async function clockOf(db: Db, personId: string | null, ofCard: string | null): Promise<string> {
  if (ofCard !== null) return ofCard;
  if (personId === null) return REAL_CLOCK;
  const planId = await homePlan(db, personId);
  const plan = planId === '' ? null : await db.plan.findUnique({ where: { id: planId }, select: { clockId: true } });
  return plan?.clockId ?? REAL_CLOCK;
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
