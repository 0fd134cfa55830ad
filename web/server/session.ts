import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from '../../prisma/client.ts';
import type { Session } from '../../prisma/generated/client.ts';

export const SESSION_COOKIE = 'duban_session';
export const SESSION_HOURS = 12;
/** 256 bits: not to be guessed. */
const TOKEN_BYTES = 32;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A session of its own for each login, never one that was there before. Answers the token, which is stored nowhere. */
export async function openSession(prisma: PrismaClient, personId: string, now: Date): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
  await prisma.session.create({ data: { tokenHash: hashOf(token), personId, expiresAt } });
  return token;
}

/** The session of a token; null where it is unknown, expired or revoked. */
export async function findSession(prisma: PrismaClient, token: string | undefined, now: Date): Promise<Session | null> {
  if (token === undefined || token === '') return null;
  const session = await prisma.session.findUnique({ where: { tokenHash: hashOf(token) } });
  return session && session.revokedAt === null && session.expiresAt > now ? session : null;
}

export async function revokeSession(prisma: PrismaClient, token: string | undefined, now: Date): Promise<void> {
  if (token === undefined || token === '') return;
  await prisma.session.updateMany({ where: { tokenHash: hashOf(token), revokedAt: null }, data: { revokedAt: now } });
}
