import type { Locale } from '../domain/chat/catalogue/index.ts';
import type { Db } from './client.ts';
import { asLocale } from './person-locale.ts';
import { taskEntityId } from '../domain/task-entity.ts';

export interface Addressee {
  personId: string;
  /** Of the account bound last, else the web inbox. */
  channel: string;
  locale: Locale;
}

/** Who may sign for a unit 审签: its supervisors, those of one task only where the task is theirs. */
export async function signersOf(
  db: Db,
  { unitId, entityId }: { unitId: string; entityId: string },
): Promise<Addressee[]> {
  return contactsOf(db, { unitId, entityId, rank: 'supervisor' });
}

/** Active contacts of one rank of a unit that answer for one task. */
export async function contactsOf(
  db: Db,
  { unitId, entityId, rank }: { unitId: string; entityId: string; rank: string },
): Promise<Addressee[]> {
  const rows = await db.membership.findMany({
    where: { unitId, rank, active: true },
    orderBy: { id: 'asc' },
    select: {
      personId: true,
      taskIds: true,
      person: {
        select: {
          locale: true,
          accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'desc' }, take: 1, select: { channel: true } },
        },
      },
    },
  });
  return rows
    .filter(({ taskIds }) => taskIds.length === 0 || taskIds.some((id) => entityId === taskEntityId(id)))
    .map(({ personId, person }) => ({
      personId,
      channel: person.accounts[0]?.channel ?? 'web',
      locale: asLocale(person.locale),
    }));
}

/** Whoever decides for the office of a plan. A grant over every plan means real plans: nobody is bothered with a demo's. */
export async function coordinatorsOf(db: Db, { id, demo }: { id: string; demo: boolean }): Promise<Addressee[]> {
  const people = await db.person.findMany({
    where: { grants: { some: { role: 'coordinator', OR: [{ planId: id }, ...(demo ? [] : [{ planId: null }])] } } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      locale: true,
      accounts: { where: { revokedAt: null }, orderBy: { boundAt: 'desc' }, take: 1, select: { channel: true } },
    },
  });
  return people.map(({ id: personId, accounts, locale }) => ({
    personId,
    channel: accounts[0]?.channel ?? 'web',
    locale: asLocale(locale),
  }));
}
