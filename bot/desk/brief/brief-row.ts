import { createHash } from 'node:crypto';
import type { BriefBody, DerivedBrief } from '../../../domain/reports/types.ts';
import { canonicalJson } from '../../../prisma/chain-hash.ts';
import type { Brief } from '../../../prisma/generated/client.ts';

export const bodyOf = ({ body }: Pick<Brief, 'body'>): BriefBody => body as unknown as BriefBody;
export const derivedOf = ({ derived }: Pick<Brief, 'derived'>): DerivedBrief => derived as unknown as DerivedBrief;

/** SHA-256 of what a reader is shown: the release names it, and the chain keeps it. */
export const briefHash = (
  { planId, no, since, cutoff }: Pick<Brief, 'planId' | 'no' | 'since' | 'cutoff'>,
  { counts, sections }: BriefBody,
): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        planId,
        no,
        since: since?.toISOString() ?? null,
        cutoff: cutoff.toISOString(),
        counts,
        sections,
      }),
    )
    .digest('hex');
