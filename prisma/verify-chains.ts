import { canonicalJson, CHAIN_START, eventHash } from './chain-hash.ts';
import { brokenRoots } from './daily-root.ts';
import { Prisma, type PrismaClient } from './client.ts';
import { createHash } from 'node:crypto';

export interface ChainReport {
  chains: number;
  events: number;
  broken: { entityId: string; seq: number; why: 'gap' | 'hash' | 'link' | 'checkpoint' }[];
  /** sha256 over every chain's last hash: one figure to print, sign or send elsewhere. */
  root: string;
  /** Roots put on record day by day, and those that the chains no longer give. */
  dailyRoots: { checked: number; broken: string[] };
}

/** Re-computes every chain (or one plan's) from its first event; compares each entity's checkpoint with the last state on record. */
export async function verifyChains(prisma: PrismaClient, planId?: string): Promise<ChainReport> {
  const where = planId === undefined ? {} : { planId };
  const ids = await prisma.event.findMany({
    where,
    distinct: ['entityId'],
    select: { entityId: true },
    orderBy: { entityId: 'asc' },
  });
  const report: ChainReport = {
    chains: ids.length,
    events: 0,
    broken: [],
    root: '',
    dailyRoots: await brokenRoots(prisma),
  };
  const heads: string[] = [];
  for (const { entityId } of ids) {
    const events = await prisma.event.findMany({ where: { entityId }, orderBy: { seq: 'asc' } });
    let prevHash = CHAIN_START;
    let expected = 1;
    for (const event of events) {
      const { prevHash: link, hash, ...fields } = event;
      if (event.seq !== expected) report.broken.push({ entityId, seq: event.seq, why: 'gap' });
      if (link !== prevHash) report.broken.push({ entityId, seq: event.seq, why: 'link' });
      if (eventHash(link, fields) !== hash) report.broken.push({ entityId, seq: event.seq, why: 'hash' });
      prevHash = hash;
      expected = event.seq + 1;
    }
    report.events += events.length;
    heads.push(`${entityId}:${prevHash}`);
  }
  report.broken.push(...(await movedCheckpoints(prisma, planId)));
  report.root = createHash('sha256').update(heads.join('\n')).digest('hex');
  return report;
}

/** A checkpoint whose state disagrees with the Event that wrote it was changed behind the chain's back. */
async function movedCheckpoints(prisma: PrismaClient, planId?: string): Promise<ChainReport['broken']> {
  const checkpoints = await prisma.checkpoint.findMany({ where: planId === undefined ? {} : { planId } });
  const broken: ChainReport['broken'] = [];
  for (const { entityId, version, generation, state } of checkpoints) {
    const last = await prisma.event.findFirst({
      where: { entityId, version, generation, NOT: { stateAfter: { equals: Prisma.DbNull } } },
      orderBy: { seq: 'desc' },
    });
    if (last && canonicalJson(last.stateAfter) !== canonicalJson(state))
      broken.push({ entityId, seq: last.seq, why: 'checkpoint' });
  }
  return broken;
}
