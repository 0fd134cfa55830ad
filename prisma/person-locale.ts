import type { Locale } from '../domain/chat/catalogue/index.ts';
import type { Db } from './client.ts';

/** The column holds one of the two by its check constraint. */
export const asLocale = (stored: string | undefined): Locale => (stored === 'en' ? 'en' : 'zh');

/** The language that somebody chose for the interface's words; Chinese for whoever is unknown. */
export async function personLocale(db: Db, personId: string): Promise<Locale> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { locale: true } });
  return asLocale(person?.locale);
}
