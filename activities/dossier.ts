import type { DossierNow } from '../domain/supervision/apply-plan.ts';
import { loadDossier } from '../prisma/load-dossier.ts';
import type { ActivityDeps } from './deps.ts';

/** What the plan workflow compares with the hash that a dry run showed, at the instant of the coordinator's word. */
export async function dossier(
  { prisma }: Pick<ActivityDeps, 'prisma'>,
  { planId, now }: { planId: string; now: string },
): Promise<DossierNow> {
  const { hash, gaps } = await loadDossier(prisma, planId, now);
  return { hash, gaps: gaps.map(({ text }) => text) };
}
