import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from './refused.ts';
import { act, read } from './routes.ts';
import { freshState } from './state.ts';

type Next = () => void;

async function bodyOf(request: IncomingMessage): Promise<never> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type'] === 'application/octet-stream') return { text } as never;
  return (text === '' ? {} : JSON.parse(text)) as never;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** The HTTP contract of web/api.ts over an in-memory 示例市. POST /api/mock/reset starts afresh. */
export function mockMiddleware() {
  const state = freshState();
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://mock');
    const parts = url.pathname.slice('/api/'.length).split('/').map(decodeURIComponent);
    try {
      const call = {
        parts,
        query: url.searchParams,
        body: request.method === 'POST' ? await bodyOf(request) : ({} as never),
      };
      answer(response, 200, request.method === 'POST' ? act(state, call) : read(state, call));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, message, problems } = error;
      answer(response, error.status, { error: { code, message, problems } });
    }
  };
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (request.url?.startsWith('/api/') === true) void serve(request, response);
    else next();
  };
}
