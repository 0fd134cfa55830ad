import { catalogueFor, type Locale } from '../../domain/chat/catalogue/index.ts';
import type { PeopleWords } from '../../domain/chat/catalogue/zh-people.ts';
import { CHANNELS } from '../../domain/chat/port.ts';
import type { Db } from '../../prisma/client.ts';
import { personLocale } from '../../prisma/person-locale.ts';
import { insertDelivery } from '../../prisma/queries/insert-delivery.ts';
import { usableAddress } from '../../prisma/usable-address.ts';
import type { PlanTalk } from '../dispatch/types.ts';

/** 【代办提示】 in the person's next window: who is away, and who is asked instead. */
export async function tellOfLeave(
  tx: Db,
  { planId, clockId, now, office }: PlanTalk,
  { id, personId, line }: { id: string; personId: string; line: (words: PeopleWords, locale: Locale) => string },
): Promise<void> {
  const locale = await personLocale(tx, personId);
  const { people: words } = catalogueFor(locale);
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
      heading: words.headings.standIn,
      lines: [line(words, locale)],
      buttons: [],
      signature: office,
    },
  });
}
