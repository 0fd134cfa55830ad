import type { SendableMessage } from '../domain/chat/message.ts';
import type { Address, ChatPort } from '../domain/chat/port.ts';
import { lastPart, type PartRef } from '../domain/chat/sent-parts.ts';
import type { Db } from './client.ts';
import { deferRates, waitForRate } from './wait-for-rate.ts';

/** Nobody waits for it: a provider that is busier than this keeps showing the buttons, which count no more. */
const WAIT_MAX_MS = 2_000;

/**
 * Shows a sent card as closed, by the part of it that has the buttons, within the provider's limits. That it
 * shows is a courtesy, the row decides; so whatever befalls it changes nothing.
 */
export async function closeSent(
  db: Db,
  port: ChatPort,
  address: Address,
  providerRef: PartRef,
  message: SendableMessage,
  closedWith: string,
): Promise<void> {
  const { count, ref } = lastPart(providerRef);
  const parts = port.parts?.(message) ?? [message];
  const part = parts[Math.min(count, parts.length) - 1];
  if (!part) return;
  const rates = port.rates(address, 'close');
  if ((await waitForRate(db, rates, { maxWaitMs: WAIT_MAX_MS })).waitMs > 0) return;
  const result = await port.close(address, ref, part, closedWith).catch(() => null);
  if (result?.kind === 'later') await deferRates(db, rates, result);
}
