/** What Slack delivers, whichever way; Socket Mode's names for the kinds. */
export interface Envelope {
  type: 'events_api' | 'interactive' | 'slash_commands';
  body: Record<string, unknown>;
}

/** Over a socket an acknowledgement counts as 200, none within the bound as 0. */
export interface Delivered {
  status: number;
}

export type Deliver = (envelope: Envelope, retryNum: number) => Promise<Delivered>;
