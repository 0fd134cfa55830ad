import { apiError } from './api-error.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export interface Limits {
  /** Off until a test wants them. */
  enforced: boolean;
  /** Counts one message, or refuses it with 429 and the seconds to wait. */
  take(chat: number): void;
}

/** Bot FAQ: 1 message a second to a chat, 20 a minute to a group, 30 a second in all. */
export function createLimits(now: () => number): Limits {
  const sent: { chat: number; at: number }[] = [];
  const wait = (within: { at: number }[], most: number, spanMs: number): number => {
    const fresh = within.filter(({ at }) => at > now() - spanMs);
    const first = fresh[fresh.length - most];
    return first ? Math.max(1, Math.ceil((first.at + spanMs - now()) / SECOND_MS)) : 0;
  };
  const limits: Limits = {
    enforced: false,
    take(chat) {
      if (!limits.enforced) return;
      const ofChat = sent.filter((one) => one.chat === chat);
      const seconds = Math.max(
        wait(sent, 30, SECOND_MS),
        chat < 0 ? wait(ofChat, 20, MINUTE_MS) : wait(ofChat, 1, SECOND_MS),
      );
      if (seconds > 0) throw apiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
      sent.push({ chat, at: now() });
    },
  };
  return limits;
}
