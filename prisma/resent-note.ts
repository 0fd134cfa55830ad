import { catalogueFor, type Locale } from '../domain/chat/catalogue/index.ts';
import type { Prisma } from './client.ts';
import { parseStoredMessage } from './queries/insert-delivery.ts';

/** A stored message that goes a second time: the person may hold it already, and nothing but the message itself can say so. */
export function withResentNote(stored: Prisma.JsonValue, locale: Locale): Prisma.InputJsonValue {
  const message = parseStoredMessage(stored);
  const note = catalogueFor(locale).resent;
  const lines = message.lines.includes(note) ? message.lines : [...message.lines, note];
  return { ...message, lines } as unknown as Prisma.InputJsonValue;
}
