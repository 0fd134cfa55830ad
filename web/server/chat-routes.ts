import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ChatListener } from '../../bot/listener.ts';

/** Where providers that call us are heard. Each authenticates and bounds its own requests; a way that isn't set up is a 404. */
export function addChatRoutes(app: OpenAPIHono, listeners: readonly ChatListener[]): void {
  for (const { route } of listeners) if (route) app.all(route.path, (c) => route.handle(c));
  app.all('/slack/*', (c) => c.body(null, 404));
  app.all('/telegram/*', (c) => c.body(null, 404));
}
