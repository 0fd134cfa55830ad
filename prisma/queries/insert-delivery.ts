import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Locale } from '../../domain/chat/catalogue/index.ts';
import type { Channel } from '../../domain/chat/port.ts';
import type { Button, NeutralMessage, SendableMessage } from '../../domain/chat/message.ts';
import type { Db, Prisma } from '../client.ts';
import { personLocale } from '../person-locale.ts';

export interface NewDelivery {
  /** Given where a repeated try must find its own row again. */
  id?: string;
  planId: string;
  clockId: string;
  personId: string;
  channel: Channel;
  /** The plan's clock. */
  planAt: Date;
  message: NeutralMessage;
  /** `queued`: the sender takes it when its window is open (notices). Otherwise the caller sends it. */
  status?: 'queued' | 'sending';
  /** Of a digest: the rungs that it is written for. */
  promptIds?: string[];
}

/** Delivery.message: the message with the ids that its buttons got. */
export type StoredMessage = Omit<NeutralMessage, 'buttons'> & { buttons: (Button & { id: string })[] };

/** 128 bits, 22 characters: nobody guesses one, and it fits Telegram's 64 bytes. */
const newActionId = (): string => randomBytes(16).toString('base64url');

/**
 * Puts a message to one person on record with an Action row for each button. The caller sends it after the
 * commit and marks what became of it; a `queued` one is left to the sender.
 */
export async function insertDelivery(tx: Db, fresh: NewDelivery): Promise<SendableMessage> {
  const id = fresh.id ?? randomUUID();
  const message = inLanguage(withIds(fresh.message), await personLocale(tx, fresh.personId));
  await tx.delivery.create({
    data: {
      id,
      planId: fresh.planId,
      clockId: fresh.clockId,
      personId: fresh.personId,
      channel: fresh.channel,
      klass: message.klass,
      status: fresh.status ?? 'sending',
      message: message as unknown as Prisma.InputJsonValue,
      planAt: fresh.planAt,
      promptIds: fresh.promptIds ?? [],
    },
  });
  if (message.buttons.length > 0) {
    await tx.action.createMany({
      data: message.buttons.map((button) => ({
        id: button.id,
        deliveryId: id,
        personId: fresh.personId,
        act: button.act as unknown as Prisma.InputJsonValue,
      })),
    });
  }
  return toSendable(id, message);
}

/** The message with the ids that its buttons get. */
export const withIds = (message: NeutralMessage): StoredMessage => ({
  ...message,
  buttons: message.buttons.map((button) => ({ ...button, id: newActionId() })),
});

/** A message says its language where that is not Chinese. */
export const inLanguage = (message: StoredMessage, locale: Locale): StoredMessage =>
  locale === 'en' ? { ...message, locale } : message;

const storedMessage = z.looseObject({
  klass: z.enum(['digest', 'answer', 'notice']),
  heading: z.string(),
  lines: z.array(z.string()),
  signature: z.string(),
  asksReply: z.literal(true).optional(),
  buttons: z.array(
    z.looseObject({
      id: z.string(),
      label: z.string(),
      style: z.enum(['primary', 'danger']).optional(),
      act: z.looseObject({ kind: z.string() }),
    }),
  ),
});

/** Delivery.message as read from the row. Throws ZodError where the row holds something else. */
export const parseStoredMessage = (json: unknown): StoredMessage =>
  storedMessage.parse(json) as unknown as StoredMessage;

/** The same as channels get it: buttons as opaque ids. */
export function toSendable(deliveryId: string, message: StoredMessage): SendableMessage {
  return {
    ...message,
    deliveryId,
    buttons: message.buttons.map(({ id, label, style }) => ({ id, label, ...(style ? { style } : {}) })),
  };
}
