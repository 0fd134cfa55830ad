import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { ChannelRate, Faults } from './faults.ts';
import type { Answer, Arguments } from './answers.ts';
import { answerDownload, filesInfo } from './files.ts';
import { METHODS } from './methods.ts';
import type { Workspace } from './workspace.ts';

export interface WebApiDeps {
  workspace: Workspace;
  faults: Faults;
  rate: ChannelRate;
  /** By method, refused ones too. */
  calls: Map<string, number>;
  /** `wss` address of a new socket. */
  openSocket: () => string;
  /** Of this server, without a path. */
  address: () => string;
}

const SENDS = new Set(['chat.postMessage', 'chat.update', 'chat.postEphemeral']);

/** `/api/<method>`, with form or JSON bodies and the token as bearer or argument. */
export async function answerWebApi(
  deps: WebApiDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (answerDownload(deps.workspace, request, response)) return;
  const method = (request.url ?? '').replace(/^\/api\//, '').replace(/\?.*$/, '');
  const args = await argumentsOf(request);
  const channel = textOf(args['channel'] ?? args['users']);
  deps.calls.set(method, (deps.calls.get(method) ?? 0) + 1);
  const fault = deps.faults.take(method, channel);
  const wait = SENDS.has(method) ? deps.rate.take(channel) : 0;
  if (wait > 0) return tooMany(response, wait);
  switch (fault?.kind) {
    case undefined:
      return say(response, 200, answer(deps, method, tokenOf(request, args), args));
    case 'rate-limited':
      return tooMany(response, fault.retryAfterSeconds);
    case 'server-error':
      return say(response, 503, { ok: false, error: 'service_unavailable' });
    case 'bad-gateway':
      response
        .writeHead(502, { 'content-type': 'text/html' })
        .end('<html><body><h1>502 Bad Gateway</h1></body></html>');
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to this network</body></html>');
      return;
    case 'truncated': {
      const whole = JSON.stringify(answer(deps, method, tokenOf(request, args), args));
      response.writeHead(200, { 'content-type': 'application/json' }).end(whole.slice(0, whole.length / 2));
      return;
    }
    case 'store-then-hang':
      answer(deps, method, tokenOf(request, args), args);
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'error':
      return say(response, 200, { ok: false, error: fault.error });
  }
}

function answer(
  { workspace, openSocket, address }: WebApiDeps,
  method: string,
  token: string,
  args: Arguments,
): Answer {
  if (token === '') return { ok: false, error: 'not_authed' };
  const wanted = method === 'apps.connections.open' ? workspace.appToken : workspace.token;
  if (token !== wanted) return { ok: false, error: 'invalid_auth' };
  if (workspace.tokenError !== null) return { ok: false, error: workspace.tokenError };
  if (method === 'apps.connections.open') return { ok: true, url: openSocket() };
  const known = method === 'files.info' ? filesInfo(address) : METHODS[method];
  return known ? known(workspace, args) : { ok: false, error: 'unknown_method', req_method: method };
}

function say(response: ServerResponse, status: number, body: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function tooMany(response: ServerResponse, seconds: number): void {
  response.writeHead(429, { 'retry-after': String(seconds), 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
}

async function argumentsOf(request: IncomingMessage): Promise<Arguments> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  if ((request.headers['content-type'] ?? '').startsWith('application/json'))
    return body === '' ? {} : JSON.parse(body);
  return { ...parse(body) };
}

const tokenOf = ({ headers }: IncomingMessage, args: Arguments): string =>
  (headers.authorization ?? '').replace(/^Bearer /, '') || textOf(args['token']);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
