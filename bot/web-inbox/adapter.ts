import type { ChatPort } from '../../domain/chat/port.ts';

/** The page reads Delivery rows by itself: nothing is pushed, so nothing can fail, and no window is needed. */
export function createWebPort(): ChatPort {
  return {
    channel: 'web',
    hasWindow: false,
    rates: () => [],
    send: async (_address, message) => ({ kind: 'sent', providerRef: { web: message.deliveryId } }),
    close: async (_address, providerRef) => ({ kind: 'sent', providerRef }),
  };
}
