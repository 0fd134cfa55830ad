import type { EntityState } from './types.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Of a UUID its last 62 random bits, which no two of 200 share; other ids whole. */
const keyOf = (id: string): string => (UUID.test(id) ? id.slice(-17) : id);

/** This item or act was applied already; older states hold whole ids. */
export const hasSeen = ({ seenItems }: Pick<EntityState, 'seenItems'>, id: string): boolean =>
  seenItems.includes(keyOf(id)) || seenItems.includes(id);

/** Ids of the last 200 items and acts, for the gap between accepted and flushed (updateId does not cross continue-as-new). */
export const withSeen = <S extends EntityState>(state: S, id: string): S => ({
  ...state,
  seenItems: [...state.seenItems, keyOf(id)].slice(-200),
});
