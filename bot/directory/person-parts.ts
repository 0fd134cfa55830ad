import type { Db, PrismaClient } from '../../prisma/client.ts';
import { personParts, personPartsIn, type PersonPart } from '../../prisma/queries/person-parts.ts';

export type { PersonPart };

/** Takes answers now: its task is open, the plan asks for it, and the office hasn't accepted it. */
export const isOpenPart = ({ status, part }: PersonPart): boolean =>
  status === 'open' && part.withdrawnAt === undefined && part.completion !== 'accepted';

/** Was taken away before it was done: an answer about it is kept and changes nothing. */
export const isWithdrawn = ({ status, part }: PersonPart): boolean =>
  part.withdrawnAt !== undefined || (status === 'cancelled' && part.completion !== 'accepted');

/** A phase's own duty has a title of its own. */
export const titleOf = ({ title, part }: PersonPart): string => part.title ?? title;

/** What a person answers for, in the order of the plan. `at`: when they spoke; what they stand in for then counts too. */
export const partsOfPerson = (db: Db, personId: string, at?: Date): Promise<PersonPart[]> =>
  personParts(db, personId, at);

/** Of what a person answers for, all parts of the entities that these speak of. */
export const partsOfPersonIn = (
  db: PrismaClient,
  personId: string,
  refs: { entityId: string }[],
  at: Date,
): Promise<PersonPart[]> =>
  personPartsIn(db, { personId, at, entityIds: [...new Set(refs.map(({ entityId }) => entityId))] });

export const findPart = (parts: PersonPart[], ref: { entityId: string; partId: string }): PersonPart | undefined =>
  parts.find(({ entityId, part }) => entityId === ref.entityId && part.id === ref.partId);

/** Name of a task that isn't among a person's own, for sentences about it. */
export async function taskName(db: Db, entityId: string): Promise<{ no: string | null; title: string }> {
  const checkpoint = await db.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  const state = (checkpoint?.state ?? {}) as { no?: string | null; title?: string };
  return { no: state.no ?? null, title: state.title ?? '该事项' };
}
