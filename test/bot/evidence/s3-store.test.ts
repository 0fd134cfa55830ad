import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';
import { createS3Store } from '../../../bot/evidence/store/s3-store.ts';
import { startS3, type FakeS3 } from '../../fakes/s3/s3-server.ts';

const keys = { id: 'KEYID', secret: 'a secret/with+signs', region: 'cn-north-1', bucket: 'duban' };
let s3: FakeS3;
beforeAll(async () => {
  s3 = await startS3(keys);
});
afterAll(() => s3.close());

const storeWith = (secretAccessKey: string) =>
  createS3Store({
    endpoint: `${s3.endpoint}/`,
    bucket: keys.bucket,
    accessKeyId: keys.id,
    secretAccessKey,
    region: keys.region,
  });
const bytes = new TextEncoder().encode('盖章扫描件');
const hash = hashOf(bytes);

test('a file goes to the bucket under its hash, signed, and comes back', async () => {
  const store = storeWith(keys.secret);
  expect(await store.has(hash)).toBe(false);
  expect(await store.get(hash)).toBeNull();
  await store.put(hash, bytes);
  await store.put(hash, bytes);
  expect([...s3.objects.keys()]).toEqual([`/duban/evidence/${hash}`]);
  expect(await store.has(hash)).toBe(true);
  expect(hashOf((await store.get(hash)) ?? new Uint8Array())).toBe(hash);
});

test('bytes that are not what their hash says are refused by the service', async () => {
  await expect(storeWith(keys.secret).put(hashOf(new Uint8Array([1])), bytes)).rejects.toThrow('PUT with 403');
});

test('a wrong key is told by its status, and no secret stands in the error', async () => {
  const error: unknown = await storeWith('wrong')
    .get(hash)
    .catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('GET with 403: check the EVIDENCE_S3_ settings');
  expect(String(error)).not.toContain('wrong');
});
