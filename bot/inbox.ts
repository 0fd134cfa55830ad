import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../domain/chat/port.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { REAL_CLOCK, type PlanClock } from '../prisma/clock.ts';
import { receiveMessage, type NewMessage } from '../prisma/queries/receive-message.ts';
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
      const row = rowOf(message, await clock.now(REAL_CLOCK));
      await failpoints('inbox.before-commit');
      const inboxId = await onRecord(prisma, row);
      if (inboxId === row.id) await failpoints('inbox.after-commit');
      kick();
      return { inboxId, duplicate: inboxId !== row.id };
    },
  };
}

/** The id of its row: another's than the one given where the same message came before. */
async function onRecord(db: PrismaClient, row: NewMessage): Promise<string> {
  const got = await receiveMessage(db, row);
  switch (got.kind) {
    case 'received':
      return row.id;
    case 'seen':
      return got.id;
    case 'holds':
      return onRecord(db, { ...row, holds: await partsOfAct(db, got.act) });
    case 'overtaken': {
      const { dedupeKey } = row;
      const { id } = await db.inbox.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } });
      return id;
    }
  }
}

function rowOf({ address, kind, ...message }: IncomingMessage, now: Date): NewMessage {
  const cleaned = message.text === null ? null : cleanText(message.text);
  const payload = cleanJson(message.payload) as Record<string, unknown>;
  const { buttonId, lines } = payload;
  return {
    id: randomUUID(),
    dedupeKey: String(cleanJson(message.dedupeKey)),
    channel: address.channel,
    team: address.team,
    externalId: address.externalId,
    kind,
    text: cleaned?.text ?? null,
    payload: cleaned?.note ? { ...payload, cleaned: cleaned.note } : payload,
    buttonId: kind === 'button' && typeof buttonId === 'string' ? buttonId : null,
    receivedAt: new Date(message.receivedAt),
    now,
    planAt: message.planAt === undefined ? null : new Date(message.planAt),
    holds: kind === 'form' ? partsOfForm(lines) : null,
  };
}

function partsOfForm(lines: unknown): { entityId: string; partId: string }[] {
  if (!Array.isArray(lines)) return [];
  return lines.filter(
    (line): line is { entityId: string; partId: string } =>
      typeof line?.entityId === 'string' && typeof line?.partId === 'string',
  );
}
