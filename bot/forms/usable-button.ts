import type { Db } from '../../prisma/client.ts';
import type { Action, Delivery } from '../../prisma/generated/client.ts';

export type PressedButton = Action & { delivery: Delivery };

/** Why a button doesn't count: nobody's, another person's, used or its card closed. */
export type Unusable = 'unknown' | 'not-yours' | 'closed';

/** A button by its opaque id, as this person may press it. */
export async function usableButton(
  db: Db,
  buttonId: unknown,
  personId: string,
): Promise<{ pressed: PressedButton | null; unusable: Unusable | null }> {
  const pressed =
    typeof buttonId === 'string'
      ? await db.action.findUnique({ where: { id: buttonId }, include: { delivery: true } })
      : null;
  if (!pressed) return { pressed: null, unusable: 'unknown' };
  if (pressed.personId !== personId) return { pressed, unusable: 'not-yours' };
  return { pressed, unusable: pressed.delivery.closedAt !== null || pressed.usedAt !== null ? 'closed' : null };
}
