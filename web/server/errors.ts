import type { Context } from 'hono';
import { asUnavailable } from '../../bot/unavailable.ts';
import { RefusedError } from '../../domain/refusals.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import type { ApiError } from '../api.ts';
import { pageLanguage } from './page-language.ts';
import { statusOfRefusal } from './refusal-status.ts';

type Located = { at: string; message: string };

/** A refusal that names several places of what was sent. */
export const refusedWithProblems = (error: RefusedError, problems: Located[]): RefusedError =>
  Object.assign(error, { problems });

const problemsOf = (error: RefusedError): Located[] | undefined => (error as { problems?: Located[] }).problems;

export function refused(c: Context, error: RefusedError): Response {
  const { code } = error.refusal;
  const message = sayRefusal(error.refusal, pageLanguage(c));
  const problems = problemsOf(error);
  const body: ApiError = { error: { code, message, ...(problems ? { problems } : {}) } };
  return c.json(body, statusOfRefusal(code));
}

/** The one error boundary: a refusal is said, a fault is logged by its kind and answered in general words. */
export function errorBoundary(log: (message: string, fields: Record<string, unknown>) => void) {
  return (thrown: Error, c: Context): Response => {
    const error = asUnavailable(thrown);
    if (error instanceof RefusedError) return refused(c, error);
    // The route, not the address: addresses may hold ids and codes. A message may hold what somebody sent.
    log('a request failed', {
      method: c.req.method,
      route: c.req.path.split('/').slice(0, 3).join('/'),
      error: thrown.name,
      stack: thrown.stack?.split('\n').slice(1, 6).join('|'),
    });
    return c.json(
      {
        error: {
          code: 'INTERNAL',
          message:
            pageLanguage(c) === 'en'
              ? 'The service met an internal error. Try again, or run duban doctor.'
              : '服务出现内部错误,请稍后重试,或运行 duban doctor 查看。',
        },
      } satisfies ApiError,
      500,
    );
  };
}
