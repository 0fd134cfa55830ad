import { appendDeskEventIn } from '../../../prisma/events.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findReading } from '../reading/find-reading.ts';
import { blockersOf } from '../reading/import-reading.ts';
import { reviewOfRow, STATUS_WORDS } from '../reading/reading-row.ts';
import { eventActor, INSTALLATION, refuseRecorded } from '../refuse.ts';
import { proposeAmendment, type Proposed } from './propose-amendment.ts';

const SHOWN = 3;

/**
 * Lays a reviewed reading beside a running plan. The file that the plan came from has no changes: its edits
 * and answers stand with it. Throws RefusedError READING_UNKNOWN, READING_SETTLED, READING_OPEN, and what a proposal throws.
 */
export async function proposeReading(
  deps: DeskDeps,
  actor: DeskActor,
  { planId, readingId }: { planId: string; readingId: string },
): Promise<Proposed> {
  const row = await findReading(deps, actor, readingId, 'review-reading');
  const refuse = (code: 'READING_SETTLED' | 'READING_OPEN', details: Record<string, string | number>) =>
    refuseRecorded(deps, actor, planId, 'amend', code, details);
  if (row.status === 'discarded') return refuse('READING_SETTLED', { status: STATUS_WORDS[row.status] ?? row.status });
  const review = reviewOfRow(row);
  const blockers = row.status === 'review' ? blockersOf(review) : [];
  if (blockers.length > 0) {
    const more = blockers.length > SHOWN ? ' 等' : '';
    return refuse('READING_OPEN', { count: blockers.length, what: `${blockers.slice(0, SHOWN).join(';')}${more}` });
  }
  const source = row.fileName === '' ? null : row.fileName;
  const proposed = await proposeAmendment(deps, actor, { planId, facts: review.facts, source });
  if (row.status === 'review' && proposed.no !== null) await settle(deps, actor, readingId, planId, review.facts.title);
  return proposed;
}

/** What became an amendment waits for no import any more. */
async function settle(
  { prisma }: DeskDeps,
  actor: DeskActor,
  readingId: string,
  planId: string,
  title: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.planReading.updateMany({
      where: { id: readingId, status: 'review' },
      data: { status: 'imported', planId, settledBy: actor.personId, settledAt: new Date() },
    });
    if (count === 0) return;
    await appendDeskEventIn(tx, {
      planId: INSTALLATION,
      kind: 'readingAmends',
      actor: eventActor(actor),
      via: actor.via,
      body: { readingId, planId, title },
    });
  });
}
