import type { PressedButton, Unusable } from '../forms/usable-button.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

/** The sentence for a button that doesn't count: nobody's, another person's, used or its card closed. */
export async function refuseButton(
  context: RowContext,
  pressed: PressedButton | null,
  unusable: Unusable,
): Promise<Decision> {
  if (!pressed || unusable === 'unknown') return refuseRow(context, { code: 'BUTTON_UNKNOWN' });
  const { planId } = pressed.delivery;
  if (unusable === 'not-yours')
    return refuseRow(context, {
      code: 'BUTTON_NOT_YOURS',
      planId,
      about: { deliveryId: pressed.deliveryId, act: pressed.act },
    });
  const result = pressed.delivery.closedWith ?? '已登记';
  return refuseRow(context, { code: 'CARD_CLOSED', details: { result }, planId, onRecord: false });
}
