import type { EntityState } from './types.ts';

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/**
 * An item's id is its row, this entity and a part. What is kept of it leaves out the entity, and of a UUID all but
 * its last 62 random bits, which no two of 200 share; other ids stay whole.
 */
const keyOf = (entityId: string, id: string): string =>
  id.replace(`/${entityId}/`, '/').replace(UUID, (uuid) => uuid.slice(-17));

type Seen = Pick<EntityState, 'seenItems' | 'entityId'>;

/** This item or act was applied already; older states hold whole ids. */
export const hasSeen = ({ seenItems, entityId }: Seen, id: string): boolean =>
  seenItems.includes(keyOf(entityId, id)) || seenItems.includes(id);

/** Ids of the last 200 items and acts, for the gap between accepted and flushed (updateId does not cross continue-as-new). */
export const withSeen = <S extends EntityState>(state: S, id: string): S => ({
  ...state,
  seenItems: [...state.seenItems, keyOf(state.entityId, id)].slice(-200),
});
