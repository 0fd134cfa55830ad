import type { OpenAPIHono } from '@hono/zod-openapi';
import { metricsText } from '../../bot/metrics.ts';
import type { WebDeps } from './deps.ts';

/** For supervisors and monitors: no session, nothing about people or plans in them. */
export function addHealthRoutes(app: OpenAPIHono, deps: WebDeps): void {
  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const { ready, light, parts } = await deps.health();
    return c.json({ ready, light, ...parts }, ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await metricsText(deps.desk.prisma, deps.desk.clock), 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    }),
  );
}
