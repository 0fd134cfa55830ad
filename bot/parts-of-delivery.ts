import type { ButtonAct } from '../domain/chat/message.ts';
import type { Db } from '../prisma/client.ts';
import { partsOfAct, type PartRef } from './parts-of-act.ts';

/** What a digest asks about; of a card or question, what its buttons speak of. */
export async function partsOfDelivery(db: Db, deliveryId: string): Promise<PartRef[]> {
  const prompts = await db.prompt.findMany({ where: { deliveryId }, select: { entityId: true, partId: true } });
  if (prompts.length > 0) return prompts;
  const actions = await db.action.findMany({ where: { deliveryId }, select: { act: true } });
  return (await Promise.all(actions.map(({ act }) => partsOfAct(db, act as unknown as ButtonAct)))).flat();
}
