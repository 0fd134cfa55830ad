/**
 * Whom a provider holds back right now. Neither Slack nor Telegram says whether a 429 is the conversation's limit
 * or the whole token's: two conversations at once are taken for the token's.
 */
export interface HeldBack {
  /** A call there has ended its own wait, whatever came of it: is anybody else held back? */
  othersThan(chat: string): boolean;
  hold(chat: string, forMs: number): void;
}

export function createHeldBack(now: () => number): HeldBack {
  const until = new Map<string, number>();
  return {
    othersThan(chat) {
      for (const [other, end] of until) if (end <= now() || other === chat) until.delete(other);
      return until.size > 0;
    },
    hold: (chat, forMs) => void until.set(chat, now() + forMs),
  };
}
