/** The parts of Temporal's own description that tell of a workflow that can't go on. */
export interface Described {
  status: string;
  pendingTaskAttempt: number;
  pendingActivities: { type: string; attempt: number; failure: string | null }[];
  /** Causes of failed workflow tasks, in the order of the history. */
  failedTasks: string[];
}

/**
 * The server takes the task back and gives it once more, and all is well: an event arrived while it was being
 * completed, or more than a hundred events were waiting for a worker that was gone.
 */
const HARMLESS = ['UNHANDLED_COMMAND', 'FORCE_CLOSE_COMMAND'];

/** S: a failed workflow task, or one still being tried, or an activity that fails for ever. */
export function troublesOf({ status, pendingTaskAttempt, pendingActivities, failedTasks }: Described): string[] {
  return [
    ...(['FAILED', 'TIMED_OUT', 'CANCELLED'].includes(status) ? [`ended as ${status}`] : []),
    ...failedTasks
      .filter((cause) => !HARMLESS.some((name) => cause.startsWith(name)))
      .map((cause) => `failed a workflow task: ${cause}`),
    ...(pendingTaskAttempt > 1 ? [`tries a workflow task for the ${pendingTaskAttempt}th time`] : []),
    ...pendingActivities
      .filter(({ failure }) => failure !== null)
      .map(({ type, attempt, failure }) => `${type} fails (attempt ${attempt}): ${failure}`),
  ];
}
