import type { Instant } from '../plan/types.ts';
import type { SendableMessage } from './message.ts';
import type { Address, ChatPort } from './port.ts';

/** The provider's reference where the message did arrive; null: surely not, or nobody can say, and it goes again. */
export async function didArrive(
  port: ChatPort | undefined,
  address: Address,
  message: SendableMessage,
  since: Instant,
): Promise<Record<string, unknown> | 'unknown' | null> {
  if (!port?.reconcile) return null;
  return port.reconcile(address, message, since).catch(() => 'unknown' as const);
}
