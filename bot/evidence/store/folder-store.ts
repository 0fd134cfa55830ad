import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedHash, type EvidenceStore } from './evidence-store.ts';
import { hashOf } from './hash-of.ts';

/** Files below one folder, two letters of the hash a subfolder; readable by us alone. */
export function createFolderStore(folder: string): EvidenceStore {
  const pathOf = (sha256: string): string => join(folder, checkedHash(sha256).slice(0, 2), sha256);
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256);
      // A copy that was damaged since is replaced by the whole one.
      if ((await hashAt(path)) === sha256) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomUUID()}.part`;
      try {
        await writeDurably(draft, bytes);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
    },
    async get(sha256) {
      return (await ifThere(readFile(pathOf(sha256)))) ?? null;
    },
    async has(sha256) {
      return (await ifThere(access(pathOf(sha256)).then(() => true))) ?? false;
    },
  };
}

async function hashAt(path: string): Promise<string | null> {
  const bytes = await ifThere(readFile(path));
  return bytes === undefined ? null : hashOf(bytes);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name itself is durable only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
