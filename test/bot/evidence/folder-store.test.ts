import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderStore } from '../../../bot/evidence/store/folder-store.ts';
import { hashOf } from '../../../bot/evidence/store/hash-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('盖章扫描件');
const hash = hashOf(bytes);
const filesIn = (): string[] => readdirSync(join(folder, hash.slice(0, 2)));

test('the same bytes are kept once and come back as they were', async () => {
  const store = createFolderStore(folder);
  expect(await store.has(hash)).toBe(false);
  expect(await store.get(hash)).toBeNull();
  await Promise.all([store.put(hash, bytes), store.put(hash, bytes)]);
  await store.put(hash, bytes);
  expect(filesIn()).toEqual([hash]);
  expect(hashOf((await store.get(hash)) ?? new Uint8Array())).toBe(hash);
  expect(await store.has(hash)).toBe(true);
});

test('a damaged copy is replaced when the same file comes again', async () => {
  const store = createFolderStore(folder);
  await store.put(hash, bytes);
  writeFileSync(join(folder, hash.slice(0, 2), hash), 'changed');
  await store.put(hash, bytes);
  expect(hashOf((await store.get(hash)) ?? new Uint8Array())).toBe(hash);
});

test('nothing but a hash names a file', async () => {
  const store = createFolderStore(folder);
  await expect(store.get('../../etc/passwd')).rejects.toThrow(RangeError);
});
