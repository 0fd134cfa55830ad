import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { mockMiddleware } from './middleware.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** As strict as the product's, so that a page that would break there breaks here. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:";

export interface MockServer {
  url: string;
  close: () => Promise<void>;
}

/** The built page with the fixture behind it, on a free port. */
export async function startMock(dist: string, port = 0): Promise<MockServer> {
  const mock = mockMiddleware();
  const server = createServer((request, response) => {
    mock(request, response, () => {
      const asked = normalize(new URL(request.url ?? '/', 'http://mock').pathname);
      const file = join(
        dist,
        /^\/(assets|icons)\/|^\/(sw\.js|manifest\.webmanifest)$/.test(asked) ? asked : 'index.html',
      );
      readFile(file).then(
        (content) =>
          response
            .writeHead(200, {
              'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
              'content-security-policy': POLICY,
            })
            .end(content),
        () => response.writeHead(404).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
