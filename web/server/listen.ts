import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

/** A request whose head or body dribbles in is cut off. */
const HEAD_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const DRAIN_WITHIN_MS = 8_000;

export interface Listening {
  /** Takes no new connection, lets requests in hand finish, then cuts what is left. */
  close(): Promise<void>;
}

/** Serves on this machine alone; a proxy of the operator's is what others reach. */
export async function listen(app: { fetch: Parameters<typeof serve>[0]['fetch'] }, port: number): Promise<Listening> {
  const server = serve({
    fetch: app.fetch,
    hostname: '127.0.0.1',
    port,
    serverOptions: { headersTimeout: HEAD_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
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
