import type { ListenerIdentity } from './listener.ts';

/** One thing that the bot needs. `late`: works without it for now. */
export interface PartHealth {
  state: 'ok' | 'late' | 'down';
  /** What is seen, without addresses that hold secrets. */
  note?: string;
}

/** `connected`: the chat providers that are listened to, each by itself. */
export interface ChannelsHealth extends PartHealth {
  connected?: ConnectedChannel[];
}

/** A chat provider that this installation is connected to. */
export interface ConnectedChannel extends PartHealth, ListenerIdentity {
  channel: string;
}

export interface Health {
  /** Fit to be used: database and Temporal answer, and the demo isn't catching up. */
  ready: boolean;
  light: 'green' | 'yellow' | 'red';
  parts: { temporal: PartHealth; database: PartHealth; channels: ChannelsHealth; worker: PartHealth; demo: PartHealth };
}

/** Database, Temporal and the demo decide on ready; everything else only colours it. */
export function healthOf(parts: Health['parts']): Health {
  const needed = [parts.database, parts.temporal];
  const ready = needed.every(({ state }) => state === 'ok') && parts.demo.state !== 'down';
  const calm = Object.values(parts).every(({ state }) => state === 'ok');
  const red = parts.database.state === 'down';
  return { ready, light: calm ? 'green' : red ? 'red' : 'yellow', parts };
}
