import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message that the provider accepted. The list is only ever added to. */
export interface Accepted {
  deliveryId: string;
  person: string;
  klass: string;
  text: string;
  at: string;
}

export interface Ledger {
  address: string;
  accepted: readonly Accepted[];
  /** The next message is stored, and its answer held back; resolves once it is stored. */
  hangNext(): Promise<Accepted>;
  /** While true, everything is refused with 503 before it is stored. */
  refuse(on: boolean): void;
  stop(): Promise<void>;
}

/** Widens the moment in which a message is on its way, as a real provider does. */
const LATENCY_MS = 15;

/** A provider at the border of the product: takes messages over loopback HTTP and writes down what it took. */
export async function startLedger(file: string): Promise<Ledger> {
  const accepted: Accepted[] = [];
  let hung: ((message: Accepted) => void) | null = null;
  let refusing = false;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = JSON.parse(await bodyOf(request)) as Omit<Accepted, 'at'>;
    if (refusing) return void response.writeHead(503).end();
    const entry = { ...message, at: new Date().toISOString() };
    accepted.push(entry);
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
    const held = hung;
    hung = null;
    if (held) return held(entry);
    setTimeout(() => response.writeHead(200).end(JSON.stringify({ ref: accepted.length })), LATENCY_MS);
  }

  const server = createServer((request, response) => {
    take(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    hangNext: () => new Promise((resolve) => (hung = resolve)),
    refuse: (on) => void (refusing = on),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
