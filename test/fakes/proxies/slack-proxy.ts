import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { deliverOverHttp, type HttpTarget } from '../slack/deliver-http.ts';
import { createSocketMode } from '../slack/socket-mode.ts';
import { createWorkspace } from '../slack/workspace.ts';
import type { EmulatedPerson } from './person.ts';
import { slackPerson } from './slack-person.ts';

const BOT = { app_id: 'A0DUBAN01', bot_id: 'B0DUBAN01', bot_user_id: 'U0DUBAN01', bot_name: 'duban' };
const TEAM = 'T000000001';
const ACK_WITHIN_MS = 3_000;

export interface SlackEmulator {
  /** For SLACK_API_URL. */
  apiUrl: string;
  token: string;
  appToken: string;
  /** The workspace's name. */
  workspace: string;
  person(name: string): Promise<EmulatedPerson>;
  /** From now on what people do is posted there; before, it goes over the app's socket. */
  postTo(target: HttpTarget | null): void;
  close(): Promise<void>;
}

/**
 * The public emulator of Slack's Web API, with what it lacks in front of it: refused tokens, Socket Mode, and
 * anything that Slack sends by itself (it has no way to subscribe to events, no buttons and no commands).
 */
export async function startSlackEmulator(people: string[], workspaceName = '示例市'): Promise<SlackEmulator> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seedOf(people, workspaceName) } });
  const workspace = {
    ...createWorkspace({ team: TEAM }),
    appId: BOT.app_id,
    botId: BOT.bot_id,
    botUser: BOT.bot_user_id,
  };
  const { token, appToken } = workspace;
  const known = new Set([token, ...people.map(personToken)]);

  async function answer(request: IncomingMessage): Promise<string> {
    const method = (request.url ?? '').replace(/^\/api\/|\?.*$/g, '');
    const given = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const body = await bodyOf(request);
    if (method === 'apps.connections.open')
      return JSON.stringify(
        given === appToken ? { ok: true, url: socket.open() } : { ok: false, error: 'invalid_auth' },
      );
    if (given !== '' && !known.has(given)) return JSON.stringify({ ok: false, error: 'invalid_auth' });
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const answered = await fetch(`${emulator.url}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    });
    return answered.text();
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  const address = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = createSocketMode(server, () => `ws://${address()}/link`, {
    ackWithinMs: () => ACK_WITHIN_MS,
    redeliveries: 2,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let deliver = socket.deliver;
  const apiUrl = `http://${address()}/api/`;

  return {
    apiUrl,
    token,
    appToken,
    workspace: workspaceName,
    person: (name) =>
      slackPerson({
        name,
        client: new WebClient(personToken(name), { slackApiUrl: apiUrl }),
        workspace,
        deliver: (envelope) => deliver(envelope, 0),
      }),
    postTo: (target) => void (deliver = target ? deliverOverHttp(target) : socket.deliver),
    async close() {
      await socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await emulator.close();
    },
  };
}

const personToken = (name: string): string => `xoxp-${name}`;

const seedOf = (people: string[], name: string) => ({
  team: { name, domain: 'example' },
  users: people.map((person) => ({ name: person })),
  oauth_apps: [{ ...BOT, client_id: '1.2', client_secret: 'secret', name: '督办助手', redirect_uris: [] }],
  tokens: [
    { token: createWorkspace().token, type: 'bot', user_id: BOT.bot_user_id, ...BOT },
    ...people.map((person) => ({ token: personToken(person), type: 'user', user: person })),
  ],
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
