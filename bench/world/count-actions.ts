import type { Client } from '@temporalio/client';

/** What Temporal Cloud counts as one action each (its pricing page): a start, a timer, a signal, an Update, an activity. */
const ACTIONS = {
  start: 'workflowExecutionStartedEventAttributes',
  timer: 'timerStartedEventAttributes',
  signal: 'workflowExecutionSignaledEventAttributes',
  update: 'workflowExecutionUpdateAcceptedEventAttributes',
} as const;

export interface Counted {
  events: number;
  /** By kind; an activity under its type's name. */
  actions: Record<string, number>;
}

/** Events and actions in the newest runs' histories of these workflows, exported from the server. */
export async function countActions(client: Client, workflowIds: readonly string[]): Promise<Counted> {
  const counted: Counted = { events: 0, actions: {} };
  for (const id of workflowIds) {
    const { events } = await client.workflow.getHandle(id).fetchHistory();
    for (const event of events ?? []) {
      counted.events += 1;
      const activity = event.activityTaskScheduledEventAttributes?.activityType?.name;
      const other = Object.entries(ACTIONS).find(([, attributes]) => event[attributes]);
      const kind = activity ?? other?.[0];
      if (kind) counted.actions[kind] = (counted.actions[kind] ?? 0) + 1;
    }
  }
  return counted;
}

/** What came between the two. */
export const since = (before: Counted, after: Counted): Counted => ({
  events: after.events - before.events,
  actions: Object.fromEntries(
    Object.entries(after.actions).flatMap(([kind, many]) => {
      const more = many - (before.actions[kind] ?? 0);
      return more === 0 ? [] : [[kind, more]];
    }),
  ),
});

export const sumOf = ({ actions }: Counted): number => Object.values(actions).reduce((sum, many) => sum + many, 0);
