import type { People } from '../../../api.ts';

/** The unit's first liaison, else whoever is registered for it. */
export function liaisonOf(people: People | undefined, unitId: string): string | null {
  const contacts = people?.units.find(({ id }) => id === unitId)?.contacts ?? [];
  return (contacts.find(({ rank }) => rank === 'liaison') ?? contacts[0])?.personId ?? null;
}
