/** What Slack delivers, whichever way; Socket Mode's names for the kinds. */
export interface Envelope {
  type: 'events_api' | 'interactive' | 'slash_commands';
  body: Record<string, unknown>;
}

/** Over a socket an acknowledgement counts as 200, none within the bound as 0. */
export interface Delivered {
  status: number;
  /** What the app said with its yes: errors of a form, options, a view; absent: nothing. */
  body?: unknown;
}

export const delivered = (status: number, body: unknown): Delivered =>
  typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? { status, body } : { status };

export type Deliver = (envelope: Envelope, retryNum: number) => Promise<Delivered>;
