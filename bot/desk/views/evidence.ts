import { PREVIEW_MIMES } from '../../../domain/evidence/file-kind.ts';
import { may } from '../../../domain/rights.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { EvidenceView } from '../../../web/api.ts';
import type { DeskActor } from '../deps.ts';

/** Units that may open what one part filed: its own, and whoever leads the task. */
export const readersOf = (
  { parts, formerParts = [] }: Pick<SupervisedState, 'parts' | 'formerParts'>,
  partId: string,
): string[] =>
  [...parts, ...formerParts].filter(({ id, role }) => id === partId || role === 'lead').map(({ unitId }) => unitId);

/** Files on record for one task that the viewer may open, oldest first. */
export async function evidenceOf(
  db: Db,
  actor: DeskActor,
  { planId, entityId, state }: { planId: string; entityId: string; state: SupervisedState },
): Promise<EvidenceView[]> {
  const rows = await db.evidence.findMany({
    where: { entityId, filedAt: { not: null } },
    orderBy: [{ planAt: 'asc' }, { id: 'asc' }],
  });
  const ownUnitIds = actor.memberships.map(({ unitId }) => unitId);
  const readable = rows.filter(({ partId, personId }) =>
    may('read-evidence', actor.grants, {
      planId,
      unitIds: readersOf(state, partId ?? ''),
      ownUnitIds,
      own: personId === actor.personId,
    }),
  );
  const people = await db.person.findMany({
    where: { id: { in: readable.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  return readable.map(({ id, partId, name, size, mime, sha256, personId, planAt, inboxId }) => ({
    id,
    partId: partId ?? '',
    name,
    size: size ?? 0,
    sha256: sha256 ?? '',
    by: people.find((person) => person.id === personId)?.name ?? '',
    at: planAt.toISOString(),
    inboxId,
    preview: PREVIEW_MIMES.includes(mime ?? ''),
  }));
}
