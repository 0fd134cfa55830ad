import { AwsClient } from 'aws4fetch';
import { checkedHash, type EvidenceStore } from './evidence-store.ts';

export interface S3Target {
  /** Address of the service, without the bucket. */
  endpoint: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
}

const TIMEOUT_MS = 60_000;

/** Any store that speaks S3 (path style: endpoint/bucket/evidence/hash). Errors name the status alone. */
export function createS3Store(target: S3Target): EvidenceStore {
  const { endpoint, bucket, accessKeyId, secretAccessKey, region } = target;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const addressOf = (sha256: string): string =>
    `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}/evidence/${checkedHash(sha256)}`;

  async function ask(method: 'GET' | 'HEAD' | 'PUT', sha256: string, body?: Uint8Array): Promise<Response> {
    const request = await client.sign(addressOf(sha256), {
      method,
      // The service refuses a body that isn't what its hash says: what arrives is what was sent.
      ...(body
        ? {
            body: new Uint8Array(body),
            headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
          }
        : {}),
    });
    return fetch(request, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  }

  const has = async (sha256: string): Promise<boolean> => {
    const { status } = await ask('HEAD', sha256);
    if (status === 200 || status === 404) return status === 200;
    throw failed('HEAD', status);
  };

  return {
    has,
    async put(sha256, bytes) {
      const response = await ask('PUT', sha256, bytes);
      await response.body?.cancel();
      if (!response.ok) throw failed('PUT', response.status);
    },
    async get(sha256) {
      const response = await ask('GET', sha256);
      if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      if (response.status === 404) return null;
      throw failed('GET', response.status);
    },
  };
}

const failed = (method: string, status: number): Error =>
  new Error(`the file store answered ${method} with ${status}: check the EVIDENCE_S3_ settings and the bucket`);
