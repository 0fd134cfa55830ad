import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { RefusedError } from '../../domain/refusals.ts';
import { refused } from './errors.ts';
import type { Route } from './route.ts';

const tooLarge = ({ maxBytes, tooLarge: code = 'DOCUMENT_TOO_LARGE' }: NonNullable<Route['upload']>): RefusedError =>
  new RefusedError(code, { name: '该文件', limit: Math.floor(maxBytes / (1024 * 1024)) });

export const BODY_LIMIT_BYTES = 1024 * 1024;

const PLAIN_HTTP = {
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // Served over plain HTTP on one machine; a proxy in front of it decides on HSTS.
  strictTransportSecurity: false,
};

/** Everything from this server alone; the component library sets its styles inline. */
const pageHeaders = secureHeaders({
  ...PLAIN_HTTP,
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
});

/** What somebody sent: nothing in it runs, wherever a browser opens it. */
const fileHeaders = secureHeaders({
  ...PLAIN_HTTP,
  contentSecurityPolicy: { defaultSrc: ["'none'"], sandbox: [], frameAncestors: ["'none'"] },
});

export const securityHeaders: MiddlewareHandler = (c, next) =>
  (c.req.path.startsWith('/api/evidence/') ? fileHeaders : pageHeaders)(c, next);

/** Each upload has its own bound; everything else is small. */
export function limitedBody(routes: readonly Route[]): MiddlewareHandler {
  const small = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (c) => refused(c, new RefusedError('BODY_TOO_LARGE')),
  });
  const uploads = new Map(
    routes.flatMap(({ path, upload }) =>
      upload
        ? [
            [
              path,
              bodyLimit({
                maxSize: upload.maxBytes,
                onError: (c) => refused(c, tooLarge(upload)),
              }),
            ],
          ]
        : [],
    ),
  );
  return (c, next) => (uploads.get(c.req.path) ?? small)(c, next);
}

/** An act comes from our own page: a header that no foreign page may send, and no foreign origin. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const origin = c.req.header('origin');
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  if (foreign || c.req.header('x-duban') !== '1')
    return refused(c, new RefusedError('NOT_PERMITTED', { act: '请求不是从本页面发出' }));
  return next();
};

/** Answers of the interface are one person's own: kept by no cache. */
export const uncached: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
};
