import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { RefusedError } from '../../domain/refusals.ts';
import { englishSentence } from '../../domain/chat/catalogue/en-summaries.ts';
import type { Locale } from '../../domain/chat/catalogue/index.ts';
import type { Acted, ApiError } from '../api.ts';
import { addChatRoutes } from './chat-routes.ts';
import { tokenOf } from './cookie.ts';
import type { WebDeps } from './deps.ts';
import { errorBoundary } from './errors.ts';
import { requireMay } from './guard.ts';
import { addHealthRoutes } from './health-routes.ts';
import { pageLanguage } from './page-language.ts';
import { describeRoutes } from './openapi.ts';
import { addPage } from './page.ts';
import { limitedBody, sameOrigin, securityHeaders, uncached } from './protection.ts';
import { checked, checkedParams, readJson } from './read-input.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes/index.ts';
import { findSession } from './session.ts';
import { subjectOf } from './subject.ts';
import { viewerOf, type Viewer } from './viewer.ts';

/** The whole HTTP interface and the page, without listening anywhere. */
export function createWebApp(deps: WebDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError(errorBoundary(deps.desk.log));
  app.use('*', securityHeaders);
  addHealthRoutes(app, deps);
  addChatRoutes(app, deps.listeners);
  app.use('/api/*', uncached, limitedBody(ROUTES), sameOrigin);
  describeRoutes(app, ROUTES);
  for (const route of ROUTES)
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), (c) => answer(deps, route, c));
  app.all('/api/*', (c) =>
    c.json(
      {
        error: {
          code: 'INPUT_INVALID',
          message: pageLanguage(c) === 'en' ? 'There is no such address.' : '没有这个接口地址。',
        },
      } satisfies ApiError,
      404,
    ),
  );
  addPage(app, deps.pageFolder);
  return app;
}

/** Session, then rights, then shape, then the act: nobody learns from a complaint about shape what they may not do. */
async function answer(deps: WebDeps, route: Route, c: Context): Promise<Response> {
  const params = checkedParams(c.req.param() as Record<string, string>);
  const viewer = route.access === 'public' ? null : await signedIn(deps, c);
  if (viewer && typeof route.access === 'object') {
    const { act, on, judged = 'actor' } = route.access;
    await requireMay(
      deps.desk,
      viewer[judged],
      act,
      await subjectOf(deps.desk.prisma, on, params, viewer[judged].personId),
    );
  }
  const query = checked(route.query, c.req.query());
  const body = await bodyOf(route, c);
  const result = await route.run({ deps, context: c, params, query, body, viewer: viewer as Viewer });
  return result instanceof Response ? result : c.json(inLanguage(result as object, pageLanguage(c)));
}

/** What an act answers is a sentence of the record's wording, said in the language of the page that asked. */
function inLanguage(result: object, locale: Locale | undefined): object {
  const { ok, summary } = result as Partial<Acted>;
  return locale === 'en' && ok === true && summary !== undefined
    ? { ...result, summary: englishSentence(summary) }
    : result;
}

async function bodyOf(route: Route, c: Context): Promise<unknown> {
  if (route.upload) return new Uint8Array(await c.req.arrayBuffer());
  return route.method === 'post' ? checked(route.body, await readJson(c)) : undefined;
}

async function signedIn(deps: WebDeps, c: Context): Promise<Viewer> {
  const session = await findSession(deps.desk.prisma, tokenOf(c), deps.realNow());
  if (!session) throw new RefusedError('SESSION_REQUIRED');
  return viewerOf(deps.desk.prisma, session, pageLanguage(c));
}
