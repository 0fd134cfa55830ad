import type { InboxRow } from './types.ts';

/** By which way a row came: its channel, or the command line, whose answers go through the web inbox. */
export const viaOf = ({ channel, payload }: Pick<InboxRow, 'channel' | 'payload'>): string =>
  (payload as { by?: unknown } | null)?.by === 'cli' ? 'cli' : channel;
