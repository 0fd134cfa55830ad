import type { SupervisedState } from '../domain/supervision/types.ts';
import type { Prisma, PrismaClient } from '../prisma/client.ts';
import type { EntityStarter } from './entity-starter.ts';

interface Deps {
  prisma: PrismaClient;
  entities: EntityStarter;
}

/** Checkpoints of entities that are about to be started; those that are there already stay as they are. */
export async function recordEntities({ prisma }: Pick<Deps, 'prisma'>, states: SupervisedState[]): Promise<void> {
  const data = states.map((state) => {
    const { entityId, kind, planId, generation, version, status } = state;
    return { entityId, kind, planId, generation, version, status, state: state as unknown as Prisma.InputJsonValue };
  });
  await prisma.checkpoint.createMany({ data, skipDuplicates: true });
}

/** True where the entity had not taken its first turn: it is started from what is on record. */
export async function startRecorded({ prisma, entities }: Deps, entityId: string): Promise<boolean> {
  const { state, version } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  if (version > 0) return false;
  await entities.start(state as unknown as SupervisedState);
  return true;
}
