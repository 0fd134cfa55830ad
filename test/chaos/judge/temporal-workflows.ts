import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';
import { stateQuery } from '../../../workflows/messages.ts';
import type { Workflows } from './evidence.ts';
import { troublesOf } from './troubles.ts';

/** What a real server says. */
export function temporalWorkflows(client: () => Promise<Client>): Workflows {
  const handleOf = async (id: string): Promise<WorkflowHandle> => (await client()).workflow.getHandle(id);
  return {
    state: async (entityId) => orNone(async () => (await handleOf(entityId)).query(stateQuery)),
    troubles: async (workflowId) => (await orNone(() => troubles(handleOf(workflowId)))) ?? [],
  };
}

async function troubles(of: Promise<WorkflowHandle>): Promise<string[]> {
  const handle = await of;
  const { status, raw } = await handle.describe();
  const { events } = await handle.fetchHistory();
  return troublesOf({
    status: status.name,
    pendingTaskAttempt: raw.pendingWorkflowTask?.attempt ?? 0,
    pendingActivities: (raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure }) => ({
      type: activityType?.name ?? '',
      attempt: attempt ?? 0,
      failure: lastFailure?.message ?? null,
    })),
    failedTasks: (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed ? [`${causeOf(failed.cause)} ${failed.failure?.message ?? ''}`.trim()] : [],
    ),
  });
}

/** temporal.api.enums.v1.WorkflowTaskFailedCause, as far as the judge tells them apart. */
const CAUSES = new Map([
  [1, 'UNHANDLED_COMMAND'],
  [17, 'FORCE_CLOSE_COMMAND'],
]);
const causeOf = (cause: unknown): string => CAUSES.get(Number(cause)) ?? `cause ${String(cause)}`;

async function orNone<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
