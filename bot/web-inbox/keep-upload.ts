import { randomUUID } from 'node:crypto';
import { judgeFile } from '../../domain/evidence/file-kind.ts';
import { fileName } from '../../domain/evidence/file-name.ts';
import { limitBytesOf, megabytesOf } from '../../domain/evidence/limits.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import { hashOf } from '../evidence/store/hash-of.ts';
import type { EvidenceStore } from '../evidence/store/evidence-store.ts';
import { homePlan, planTalk } from '../plan-talk.ts';

export interface UploadDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  store: EvidenceStore;
}

export interface Uploaded {
  id: string;
  name: string;
  size: number;
}

/** Uploads of one person in a day: enough for a quarter's reports, too few to fill a disk. */
const A_DAY = 200;
const DAY_MS = 24 * 3_600_000;

/** Keeps one file that the page sends ahead of its message. Throws RefusedError FILE_TOO_LARGE, FILE_TYPE, FILE_MISMATCH, FILE_EMPTY, UPLOADS_MANY. */
export async function keepUpload(
  { prisma, clock, store }: UploadDeps,
  { personId, name: given, bytes, now }: { personId: string; name: string; bytes: Uint8Array; now: Date },
): Promise<Uploaded> {
  const name = fileName(given);
  const { policy } = await planTalk(prisma, clock, await homePlan(prisma, personId));
  if (bytes.length > limitBytesOf(policy))
    throw new RefusedError('FILE_TOO_LARGE', { name, limit: megabytesOf(policy) });
  const verdict = judgeFile(bytes, name);
  if ('refused' in verdict) throw new RefusedError(verdict.refused, { name });
  const since = new Date(now.getTime() - DAY_MS);
  if ((await prisma.upload.count({ where: { personId, createdAt: { gte: since } } })) >= A_DAY)
    throw new RefusedError('UPLOADS_MANY', { max: A_DAY });
  const sha256 = hashOf(bytes);
  await store.put(sha256, bytes);
  const id = `upload-${randomUUID()}`;
  const size = bytes.length;
  await prisma.upload.create({
    data: { id, personId, name: verdict.name, mime: verdict.mime, size, sha256, createdAt: now },
  });
  return { id, name: verdict.name, size };
}
