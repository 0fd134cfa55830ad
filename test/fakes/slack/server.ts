import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliverOverHttp, type HttpTarget } from './deliver-http.ts';
import { createChannelRate, createFaults, type ChannelRate, type Faults } from './faults.ts';
import { createPeople, type People } from './person.ts';
import { createSocketMode, type SocketMode, type SocketModeOptions } from './socket-mode.ts';
import { answerWebApi } from './web-api.ts';
import { createWorkspace, type Workspace, type WorkspaceOptions } from './workspace.ts';

export interface FakeSlack {
  /** For `apiUrl`: ends in `/api/`. */
  apiUrl: string;
  workspace: Workspace;
  faults: Faults;
  rate: ChannelRate;
  /** Calls by method, refused ones too. */
  calls: ReadonlyMap<string, number>;
  socket: SocketMode;
  people: People;
  /** From now on people's acts are posted there instead of sent over the socket. */
  postTo(target: HttpTarget): void;
  close(): Promise<void>;
}

/** A Slack of our own on 127.0.0.1: its Web API, its two ways of delivering, and the people at the other end. */
export async function startFakeSlack(options: WorkspaceOptions & Partial<SocketModeOptions> = {}): Promise<FakeSlack> {
  const workspace = createWorkspace(options);
  const faults = createFaults();
  const rate = createChannelRate();
  const calls = new Map<string, number>();
  const server = createServer((request, response) => {
    answerWebApi({ workspace, faults, rate, calls, openSocket: () => socket.open(), address }, request, response).catch(
      (error: unknown) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(String(error));
      },
    );
  });
  const port = (): number => (server.address() as AddressInfo).port;
  const address = (): string => `http://127.0.0.1:${port()}`;
  const socket = createSocketMode(server, () => `ws://127.0.0.1:${port()}/link`, {
    ackWithinMs: options.ackWithinMs ?? (() => 3_000),
    redeliveries: options.redeliveries ?? 0,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let deliver = socket.deliver;
  return {
    apiUrl: `${address()}/api/`,
    workspace,
    faults,
    rate,
    calls,
    socket,
    people: createPeople(workspace, () => deliver),
    postTo: (target) => void (deliver = deliverOverHttp(target)),
    async close() {
      await socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
