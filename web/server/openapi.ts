import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { REFUSALS } from '../../domain/refusals.ts';
import type { Route } from './route.ts';

const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    problems: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  }),
});
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/** A file as it is. */
const BYTES = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } };

/** Every route in GET /api/openapi.json, from the same data that serves it. Answers: web/api.ts. */
export function describeRoutes(app: OpenAPIHono, routes: readonly Route[]): void {
  for (const { method, path, summary, access, query, body, upload } of routes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    app.openAPIRegistry.registerPath({
      method,
      path,
      summary,
      security: access === 'public' ? [] : [{ session: [] }],
      request: {
        ...(names.length > 0 ? { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
        ...(query ? { query: query as z.ZodObject } : {}),
        ...(body ? { body: { required: true, content: json(body) } } : {}),
        ...(upload ? { body: { required: true, content: BYTES } } : {}),
        ...(method === 'post' ? { headers: z.object({ 'x-duban': z.literal('1') }) } : {}),
      },
      responses: {
        200: { description: 'The answer, as web/api.ts has it', content: json(z.looseObject({})) },
        default: { description: `A refusal: ${Object.keys(REFUSALS).join(', ')}`, content: json(refusal) },
      },
    });
  }
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'duban_session',
  });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Duban', version: '1', description: '督办 HTTP interface. Acts need the header x-duban: 1.' },
  });
}
