import type { ChatPort, SendResult } from '../../domain/chat/port.ts';

const TIMEOUT_MS = 10_000;
const LATER_MS = 1_000;

/** A chat provider with a send window, limits and an effect outside: everything that the web inbox lacks. */
export function createLedgerPort(ledger: string): ChatPort {
  return {
    channel: 'slack',
    hasWindow: true,
    rates: ({ externalId }) => [
      { key: `scripted//${externalId}`, perSecond: 4 },
      { key: 'scripted', perSecond: 40 },
    ],
    async send({ externalId }, { deliveryId, klass, heading, lines }): Promise<SendResult> {
      const body = JSON.stringify({ deliveryId, person: externalId, klass, text: [heading, ...lines].join('\n') });
      try {
        const response = await fetch(`${ledger}/send`, {
          method: 'POST',
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (!response.ok)
          return { kind: 'later', scope: 'address', retryAfterMs: LATER_MS, reason: `status ${response.status}` };
        return { kind: 'sent', providerRef: (await response.json()) as Record<string, unknown> };
      } catch (error) {
        return wasRefused(error)
          ? { kind: 'later', scope: 'address', retryAfterMs: LATER_MS, reason: 'refused' }
          : { kind: 'ambiguous', reason: String(error) };
      }
    },
    close: async (_address, providerRef) => ({ kind: 'sent', providerRef }),
  };
}

/** Nothing can have been taken where nobody listened. */
const wasRefused = (error: unknown): boolean => (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';
