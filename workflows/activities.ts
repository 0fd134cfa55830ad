import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';

/** Database work: short, idempotent, retried until it succeeds. A dead worker is noticed within startToClose. */
export const { schedule, project, issuePrompts, openPhase, dossier } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds', nonRetryableErrorTypes: ['STALE_GENERATION'] },
});

/** Talks to providers: longer, and the lease of what it claimed is taken over by its next attempt. */
export const { sendDue } = proxyActivities<Pick<Activities, 'sendDue'>>({
  startToCloseTimeout: '60 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});
