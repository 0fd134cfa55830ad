import {
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import type { EntityState, PlanState, SupervisedState } from '../domain/supervision/types.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { forgetKicks, kickStanding, noteKick } from '../prisma/queries/sender-kicks.ts';
import { coalesce } from './coalesce.ts';
import { senderWorkflowId } from '../workflows/ids.ts';
import { kick, TASK_QUEUE } from '../workflows/messages.ts';
import type { phaseWorkflow, planWorkflow, senderWorkflow, taskWorkflow } from '../workflows/index.ts';

/** Every start and signal of an entity: by opaque id, so that a repeated one changes nothing. */
export interface EntityStarter {
  /** Starts it unless it runs or has run to its end. `replace`: ends an older run first (repair). */
  start(state: EntityState, replace?: boolean): Promise<void>;
  signal(entityId: string, name: string, argument: unknown): Promise<void>;
  kickSender(clockId: string, offsetMs: number): Promise<void>;
  /** Demo only: real entities end by acceptance or cancellation. */
  terminate(entityId: string, reason: string): Promise<void>;
  terminateSender(clockId: string, reason: string): Promise<void>;
}

const TYPES = { plan: 'planWorkflow', phase: 'phaseWorkflow', task: 'taskWorkflow' } as const;

/** `prisma`: where the processes see which kicks of the sender stand; without it each kick is a signal. */
export function createEntityStarter(client: () => Promise<Client>, prisma?: PrismaClient): EntityStarter {
  // Tasks whose rungs come due at the same instant tell the sender together: a signal each would be an action each.
  const kickOnce = coalesce(
    async (clockId: string, offsetMs: number) => {
      const standing = prisma ? await kickStanding(prisma, clockId, offsetMs) : null;
      if (standing?.stands) return;
      const { workflow } = await client();
      await workflow.signalWithStart<typeof senderWorkflow, [{ offsetMs: number }]>('senderWorkflow', {
        workflowId: senderWorkflowId(clockId),
        taskQueue: TASK_QUEUE,
        args: [{ clockId, offsetMs }],
        signal: kick,
        signalArgs: [{ offsetMs }],
      });
      if (prisma && standing) await noteKick(prisma, clockId, standing.looks, offsetMs);
    },
    (a, b) => Math.max(a, b),
  );
  return {
    async start(state, replace = false) {
      const { workflow } = await client();
      try {
        await workflow.start<typeof planWorkflow | typeof phaseWorkflow | typeof taskWorkflow>(TYPES[state.kind], {
          workflowId: state.entityId,
          taskQueue: TASK_QUEUE,
          args: [{ state: state as PlanState & SupervisedState }],
          // Its checkpoint says whether it has run to its end (nothing is started then); a demo that was reset has old runs under the same ids.
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
          workflowIdConflictPolicy: replace
            ? WorkflowIdConflictPolicy.TERMINATE_EXISTING
            : WorkflowIdConflictPolicy.USE_EXISTING,
        });
      } catch (error) {
        if ((error as Error).name !== 'WorkflowExecutionAlreadyStartedError') throw error;
      }
    },
    async signal(entityId, name, argument) {
      const { workflow } = await client();
      try {
        await workflow.getHandle(entityId).signal(name, argument);
      } catch (error) {
        // A closed task needs no word of a new phase or clock.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
    kickSender: kickOnce,
    terminate,
    async terminateSender(clockId, reason) {
      await terminate(senderWorkflowId(clockId), reason);
      if (prisma) await forgetKicks(prisma, clockId);
    },
  };

  async function terminate(workflowId: string, reason: string): Promise<void> {
    const { workflow } = await client();
    try {
      await workflow.getHandle(workflowId).terminate(reason);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
