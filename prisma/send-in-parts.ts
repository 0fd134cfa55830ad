import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort, SendResult } from '../domain/chat/port.ts';
import { partialRef, partsSent, wholeRef, type PartRef } from '../domain/chat/sent-parts.ts';
import type { Db, Prisma } from './client.ts';
import { deferRates, waitForRate, type RateVerdict, type RateWait } from './wait-for-rate.ts';

/** A wait for the provider's rate that is longer than `maxWaitMs` isn't waited out: `waits`. */
export interface PartOptions extends RateWait {
  /** Asked right before each call; false: somebody else has taken this message over. */
  mayCall?: () => Promise<boolean>;
  afterCall?: () => Promise<void>;
}

export type PartsEnd = SendResult | ({ kind: 'waits' } & RateVerdict) | { kind: 'taken-over' };

/**
 * Sends what has not gone yet of a message, part by part, each within the provider's limits and on record before
 * the next: a crash between two repeats none that is on record.
 */
export async function sendInParts(
  db: Db,
  port: ChatPort,
  address: Address,
  message: SendableMessage,
  { mayCall, afterCall, ...wait }: PartOptions,
): Promise<PartsEnd> {
  const parts = partsOf(port, message);
  const refs = await refsOnRecord(db, address, message, parts);
  for (const part of parts.slice(refs.length)) {
    const verdict = await waitForRate(db, port.rates(address), wait);
    if (verdict.waitMs > 0) return { kind: 'waits', ...verdict };
    if (mayCall && !(await mayCall())) return { kind: 'taken-over' };
    const result = await port.send(address, part);
    await afterCall?.();
    if (result.kind === 'later') await deferRates(db, port.rates(address), result);
    if (result.kind !== 'sent') return result;
    refs.push(result.providerRef);
    if (refs.length < parts.length) await keepParts(db, address, message, refs);
  }
  return { kind: 'sent', providerRef: wholeRef(refs) };
}

/** The provider's reference where all of the message did arrive; null: surely not, or nobody can say, and the rest of it goes again. */
export async function didArrive(
  db: Db,
  port: ChatPort | undefined,
  address: Address,
  message: SendableMessage,
  since: string,
): Promise<PartRef | 'unknown' | null> {
  if (!port?.reconcile) return null;
  const parts = partsOf(port, message);
  const refs = await refsOnRecord(db, address, message, parts);
  for (const part of parts.slice(refs.length)) {
    const found = await port.reconcile(address, part, since).catch(() => 'unknown' as const);
    if (found === 'unknown' || found === null) return found;
    refs.push(found);
    if (refs.length < parts.length) await keepParts(db, address, message, refs);
  }
  return wholeRef(refs);
}

const partsOf = (port: ChatPort, message: SendableMessage): SendableMessage[] => port.parts?.(message) ?? [message];

async function refsOnRecord(
  db: Db,
  address: Address,
  { deliveryId }: SendableMessage,
  parts: SendableMessage[],
): Promise<PartRef[]> {
  if (parts.length === 1) return [];
  const row = await db.delivery.findUnique({ where: { id: deliveryId }, select: { providerRef: true } });
  return partsSent(row?.providerRef, address).slice(0, parts.length - 1);
}

async function keepParts(db: Db, address: Address, { deliveryId }: SendableMessage, refs: PartRef[]): Promise<void> {
  await db.delivery.update({
    where: { id: deliveryId },
    data: { providerRef: partialRef(address, refs) as Prisma.InputJsonValue },
  });
}
