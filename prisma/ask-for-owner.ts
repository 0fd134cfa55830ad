import type { SupervisedState } from '../domain/supervision/types.ts';
import type { Db } from './client.ts';
import { putOfficeItem } from './office-items.ts';

/** A task that no unit owes: the office assigns one. */
export async function askForOwner(
  db: Db,
  { planId, entityId, no, title }: Pick<SupervisedState, 'planId' | 'entityId' | 'no' | 'title'>,
  phase: string,
  now: string,
): Promise<void> {
  await putOfficeItem(db, {
    planId,
    key: `unassigned/${entityId}`,
    kind: 'unassigned',
    entityId,
    body: { no, title, phase },
    planAt: new Date(now),
  });
}
