import type { IncomingMessage } from '../../domain/chat/port.ts';

/** What something that Slack delivered comes to. */
export type Decoded =
  | { kind: 'message'; message: IncomingMessage }
  /** Said where others read along: answered with one sentence that only its author sees. */
  | { kind: 'elsewhere'; channel: string; user: string }
  | { kind: 'ignored'; why: string };

export const ignored = (why: string): Decoded => ({ kind: 'ignored', why });

/** What the listener knows besides the body. */
export interface Heard {
  /** The workspace, already checked. */
  team: string;
  /** Our clock. */
  receivedAt: string;
}

export const addressOf = ({ team }: Heard, externalId: string) => ({ channel: 'slack' as const, team, externalId });
