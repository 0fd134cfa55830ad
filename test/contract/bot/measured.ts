import type { Prisma, PrismaClient } from '../../../prisma/client.ts';
import { PLAN, putState, stateIn } from './world-seed.ts';

export const STATIONS = '工作体系示范站';
export const last = [{ name: STATIONS, value: 12, unit: '家', on: '2026-09-25' }];

const target = {
  name: STATIONS,
  comparator: '>=',
  value: 20,
  max: null,
  unit: '家',
  baseline: null,
  per: null,
  by: null,
  scope: 'cumulative',
};

/** Task 2 is measured by a target, with these figures on record; both tasks of 市科技局 stand at 40%. */
export async function measured(prisma: PrismaClient, figures: typeof last = []): Promise<void> {
  const plan = await prisma.plan.findUniqueOrThrow({ where: { id: PLAN } });
  const facts = { ...(plan.facts as object), targets: [target] } as unknown as Prisma.InputJsonValue;
  await prisma.plan.update({ where: { id: PLAN }, data: { facts } });
  for (const task of ['task-2', 'task-9']) {
    const state = await stateIn(prisma, task);
    const parts = state.parts.map((part) => ({ ...part, progress: 40, ...(task === 'task-2' ? { figures } : {}) }));
    await putState(prisma, { ...state, parts });
  }
}
