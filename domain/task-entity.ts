/** A task's entity is named after its row; an entity's id is its workflow's id (workflows/ids). */
export const taskEntityId = (taskId: string): string => `task/${taskId}`;

/** The row behind an entity's id; null: a plan's or a phase's. */
export const taskIdOf = (entityId: string): string | null =>
  entityId.startsWith('task/') ? entityId.slice('task/'.length) : null;
