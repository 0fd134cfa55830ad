import type { SupervisedState } from '../../domain/supervision/types.ts';
import { liaisonsOf, unboundUnits } from '../../prisma/bound-units.ts';
import type { DeskDeps } from './deps.ts';

/** Short names of the units that would owe something and that nobody is reached for. */
export async function unboundShorts(
  { prisma }: DeskDeps,
  planId: string,
  states: SupervisedState[],
): Promise<string[]> {
  const [units, liaisons] = await Promise.all([
    prisma.unit.findMany({ where: { planId }, orderBy: { ordinal: 'asc' }, select: { id: true, short: true } }),
    liaisonsOf(prisma, planId),
  ]);
  const owing = new Set(states.flatMap(({ parts }) => parts.map(({ unitId }) => unitId)));
  return unboundUnits(units, owing, liaisons).map(({ short }) => short);
}
