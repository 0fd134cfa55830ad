import type { AddressInfo, Server } from 'node:net';
import { serve } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { ChatListener } from '../../../bot/listener.ts';
import { addChatRoutes } from '../../../web/server/chat-routes.ts';
import { securityHeaders } from '../../../web/server/protection.ts';

/** A listener's route on a server of its own, mounted as the product does it; null where it has none. */
export async function mountRoute(listener: ChatListener): Promise<{ url: string; close(): Promise<void> } | null> {
  if (!listener.route) return null;
  const app = new OpenAPIHono();
  app.use('*', securityHeaders);
  addChatRoutes(app, [listener]);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${listener.route.path}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
