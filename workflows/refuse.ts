import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '../domain/refusals.ts';

/** A refusal as its Update's failure: the code is the type, the sentence the message. Anything else thrown in a handler would block the workflow. */
export function refuse({ code, message, details }: Refusal): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message, details: [details], nonRetryable: true });
}

/** A newer generation of this entity was started by `duban repair`; this run has nothing more to say. */
export function isStaleGeneration(error: unknown): boolean {
  return (
    error instanceof ActivityFailure &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'STALE_GENERATION'
  );
}
