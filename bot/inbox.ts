import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../domain/chat/port.ts';
import type { Db, PrismaClient } from '../prisma/client.ts';
import { REAL_CLOCK, type PlanClock } from '../prisma/clock.ts';
import { aboutMessage, type AboutMessage } from '../prisma/queries/about-message.ts';
import { homePlanOf } from '../prisma/queries/home-plan.ts';
import { insertInboxRow, type NewInboxRow } from '../prisma/queries/insert-inbox-row.ts';
import { cleanJson, cleanText } from './clean-input.ts';
import type { BotFailpoints } from './failpoints.ts';
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
      const { address, kind, payload } = message;
      const dedupeKey = String(cleanJson(message.dedupeKey));
      const buttonId = kind === 'button' ? buttonIn(payload) : null;
      const about = await aboutMessage(prisma, { ...address, dedupeKey, buttonId });
      if (about.seenId !== null) {
        kick();
        return { inboxId: about.seenId, duplicate: true };
      }
      const { personId } = about;
      const { clockId, offsetMs } = await clockOf(prisma, about);
      const planAt = message.planAt === undefined ? await clock.now(clockId, offsetMs) : new Date(message.planAt);
      const holds = await holdsOf(prisma, message, about);
      const row = rowOf(message, { id: randomUUID(), dedupeKey, personId, clockId, planAt, ...holds });
      await failpoints('inbox.before-commit');
      if (!(await insertInboxRow(prisma, row))) {
        // Two deliveries of one message at once: the other one was first.
        const { id } = await prisma.inbox.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
        kick();
        return { inboxId: id, duplicate: true };
      }
      await failpoints('inbox.after-commit');
      kick();
      return { inboxId: row.id, duplicate: false };
    },
  };
}

function rowOf(
  message: IncomingMessage,
  own: Pick<NewInboxRow, 'id' | 'dedupeKey' | 'personId' | 'clockId' | 'planAt' | 'holdsAll' | 'holds'>,
): NewInboxRow {
  const cleaned = message.text === null ? null : cleanText(message.text);
  const payload = cleanJson(message.payload) as Record<string, unknown>;
  const { channel, team, externalId } = message.address;
  return {
    ...own,
    channel,
    team,
    externalId,
    kind: message.kind,
    text: cleaned?.text ?? null,
    payload: cleaned?.note ? { ...payload, cleaned: cleaned.note } : payload,
    receivedAt: new Date(message.receivedAt),
  };
}

/** Prompts that this message may answer are not sent while it is read: words may answer anything of their author's. */
async function holdsOf(
  db: Db,
  { kind, payload }: IncomingMessage,
  { personId, act }: AboutMessage,
): Promise<Pick<NewInboxRow, 'holdsAll' | 'holds'>> {
  if (personId === null) return { holdsAll: false, holds: [] };
  const holds = act ? await partsOfAct(db, act) : kind === 'form' ? partsOfForm(payload['lines']) : [];
  return { holdsAll: kind === 'text', holds };
}

const buttonIn = ({ buttonId }: IncomingMessage['payload']): string | null =>
  typeof buttonId === 'string' ? String(cleanJson(buttonId)) : null;

function partsOfForm(lines: unknown): { entityId: string; partId: string }[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(
    (line): line is { entityId: string; partId: string } =>
      typeof line?.entityId === 'string' && typeof line?.partId === 'string',
  );
}

/** Whose time it is: the pressed card's, else that of the plan in which the person is spoken to (a leader's by grant). */
async function clockOf(
  db: Db,
  { personId, clockId, offsetMs }: AboutMessage,
): Promise<{ clockId: string; offsetMs: number | null }> {
  if (clockId !== null) return { clockId, offsetMs };
  const home = personId === null ? null : await homePlanOf(db, personId);
  return home?.clockId ? { clockId: home.clockId, offsetMs: home.offsetMs } : { clockId: REAL_CLOCK, offsetMs: null };
}
