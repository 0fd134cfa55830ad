import type { ApiError } from '../../../api.ts';
import { storedValue } from './stored.ts';

/** A refusal of the server with its sentence, or a connection that failed (status 0). */
export class RequestFailed extends Error {
  readonly status: number;
  readonly code: string;
  readonly problems: { at: string; message: string }[];
  constructor(status: number, error: ApiError['error']) {
    super(error.message);
    this.name = 'RequestFailed';
    this.status = status;
    this.code = error.code;
    this.problems = error.problems ?? [];
  }
}

/** Said outside the page's words, where no component speaks. */
const isEnglish = () => storedValue('language') === 'en';

export const offline = (): ApiError['error'] => ({
  code: 'OFFLINE',
  message: isEnglish()
    ? 'No connection. What you typed stays on this page; please try again.'
    : '连接不上服务,内容已保留在本页。请稍后重试。',
});

const answered = (status: number): ApiError['error'] => ({
  code: `HTTP_${status}`,
  message: isEnglish()
    ? `The service answered with an error (${status}); please try again.`
    : `服务返回错误(${status}),请稍后重试。`,
});

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    const headers = { ...init.headers, 'x-duban-language': isEnglish() ? 'en' : 'zh' };
    response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init, headers });
  } catch {
    throw new RequestFailed(0, offline());
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const error = (body as ApiError | null)?.error;
  throw new RequestFailed(response.status, error ?? answered(response.status));
}

export function get<T>(path: string): Promise<T> {
  return request<T>(path, { headers: { accept: 'application/json' } });
}

/** An act. The header is what a foreign page cannot send. */
export function post<T>(path: string, body: object = {}): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-duban': '1' },
    body: JSON.stringify(body),
  });
}

/** A file as it is. */
export function upload<T>(path: string, body: Blob): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-duban': '1' },
    body,
  });
}
