import type { PhaseKind } from '../domain/plan/types.ts';

/** Workflow ids are opaque: ids of rows, never names. */
export const planWorkflowId = (planId: string): string => `plan/${planId}`;
export const phaseWorkflowId = (planId: string, kind: PhaseKind, epoch: number): string =>
  `phase/${planId}/${kind}/${epoch}`;
export { taskEntityId as taskWorkflowId } from '../domain/task-entity.ts';
export const senderWorkflowId = (clockId: string): string => `sender/${clockId}`;

/** An entity's id is its workflow's id, in tables and in Temporal alike. */
export type EntityId = string;

/** Refusals outside an open workflow go to this chain. */
export const deskChainId = (planId: string): string => `desk/${planId}`;
