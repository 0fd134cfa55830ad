import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Button } from '../domain/chat/message.ts';
import type { Channel } from '../domain/chat/port.ts';
import type { Db, Prisma, PrismaClient } from './client.ts';

export interface HomeOf {
  personId: string;
  channel: Channel;
  planId: string;
  clockId: string;
  /** The plan's clock. */
  planAt: Date;
  /** The page itself where absent; a menu has buttons of its own. */
  use?: 'menu';
}

/** Old ones stay pressable on a view that was opened before; beyond this they are forgotten. */
const KEPT_MAX = 200;

/**
 * Opaque ids for the buttons of a person's home page, one row of Delivery (klass home) a person, channel and plan:
 * what is still offered keeps its id, what was used up gets a new one. In the order of `buttons`.
 */
export async function homeActions(prisma: PrismaClient, of: HomeOf, buttons: Button[]): Promise<string[]> {
  const { personId, channel, planId, clockId, planAt, use } = of;
  const deliveryId = ['home', channel, personId, planId, ...(use ? [use] : [])].join('/');
  return prisma.$transaction(async (tx) => {
    const common = { planAt, closedAt: null, closedWith: null };
    await tx.delivery.upsert({
      where: { id: deliveryId },
      create: {
        ...common,
        id: deliveryId,
        planId,
        clockId,
        personId,
        channel,
        klass: 'home',
        status: 'sent',
        sentAt: new Date(),
        message: { buttons: [] },
      },
      update: common,
    });
    const known = await tx.action.findMany({ where: { deliveryId } });
    const ids = buttons.map(
      ({ act }) =>
        known.find((one) => one.usedAt === null && isDeepStrictEqual(one.act, plain(act)))?.id ??
        randomBytes(16).toString('base64url'),
    );
    const fresh = buttons.flatMap((button, at) => {
      const id = ids[at] ?? '';
      return known.some((one) => one.id === id) ? [] : [{ id, deliveryId, personId, act: plain(button.act) }];
    });
    if (known.length + fresh.length > KEPT_MAX) await forget(tx, deliveryId, ids);
    await tx.action.createMany({ data: fresh, skipDuplicates: true });
    // The names of pressed buttons are read from here.
    const named = buttons.map(({ label }, at) => ({ id: ids[at] ?? '', label }));
    await tx.delivery.update({ where: { id: deliveryId }, data: { message: { buttons: named } } });
    return ids;
  });
}

const plain = (act: Button['act']): Prisma.InputJsonObject => JSON.parse(JSON.stringify(act)) as Prisma.InputJsonObject;

const forget = (tx: Db, deliveryId: string, keep: string[]): Promise<unknown> =>
  tx.action.deleteMany({ where: { deliveryId, id: { notIn: keep } } });
