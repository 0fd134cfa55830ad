import { Client, Connection, type ConnectionOptions } from '@temporalio/client';

export interface TemporalTarget {
  namespace: string;
  options: ConnectionOptions;
}

/**
 * A client that connects when first asked, and again after a failure: a bot must come up while Temporal is
 * still down.
 */
export function lazyClient({ namespace, options }: TemporalTarget): {
  client: () => Promise<Client>;
  close: () => Promise<void>;
} {
  let connecting: Promise<Connection> | null = null;
  return {
    async client() {
      connecting ??= Connection.connect({ ...options, connectTimeout: 3_000 });
      try {
        return new Client({ connection: await connecting, namespace });
      } catch (error) {
        connecting = null;
        throw error;
      }
    },
    async close() {
      const open = await connecting?.catch(() => null);
      await open?.close();
    },
  };
}
