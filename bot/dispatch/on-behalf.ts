import type { Actor, SupervisedState } from '../../domain/supervision/types.ts';
import type { Db } from '../../prisma/client.ts';
import { behalfOf } from '../../prisma/queries/behalf-of.ts';
import type { PartRef } from '../parts-of-act.ts';

/** Who answers, and for whom: a stand-in for whoever is away, and whoever has handed over since for the new contact. */
export async function onBehalf(
  db: Db,
  person: { id: string; name: string },
  { entityId, partId }: PartRef,
  at: Date,
): Promise<Actor> {
  const candidates = await behalfOf(db, person.id, entityId, at);
  if (candidates.length === 0) return person;
  const row = await db.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const { parts = [], formerParts = [] } = (row?.state ?? {}) as Partial<SupervisedState>;
  const unitId = [...parts, ...formerParts].find(({ id }) => id === partId)?.unitId;
  const whose = candidates.find((one) => one.unitId === unitId);
  return whose ? { ...person, onBehalfOf: whose.name } : person;
}
