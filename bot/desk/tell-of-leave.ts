import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { usableAddress } from '../../prisma/usable-address.ts';
import type { PlanTalk } from '../dispatch/types.ts';

/** 【代办提示】 in the person's next window: who is away, and who is asked instead. */
export async function tellOfLeave(
  tx: Db,
  { planId, clockId, now, office, locale }: PlanTalk,
  { id, personId, line }: { id: string; personId: string; line: string },
): Promise<void> {
  const { channel } = await usableAddress(tx, personId, CHANNELS);
  await insertDelivery(tx, {
    id,
    planId,
    clockId,
    personId,
    channel,
    planAt: new Date(now),
    status: 'queued',
    message: {
      klass: 'notice',
      heading: catalogueFor(locale).people.headings.standIn,
      lines: [line],
      buttons: [],
      signature: office,
    },
  });
}
