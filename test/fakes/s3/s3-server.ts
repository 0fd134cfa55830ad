import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface FakeS3 {
  endpoint: string;
  objects: Map<string, Uint8Array>;
  close(): Promise<void>;
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** One bucket that refuses what isn't signed by AWS Signature Version 4 for these keys, or whose body isn't what its hash says. */
export async function startS3(keys: { id: string; secret: string; region: string; bucket: string }): Promise<FakeS3> {
  const objects = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const path = new URL(request.url ?? '/', 'http://s3').pathname;
      const refused = refusalOf(request, path, body, keys);
      if (refused !== null) return void response.writeHead(403, { 'content-type': 'application/xml' }).end(refused);
      if (!path.startsWith(`/${keys.bucket}/`)) return void response.writeHead(404).end('<Code>NoSuchBucket</Code>');
      if (request.method === 'PUT') {
        objects.set(path, new Uint8Array(body));
        return void response.writeHead(200).end();
      }
      const found = objects.get(path);
      if (!found) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As the service's documentation has it: canonical request, string to sign, and the key derived from the secret. */
function refusalOf(
  { method = '', headers }: IncomingMessage,
  path: string,
  body: Uint8Array,
  keys: { id: string; secret: string; region: string },
): string | null {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? '',
  );
  if (!parts) return '<Code>AccessDenied</Code>';
  const [, credential = '', signed = '', signature] = parts;
  const [id, day = '', region, service, end] = credential.split('/');
  if (id !== keys.id || region !== keys.region || service !== 's3' || end !== 'aws4_request')
    return '<Code>InvalidAccessKeyId</Code>';
  const hash = String(headers['x-amz-content-sha256'] ?? '');
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return '<Code>XAmzContentSHA256Mismatch</Code>';
  const canonical = [
    method,
    path,
    '',
    ...signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    hash,
  ].join('\n');
  const at = String(headers['x-amz-date'] ?? '');
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${keys.region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${keys.secret}`, day), keys.region), 's3'), 'aws4_request');
  return hmac(key, toSign).toString('hex') === signature ? null : '<Code>SignatureDoesNotMatch</Code>';
}
