import type { Delivery } from '../../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import type { FoundPlan } from '../find-plan.ts';

/** `again`: as the sender would send it now · `other`: not by the channel that it went by. */
export const RESEND_BY = ['again', 'other'] as const;
export type ResendBy = (typeof RESEND_BY)[number];

export interface ResendAsked {
  deps: DeskDeps;
  actor: DeskActor;
  found: FoundPlan;
  delivery: Delivery;
  /** Name of who it was for. */
  person: string;
  by: ResendBy;
}

export const QUEUED_BEFORE: DeskResult = { summary: '此前已列入重发,无需重复操作。' };
