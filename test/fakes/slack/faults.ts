/**
 * What is done to a call instead of answering it. `store-then-hang` and `truncated` take the message first;
 * `reset` cuts the connection before anything was taken.
 */
export type FaultMode =
  | { kind: 'rate-limited'; retryAfterSeconds: number }
  | { kind: 'server-error' }
  | { kind: 'bad-gateway' }
  /** 200 with a page of some proxy, which takes nothing. */
  | { kind: 'page' }
  | { kind: 'truncated' }
  | { kind: 'store-then-hang' }
  | { kind: 'reset' }
  | { kind: 'error'; error: string };

export interface Fault {
  /** Every method where absent. */
  method?: string;
  /** Every conversation where absent. */
  channel?: string;
  mode: FaultMode;
  /** For how many calls; Infinity until cleared. */
  times?: number;
}

export interface Faults {
  inject(fault: Fault): void;
  clear(): void;
  /** What becomes of this call; it counts against the fault. */
  take(method: string, channel: string): FaultMode | null;
}

export function createFaults(): Faults {
  let faults: (Fault & { left: number })[] = [];
  return {
    inject: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    clear: () => void (faults = []),
    take(method, channel) {
      const fault = faults.find(
        (each) =>
          each.left > 0 &&
          (each.method === undefined || each.method === method) &&
          (each.channel === undefined || each.channel === channel),
      );
      if (!fault) return null;
      fault.left -= 1;
      return fault.mode;
    },
  };
}

export interface ChannelRate {
  /** Off at first: most tests are about other things. */
  on: boolean;
  /** Seconds to wait, or 0. */
  take(channel: string): number;
}

/** About one message a second in a conversation, short bursts allowed, as Slack has it. */
export function createChannelRate(now: () => number = Date.now, burst = 1): ChannelRate {
  const taken = new Map<string, number[]>();
  return {
    on: false,
    take(channel) {
      if (!this.on) return 0;
      const recent = (taken.get(channel) ?? []).filter((at) => now() - at < 1_000);
      if (recent.length >= burst) return 1;
      taken.set(channel, [...recent, now()]);
      return 0;
    },
  };
}
