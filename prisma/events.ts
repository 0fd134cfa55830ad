import type { Actor } from '../domain/supervision/types.ts';
import { deskChainId } from '../workflows/ids.ts';
import { CHAIN_START, eventHash, type ChainedFields } from './chain-hash.ts';
import type { Db, PrismaClient } from './client.ts';
import { chainEnd } from './queries/chain-end.ts';

export type NewEvent = Omit<ChainedFields, 'seq'> & { seq?: number };

/**
 * Appends to one entity's chain, within the caller's transaction, which must hold that chain's lock. Events
 * that are there already (a repeated projection) are passed over.
 */
export async function appendEvents(tx: Db, entityId: string, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const ids = events.flatMap(({ inboxItemId }) => (inboxItemId === null ? [] : [inboxItemId]));
  const last = await chainEnd(tx, entityId, ids);
  // An item counts once; a second Event for it (its Update came again after 200 others) stands without the id.
  const taken = new Set(last.taken);
  let seq = last.seq ?? 0;
  let prevHash = last.hash ?? CHAIN_START;
  for (const event of events) {
    if (event.seq !== undefined && event.seq <= (last.seq ?? 0)) continue;
    if (event.seq !== undefined && event.seq !== seq + 1)
      throw new Error(`the chain of ${entityId} misses event ${seq + 1}`);
    seq += 1;
    const repeated = event.inboxItemId !== null && taken.has(event.inboxItemId);
    const row: ChainedFields = { ...event, seq, inboxItemId: repeated ? null : event.inboxItemId };
    const hash = eventHash(prevHash, row);
    await insertEvent(tx, { ...row, prevHash, hash });
    prevHash = hash;
  }
}

/** In SQL: Prisma's own create walks every member of a state, which costs three times what the row does. */
async function insertEvent(tx: Db, event: ChainedFields & { prevHash: string; hash: string }): Promise<void> {
  const { entityId, seq, planId, kind, actor, via, inboxItemId, receivedAt, recordedAt, planAt, body, stateAfter } =
    event;
  const { schemaVersion, calendarVersion, ruleVersion, generation, version, prevHash, hash } = event;
  await tx.$executeRaw`
    INSERT INTO "Event" ("entityId", "seq", "planId", "kind", "actor", "via", "inboxItemId", "receivedAt", "recordedAt",
      "planAt", "schemaVersion", "calendarVersion", "ruleVersion", "generation", "version", "body", "stateAfter",
      "prevHash", "hash")
    VALUES (${entityId}, ${seq}, ${planId}, ${kind}, ${JSON.stringify(actor)}::jsonb, ${via}, ${inboxItemId},
      ${receivedAt}, ${recordedAt}, ${planAt}, ${schemaVersion}, ${calendarVersion}, ${ruleVersion}, ${generation},
      ${version}, ${JSON.stringify(body)}::jsonb, ${stateAfter === null ? null : JSON.stringify(stateAfter)}::jsonb,
      ${prevHash}, ${hash})`;
}

/** Holds the chain's lock until the transaction ends, so that two writers never fork it. */
export async function lockChain(tx: Db, entityId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM (SELECT pg_advisory_xact_lock(hashtextextended(${entityId}, 7))) AS lock`;
}

export interface DeskEvent {
  planId: string;
  kind: string;
  actor: Actor;
  via: string;
  body: Record<string, unknown>;
  planAt?: Date;
  inboxItemId?: string;
}

/** Kind of the desk's event that keeps an answer to a task whose workflow is over; its body names the task. */
export const REPLY_AFTER_WITHDRAWAL = 'replyAfterWithdrawal';

/** Kind of the desk's event for a file that came after its task was over; its body names the task. */
export const EVIDENCE_AFTER_END = 'evidenceFiled';

/** What happens outside an open workflow: refusals, imports, bindings, releases. */
export async function appendDeskEvent(db: PrismaClient, event: DeskEvent): Promise<void> {
  await db.$transaction((tx) => appendDeskEventIn(tx, event));
}

export async function appendDeskEventIn(tx: Db, event: DeskEvent): Promise<void> {
  const entityId = deskChainId(event.planId);
  await lockChain(tx, entityId);
  const recordedAt = new Date();
  await appendEvents(tx, entityId, [
    {
      entityId,
      planId: event.planId,
      kind: event.kind,
      actor: event.actor,
      via: event.via,
      inboxItemId: event.inboxItemId ?? null,
      receivedAt: null,
      recordedAt,
      planAt: event.planAt ?? recordedAt,
      schemaVersion: 1,
      calendarVersion: 0,
      ruleVersion: 1,
      generation: 0,
      version: 0,
      body: event.body,
      stateAfter: null,
    },
  ]);
}
