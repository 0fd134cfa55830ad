import { verifyChains } from '../../../prisma/verify-chains.ts';
import type { Evidence, Finding } from './evidence.ts';

const found = (what: string, where: string): Finding => ({ law: 'A', what, where });

/** A: chains are unbroken, and each version of each entity has its Event. */
export async function judgeEvents({ prisma, planId }: Evidence): Promise<Finding[]> {
  const { broken } = await verifyChains(prisma);
  const findings = broken.map(({ entityId, seq, why }) =>
    found(`the chain is broken (${why})`, `${entityId} event ${seq}`),
  );
  const checkpoints = await prisma.checkpoint.findMany({
    where: { planId },
    select: { entityId: true, version: true, generation: true },
  });
  const events = await prisma.event.findMany({
    where: { planId },
    select: { entityId: true, version: true, generation: true },
  });
  const byEntity = Map.groupBy(events, ({ entityId }) => entityId);
  for (const { entityId, version, generation } of checkpoints) {
    const its = byEntity.get(entityId) ?? [];
    const versions = new Set(its.map((event) => event.version));
    const missing = Array.from({ length: version }, (_, index) => index + 1).filter((each) => !versions.has(each));
    if (missing.length > 0) findings.push(found('has versions without an event', `${entityId} ${missing.join(',')}`));
    if (its.some((event) => event.version > version || event.generation > generation))
      findings.push(found('has events beyond its checkpoint', entityId));
    const generations = Map.groupBy(its, (event) => event.version);
    for (const [each, same] of generations) {
      if (new Set(same.map((event) => event.generation)).size > 1)
        findings.push(found('has one version in two generations', `${entityId} version ${each}`));
    }
  }
  return findings;
}
