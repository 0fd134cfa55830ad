import type { AddressInfo, Server } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { ChatListener } from '../../../bot/listener.ts';
import { securityHeaders } from '../../../web/server/protection.ts';

/** A listener's route on a server of its own, mounted as the product does it. */
export async function mountRoute({
  path,
  handle,
}: NonNullable<ChatListener['route']>): Promise<{ url: string; close(): Promise<void> }> {
  const app = new Hono();
  app.use('*', securityHeaders);
  app.all(path, (c) => handle(c));
  app.all(`${path}/*`, (c) => handle(c));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
