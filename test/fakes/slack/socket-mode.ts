import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { delivered, type Deliver, type Delivered, type Envelope } from './envelope.ts';

export interface SocketMode {
  /** Where the app connects; each address once, as Slack's. */
  open(): string;
  deliver: Deliver;
  /** How many apps are connected. */
  connections(): number;
  /** Every connection made so far. */
  connected(): number;
  /** What Slack does when it recycles a connection. */
  disconnect(reason: 'warning' | 'refresh_requested'): void;
  close(): Promise<void>;
}

export interface SocketModeOptions {
  /** How long an acknowledgement is waited for; Slack waits 3 s. A test that expects none says so with a shorter one. */
  ackWithinMs: () => number;
  /** How often an unacknowledged envelope is sent again by itself. */
  redeliveries: number;
}

/** Slack's side of Socket Mode on the fake's own HTTP server. */
export function createSocketMode(server: Server, address: () => string, options: SocketModeOptions): SocketMode {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let made = 0;

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'ws://fake').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => {
      made += 1;
      opened.on('message', (data) => acknowledged((data as Buffer).toString()));
      opened.on('error', () => undefined);
      opened.send(
        JSON.stringify({ type: 'hello', num_connections: sockets.clients.size, debug_info: {}, connection_info: {} }),
      );
    });
  });

  function acknowledged(data: string): void {
    const { envelope_id: id, payload } = JSON.parse(data) as { envelope_id?: string; payload?: unknown };
    waiting.get(id ?? '')?.(payload ?? null);
  }

  const open = (): WebSocket[] => [...sockets.clients].filter(({ readyState, OPEN }) => readyState === OPEN);

  async function send(envelope: Envelope, retryAttempt: number): Promise<Delivered | null> {
    const [socket] = open();
    if (!socket) return null;
    const id = randomUUID();
    const heard = new Promise<Delivered | null>((resolve) => {
      const end = setTimeout(() => resolve(null), options.ackWithinMs());
      waiting.set(id, (body) => {
        clearTimeout(end);
        resolve(delivered(200, body));
      });
    });
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type: envelope.type,
        payload: envelope.body,
        accepts_response_payload: envelope.type !== 'events_api',
        ...(envelope.type === 'events_api'
          ? { retry_attempt: retryAttempt, retry_reason: retryAttempt > 0 ? 'timeout' : '' }
          : {}),
      }),
    );
    return heard.finally(() => waiting.delete(id));
  }

  return {
    open() {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${address()}?ticket=${ticket}`;
    },
    async deliver(envelope, retryNum) {
      for (let attempt = retryNum; attempt <= retryNum + options.redeliveries; attempt += 1) {
        const heard = await send(envelope, attempt);
        if (heard) return heard;
      }
      return { status: 0 };
    },
    connections: () => open().length,
    connected: () => made,
    disconnect(reason) {
      for (const socket of open())
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };
}
