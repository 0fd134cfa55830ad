import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

/** A request whose head or body dribbles in is cut off, at the next look after its time. Tests shorten it. */
export interface Patience {
  headMs: number;
  requestMs: number;
  lookEveryMs: number;
}

const PATIENCE: Patience = { headMs: 10_000, requestMs: 30_000, lookEveryMs: 5_000 };
const DRAIN_WITHIN_MS = 8_000;

export interface Listening {
  /** Takes no new connection, lets requests in hand finish, then cuts what is left. */
  close(): Promise<void>;
}

/** Serves on this machine alone; a proxy of the operator's is what others reach. */
export async function listen(
  app: { fetch: Parameters<typeof serve>[0]['fetch'] },
  port: number,
  { headMs, requestMs, lookEveryMs }: Patience = PATIENCE,
): Promise<Listening> {
  const server = serve({
    fetch: app.fetch,
    hostname: '127.0.0.1',
    port,
    serverOptions: { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: lookEveryMs },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken by another program: stop it, or set DUBAN_PORT to a free one.`)
          : error,
      ),
    );
  });
  return {
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), DRAIN_WITHIN_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
