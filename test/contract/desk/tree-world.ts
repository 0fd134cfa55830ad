import { foundPlan } from '../../../bot/desk/find-plan.ts';
import type { DeskDeps } from '../../../bot/desk/deps.ts';
import { initialPlanState } from '../../../domain/supervision/initial-states.ts';
import type { RedatedPlan } from '../../../domain/plan/redate-types.ts';
import type { Part, SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { playedDesk } from '../bot/played-desk.ts';
import { checkpoint, deskWorld, type DeskWorld } from './desk-world.ts';
import { planId, runningPlan } from './running-plan.ts';

export interface TreeWorld extends DeskWorld {
  /** The desk whose workflows are played by the domain's own rules. */
  played: DeskDeps;
  /** Id of the plan's task at that place, from 0. */
  taskId: (at: number) => string;
  state: (taskId: string) => Promise<SupervisedState>;
  /** Changes what is on record of a task, as if its workflow had. */
  put: (taskId: string, change: (state: SupervisedState) => SupervisedState) => Promise<void>;
}

/** 郴州 running on 30 November, with its plan's workflow on record, so that tasks can be broken down. */
export async function treeWorld(): Promise<TreeWorld> {
  const world = await deskWorld();
  const states = await runningPlan(world);
  const row = await world.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
  const found = await foundPlan(world.deps, row);
  const plan = initialPlanState({
    planId,
    entityId: `plan/${planId}`,
    clockId: row.clockId,
    offsetMs: 0,
    title: row.title,
    dates: found.dates as RedatedPlan,
    policy: found.policy,
  });
  await world.prisma.plan.update({ where: { id: planId }, data: { status: 'running' } });
  await world.prisma.checkpoint.create({
    data: {
      entityId: plan.entityId,
      kind: 'plan',
      planId,
      generation: 1,
      version: 1,
      status: 'running',
      state: { ...plan, current: 0, epoch: 1 } as unknown as Prisma.InputJsonValue,
    },
  });
  const { updates } = playedDesk(world.prisma, world.deps.clock, { asked: [], isDown: () => false });
  const state = async (taskId: string): Promise<SupervisedState> => {
    const one = await world.prisma.checkpoint.findUniqueOrThrow({ where: { entityId: `task/${taskId}` } });
    return one.state as unknown as SupervisedState;
  };
  return {
    ...world,
    played: { ...world.deps, updates },
    taskId: (at) => (states[at]?.entityId ?? '').slice('task/'.length),
    state,
    put: async (taskId, change) => checkpoint(world.prisma, change(await state(taskId))),
  };
}

/** Every part of a task with these changes. */
export const withParts = (state: SupervisedState, change: Partial<Part>): SupervisedState => ({
  ...state,
  parts: state.parts.map((part) => ({ ...part, ...change })),
});
