import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/types.ts';

/** Database work: short, idempotent, retried until it succeeds. A dead worker is noticed within startToClose. */
export const { schedule, project, issuePrompts, dossier, unitsWithoutRank } = proxyActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: {
    initialInterval: '200 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '10 seconds',
    nonRetryableErrorTypes: ['STALE_GENERATION'],
  },
});

/** Longer: one sends to providers, one starts every task of a plan. A dead worker is noticed by the heartbeat; the next attempt takes over. */
export const { sendDue, openPhase } = proxyActivities<Pick<Activities, 'sendDue' | 'openPhase'>>({
  startToCloseTimeout: '60 seconds',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '20 seconds' },
});
