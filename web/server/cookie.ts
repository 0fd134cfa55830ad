import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_COOKIE, SESSION_HOURS } from './session.ts';

export const tokenOf = (c: Context): string | undefined => getCookie(c, SESSION_COOKIE);

/** Secure where a proxy says that the visitor came by HTTPS; on one machine it is plain HTTP. */
export function setToken(c: Context, token: string): void {
  const secure = c.req.header('x-forwarded-proto') === 'https';
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_HOURS * 3_600,
    secure,
  });
}

export const clearToken = (c: Context): void => void deleteCookie(c, SESSION_COOKIE, { path: '/' });
