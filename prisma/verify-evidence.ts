import { createHash } from 'node:crypto';
import type { PrismaClient } from './client.ts';

export interface EvidenceReport {
  files: number;
  /** `missing`: not in the store · `changed`: its bytes give another hash · `record`: the row isn't what its Event says. */
  broken: { evidenceId: string; name: string; entityId: string | null; why: 'missing' | 'changed' | 'record' }[];
}

/** The file store, as far as it is needed here. */
interface Store {
  get(sha256: string): Promise<Uint8Array | null>;
}

/** Re-hashes every stored file (or one plan's), and compares what is on the chains with the rows. */
export async function verifyEvidence(prisma: PrismaClient, store: Store, planId?: string): Promise<EvidenceReport> {
  const inPlan = planId === undefined ? {} : { planId };
  const rows = await prisma.evidence.findMany({ where: { ...inPlan, sha256: { not: null } }, orderBy: { id: 'asc' } });
  const events = await prisma.event.findMany({
    where: { ...inPlan, kind: 'evidenceFiled' },
    select: { body: true, entityId: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const broken: EvidenceReport['broken'] = [];
  for (const { body, entityId } of events) {
    const { evidenceId = '', sha256, name = '' } = body as { evidenceId?: string; sha256?: string; name?: string };
    if (byId.get(evidenceId)?.sha256 !== sha256) broken.push({ evidenceId, name, entityId, why: 'record' });
  }
  const found = new Map<string, 'missing' | 'changed' | null>();
  for (const { id, name, entityId, sha256 } of rows) {
    const hash = sha256 ?? '';
    // The same bytes are read once, under however many names they were sent.
    if (!found.has(hash)) found.set(hash, await stateOf(store, hash));
    const why = found.get(hash) ?? null;
    if (why !== null) broken.push({ evidenceId: id, name, entityId, why });
  }
  return { files: rows.length, broken };
}

async function stateOf(store: Store, sha256: string): Promise<'missing' | 'changed' | null> {
  const bytes = await store.get(sha256);
  if (!bytes) return 'missing';
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : 'changed';
}
