import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>督办</title>
<body><p>页面尚未构建。请在项目目录运行 npm start,构建完成后刷新本页。</p><p>The page is not built yet: run npm start, then reload.</p></body></html>`;

/** The built page; every other address of it is the page too, which finds its own way. */
export function addPage(app: OpenAPIHono, folder: string): void {
  // Names of assets hold a hash of their content.
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('/assets/*', (c) => c.text('not found', 404));
  // What makes it a page that a telephone installs; asked for anew each time, so that a new version is seen.
  for (const path of ['/manifest.webmanifest', '/sw.js', '/icons/*'])
    app.use(path, serveStatic({ root: folder, onFound: (_path, c) => c.header('cache-control', 'no-cache') }));
  app.get('/icons/*', (c) => c.text('not found', 404));
  app.get('/sw.js', (c) => c.text('not found', 404));
  app.get('/manifest.webmanifest', (c) => c.text('not found', 404));
  const index = serveStatic({
    path: join(folder, 'index.html'),
    onFound: (_path, c) => c.header('cache-control', 'no-cache'),
  });
  app.get('*', async (c, next) => {
    if (!existsSync(join(folder, 'index.html'))) return c.html(NOT_BUILT, 503);
    return (await index(c, next)) ?? c.html(NOT_BUILT, 503);
  });
}
