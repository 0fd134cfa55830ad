import type { Db } from '../../prisma/client.ts';
import { appendDeskEventIn } from '../../prisma/events.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { INSTALLATION } from '../desk/refuse.ts';
import { homePlan } from '../plan-talk.ts';
import type { InboxRow } from './types.ts';

/** What became of somebody's code, by the account that a row came from. */
export type BindingOutcome = {
  /** Whose code it was. */
  personId: string;
  /** What the account calls itself; null: its channel doesn't say. */
  accountName: string | null;
} & (
  | { kind: 'bound'; replaced: number }
  /** The account is another person's · it said that it is not the person · the person said so on their own account. */
  | { kind: 'denied'; reason: 'taken' | 'denied' | 'not-asked' }
);

/** Puts it on record beside what it changed; where the code reached somebody else, the office is told once a person. */
export async function recordBinding(tx: Db, row: InboxRow, outcome: BindingOutcome): Promise<void> {
  const { kind, personId, accountName, ...rest } = outcome;
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const planId = await homePlan(tx, personId);
  // Bound, the account speaks for its person; one that turned out to be somebody else's doesn't.
  const isOwn = kind === 'bound' || row.personId === personId;
  await appendDeskEventIn(tx, {
    planId: planId === '' ? INSTALLATION : planId,
    kind: kind === 'bound' ? 'contactBound' : 'bindingDenied',
    actor: isOwn ? { id: personId, name } : { id: row.personId ?? 'unknown', name: '未识别身份' },
    via: row.channel,
    planAt: row.planAt,
    body: { personId, person: name, channel: row.channel, accountName, inboxId: row.id, ...rest },
  });
  if (outcome.kind === 'bound' || planId === '') return;
  await putOfficeItem(tx, {
    planId,
    key: `binding/${personId}`,
    kind: 'binding',
    body: { person: name, channel: row.channel, reason: outcome.reason, words: accountName ?? '' },
    planAt: row.planAt,
  });
}
