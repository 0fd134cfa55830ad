import { RefusedError } from '../../domain/refusals.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { appendDeskEvent } from '../../prisma/events.ts';
import { createCode } from '../directory/codes.ts';
import { INSTALLATION } from './refuse.ts';

/** Links that one person may ask for in an hour. */
const AN_HOUR = 6;
const HOUR_MS = 3_600_000;

/** A one-time link to the page for whoever asks for their own, as a bound chat account. Refuses LINKS_MANY. The code is kept nowhere but in its hash. */
export async function ownLink(
  prisma: PrismaClient,
  person: { id: string; name: string },
  { pageUrl, planId, via, now }: { pageUrl: string; planId: string; via: string; now: Date },
): Promise<{ url: string; expiresAt: Date }> {
  const asked = await prisma.oneTimeCode.count({
    where: { createdBy: person.id, personId: person.id, createdAt: { gte: new Date(now.getTime() - HOUR_MS) } },
  });
  if (asked >= AN_HOUR) throw new RefusedError('LINKS_MANY', { max: AN_HOUR });
  const { code, expiresAt } = await createCode(
    prisma,
    { personId: person.id, purpose: 'login', createdBy: person.id },
    now,
  );
  await appendDeskEvent(prisma, {
    planId: planId === '' ? INSTALLATION : planId,
    kind: 'codeIssued',
    actor: person,
    via,
    body: { personId: person.id, purpose: 'login', expiresAt: expiresAt.toISOString() },
  });
  return { url: `${pageUrl}/?code=${encodeURIComponent(code)}`, expiresAt };
}
