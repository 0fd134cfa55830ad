import { createHash, randomBytes } from 'node:crypto';
import { RefusedError } from '../../domain/refusals.ts';
import { appendDeskEvent } from '../../prisma/events.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';

export type CodePurpose = 'bind' | 'login';

/** Valid for ten minutes (attack 8 of the list). */
export const CODE_MINUTES = 10;
/** Wrong tries from one source within an hour before it is refused unread. */
const WRONG_TRIES = 5;
const HOUR_MS = 60 * 60_000;

/** Crockford's alphabet: nothing that is misread or misheard. 16 characters carry 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;

export interface NewCode {
  /** Shown once, never stored: in groups of four. */
  code: string;
  expiresAt: Date;
}

/** A one-time code for a person. Only its hash is kept. */
export async function createCode(
  prisma: PrismaClient,
  wanted: { personId: string; purpose: CodePurpose; createdBy: string },
  now: Date = new Date(),
): Promise<NewCode> {
  const plain = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % 32]).join('');
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  await prisma.oneTimeCode.create({ data: { ...wanted, hash: hashOf(plain), expiresAt } });
  return { code: plain.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
}

/**
 * The code's person, once. Throws RefusedError CODE_WRONG (wrong, used, expired) or CODE_TOO_MANY; every
 * failure is on record. `then` runs in the transaction that takes the code. `any`: the browser takes both kinds, it only opens a session. `source`: the address that tries (channel address, or IP).
 */
export async function redeemCode(
  prisma: PrismaClient,
  tried: { code: string; source: string; purpose: CodePurpose | 'any' },
  now: Date = new Date(),
  then: (tx: Db, personId: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const { source, purpose } = tried;
  const since = new Date(now.getTime() - HOUR_MS);
  if ((await prisma.codeFailure.count({ where: { source, at: { gt: since } } })) >= WRONG_TRIES)
    throw new RefusedError('CODE_TOO_MANY');
  const hash = hashOf(tried.code);
  const personId = await prisma.$transaction(async (tx) => {
    // One statement decides, so that of two who try at once one gets it.
    const { count } = await tx.oneTimeCode.updateMany({
      where: { hash, ...(purpose === 'any' ? {} : { purpose }), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    const taken = await tx.oneTimeCode.findUniqueOrThrow({ where: { hash }, select: { personId: true } });
    await then(tx, taken.personId);
    return taken.personId;
  });
  if (personId !== null) return personId;
  await prisma.codeFailure.create({ data: { source, at: now } });
  const row = await prisma.oneTimeCode.findUnique({ where: { hash }, select: { personId: true } });
  if (row) await onRecord(prisma, row.personId, source, purpose);
  throw new RefusedError('CODE_WRONG');
}

/** Whose code this was, if it was redeemed after that instant: a row that is applied again finds its own deed. */
export async function redeemedSince(db: Db, code: string, since: Date): Promise<string | null> {
  const row = await db.oneTimeCode.findUnique({
    where: { hash: hashOf(code) },
    select: { personId: true, usedAt: true },
  });
  return row?.usedAt && row.usedAt >= since ? row.personId : null;
}

/** A code that exists and is refused belongs into its plan's chain; a guess names nobody and stays in CodeFailure. */
async function onRecord(
  prisma: PrismaClient,
  personId: string,
  source: string,
  purpose: CodePurpose | 'any',
): Promise<void> {
  const membership = await prisma.membership.findFirst({
    where: { personId },
    select: { unit: { select: { planId: true } } },
  });
  if (!membership) return;
  await appendDeskEvent(prisma, {
    planId: membership.unit.planId,
    kind: 'refused',
    actor: { id: 'unknown', name: '未识别身份' },
    via: source.split('/')[0] ?? source,
    body: { code: 'CODE_WRONG', purpose, personId, source },
  });
}

/** Case, spaces and hyphens don't matter; O is 0, I and L are 1. */
function hashOf(code: string): string {
  const plain = code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}
