import { createHash } from 'node:crypto';
import type { PrismaClient } from './client.ts';
import { chainHeads } from './queries/chain-heads.ts';

const DAY_MS = 86_400_000;

const startOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** One root over all chains as they stood at the end of a UTC day. */
async function rootOf(prisma: PrismaClient, day: string): Promise<{ root: string; chains: number }> {
  const heads = await chainHeads(prisma, new Date(startOf(day).getTime() + DAY_MS));
  const hash = createHash('sha256');
  for (const { entityId, hash: head } of heads) hash.update(`${entityId}:${head}\n`);
  return { root: hash.digest('hex'), chains: heads.length };
}

/** Puts yesterday's root on record, once; chains cut short or rewritten later no longer agree with it. */
export async function recordDailyRoot(prisma: PrismaClient, now: Date): Promise<void> {
  const day = dayOf(new Date(now.getTime() - DAY_MS));
  if ((await prisma.dailyRoot.count({ where: { day } })) > 0) return;
  await prisma.dailyRoot.createMany({ data: [{ day, ...(await rootOf(prisma, day)) }], skipDuplicates: true });
}

/** Days whose root no longer follows from the chains. */
export async function brokenRoots(prisma: PrismaClient): Promise<{ checked: number; broken: string[] }> {
  const roots = await prisma.dailyRoot.findMany({ orderBy: { day: 'asc' } });
  const broken: string[] = [];
  for (const { day, root } of roots) if ((await rootOf(prisma, day)).root !== root) broken.push(day);
  return { checked: roots.length, broken };
}
