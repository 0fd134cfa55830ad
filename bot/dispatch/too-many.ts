import { refusalSentence } from '../../domain/refusals.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** Nobody types so many messages by hand; a script, or a telephone gone wild, does. */
const MOST = 60;
const WITHIN_MS = 10 * 60_000;
const CODE = 'TOO_MANY_MESSAGES';

/**
 * Typed words beyond what one person can mean in ten minutes: kept, and not read. The first of them is answered with
 * one sentence and told to the office; buttons and forms go on. null: not so many.
 */
export async function tooMany(context: RowContext): Promise<Decision | null> {
  const { deps, row, person, planId } = context;
  const before = await deps.prisma.inbox.findMany({
    where: {
      personId: person.id,
      kind: 'text',
      receivedAt: { gt: new Date(row.receivedAt.getTime() - WITHIN_MS), lt: row.receivedAt },
    },
    select: { error: true },
    take: MOST + 1,
    orderBy: { receivedAt: 'desc' },
  });
  if (before.length < MOST) return null;
  if (before.some(({ error }) => error === CODE)) return decision('kept', planId, { code: CODE });
  const refused = await refuseRow(context, { code: CODE });
  const body = { words: refusalSentence(CODE), personId: person.id, person: person.name, inboxId: row.id };
  if (planId !== '')
    refused.effects.push((tx) =>
      putOfficeItem(tx, { planId, key: `too-many/${person.id}`, kind: 'unconfirmed', body, planAt: row.planAt }),
    );
  return { ...refused, outcome: 'kept' };
}
