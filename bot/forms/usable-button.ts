import type { Db } from '../../prisma/client.ts';
import { pressedButton, type PressedButton } from '../../prisma/queries/pressed-button.ts';

export type { PressedButton };

/** Why a button doesn't count: nobody's, another person's, used or its card closed. */
export type Unusable = 'unknown' | 'not-yours' | 'closed';

/** A button by its opaque id, as this person may press it. */
export async function usableButton(
  db: Db,
  buttonId: unknown,
  personId: string,
): Promise<{ pressed: PressedButton | null; unusable: Unusable | null }> {
  return usable(typeof buttonId === 'string' ? await pressedButton(db, buttonId) : null, personId);
}

/** The same of one that is known already. */
export function usable(
  pressed: PressedButton | null,
  personId: string,
): { pressed: PressedButton | null; unusable: Unusable | null } {
  if (!pressed) return { pressed: null, unusable: 'unknown' };
  if (pressed.personId !== personId) return { pressed, unusable: 'not-yours' };
  return { pressed, unusable: pressed.delivery.isClosed || pressed.isUsed ? 'closed' : null };
}
