import { createHmac } from 'node:crypto';
import { delivered, type Delivered, type Deliver, type Envelope } from './envelope.ts';

export interface HttpTarget {
  /** The app's `/slack/events`. */
  url: string;
  signingSecret: string;
}

/** How a post is made; each is right where nothing else is said. */
export interface PostOptions {
  retryNum?: number;
  /** Added to the present for the timestamp. */
  skewMs?: number;
  /** Another secret than the app's. */
  secret?: string;
  signature?: 'v0' | 'v1' | 'truncated' | 'missing';
  /** Sent as it is instead of the envelope's body. */
  rawBody?: { contentType: string; body: string };
}

/** Slack's side of the Events API and interactivity: a signed POST, and the status is the answer. */
export const deliverOverHttp =
  (target: HttpTarget): Deliver =>
  (envelope, retryNum) =>
    posted(target, envelope, { retryNum });

export const post = async (target: HttpTarget, envelope: Envelope, options: PostOptions = {}): Promise<number> =>
  (await posted(target, envelope, options)).status;

async function posted(target: HttpTarget, envelope: Envelope, options: PostOptions): Promise<Delivered> {
  const { contentType, body } = options.rawBody ?? encoded(envelope);
  const timestamp = String(Math.floor((Date.now() + (options.skewMs ?? 0)) / 1_000));
  const response = await fetch(target.url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      ...signed(options.secret ?? target.signingSecret, timestamp, body, options.signature ?? 'v0'),
      ...(options.retryNum
        ? { 'x-slack-retry-num': String(options.retryNum), 'x-slack-retry-reason': 'http_error' }
        : {}),
    },
    body,
  });
  const said = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return delivered(response.status, isJson && said !== '' ? JSON.parse(said) : null);
}

function signed(
  secret: string,
  timestamp: string,
  body: string,
  how: NonNullable<PostOptions['signature']>,
): Record<string, string> {
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  switch (how) {
    case 'missing':
      return {};
    case 'v1':
      return { 'x-slack-signature': `v1=${hash}` };
    case 'truncated':
      return { 'x-slack-signature': `v0=${hash.slice(0, 32)}` };
    case 'v0':
      return { 'x-slack-signature': `v0=${hash}` };
  }
}

function encoded({ type, body }: Envelope): { contentType: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(body) };
  if (type === 'interactive')
    return { contentType: form, body: new URLSearchParams({ payload: JSON.stringify(body) }).toString() };
  return { contentType: form, body: new URLSearchParams(body as Record<string, string>).toString() };
}

export const heardYes = ({ status }: Delivered): boolean => status >= 200 && status < 300;
