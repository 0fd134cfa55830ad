import type { FileRef } from '../../domain/chat/port.ts';
import { judgeFile } from '../../domain/evidence/file-kind.ts';
import { fileName } from '../../domain/evidence/file-name.ts';
import { limitBytesOf } from '../../domain/evidence/limits.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import { homePlan, planTalk } from '../plan-talk.ts';
import type { EvidenceDeps } from './deps.ts';
import { FileRefused } from './file-fetcher.ts';
import { tooLarge } from './read-bounded.ts';
import { hashOf } from './store/hash-of.ts';

/** A provider that was away that long has lost it, for all that anybody can tell. */
const GIVE_UP_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Brings one file into the store. Resolves to false where it has to be tried again, or never will be. */
export async function fetchFile(deps: EvidenceDeps, row: Evidence): Promise<boolean> {
  const { prisma, clock, store, realNow } = deps;
  try {
    const { policy } = await planTalk(prisma, clock, await homePlan(prisma, row.personId));
    const file = await bytesOf(deps, row, limitBytesOf(policy));
    const sha256 = hashOf(file.bytes);
    await store.put(sha256, file.bytes);
    await prisma.evidence.update({
      where: { id: row.id },
      data: {
        status: 'stored',
        sha256,
        size: file.bytes.length,
        mime: file.mime,
        name: file.name,
        storedAt: realNow(),
        nextTryAt: new Date(0),
      },
    });
    return true;
  } catch (error) {
    if (error instanceof FileRefused) await refuse(deps, row, error.refusal);
    else if (realNow().getTime() - row.createdAt.getTime() >= GIVE_UP_MS)
      await refuse(deps, row, { code: 'FILE_UNREACHABLE', details: { name: row.name } });
    else await tryAgain(deps, row, error);
    return false;
  }
}

async function bytesOf(
  { fetchers }: EvidenceDeps,
  row: Evidence,
  limitBytes: number,
): Promise<{ bytes: Uint8Array; name: string; mime: string }> {
  const ref = row.ref as unknown as FileRef;
  if (ref.size !== null && ref.size > limitBytes) throw tooLarge(row.name, limitBytes);
  const fetcher = fetchers.find(({ channel }) => channel === row.channel);
  if (!fetcher) throw new FileRefused('FILE_GONE', { name: row.name });
  const { bytes, name } = await fetcher.fetch(ref, limitBytes);
  if (bytes.length > limitBytes) throw tooLarge(row.name, limitBytes);
  const verdict = judgeFile(bytes, fileName(name || row.name));
  if ('refused' in verdict) throw new FileRefused(verdict.refused, { name: row.name });
  return { bytes, ...verdict };
}

async function refuse(
  { prisma }: EvidenceDeps,
  { id }: Evidence,
  { code, details }: { code: string; details: Record<string, string | number> },
): Promise<void> {
  await prisma.evidence.update({
    where: { id },
    data: {
      status: 'refused',
      reason: { code, details } as Prisma.InputJsonValue,
      nextTryAt: new Date(0),
    },
  });
}

/** The error's name alone is logged: a message may hold an address with a token in it. */
async function tryAgain({ prisma, realNow, log }: EvidenceDeps, row: Evidence, error: unknown): Promise<void> {
  const attempts = row.attempts + 1;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10));
  log('a file is fetched again later', {
    evidenceId: row.id,
    attempts,
    error: error instanceof Error ? error.name : typeof error,
  });
  await prisma.evidence.update({
    where: { id: row.id },
    data: { attempts, nextTryAt: new Date(realNow().getTime() + waitMs) },
  });
}
