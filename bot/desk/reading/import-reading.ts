import type { Review } from '../../../domain/document/review-types.ts';
import { appendDeskEventIn } from '../../../prisma/events.ts';
import type { PlanReading } from '../../../prisma/generated/client.ts';
import { REAL_CLOCK } from '../../../prisma/clock.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { importPlan, type Imported } from '../import-plan.ts';
import { eventActor, INSTALLATION, refuseRecorded } from '../refuse.ts';
import { findReading } from './find-reading.ts';
import { factsHash, reviewOfRow, STATUS_WORDS } from './reading-row.ts';

const SHOWN = 3;

/** What must be answered or mended first; empty where nothing is. */
export const blockersOf = ({ questions, problems, open }: Review): string[] => [
  ...questions.filter(({ id }) => open.includes(id)).map(({ text }) => text),
  ...problems.map(({ path, message }) => `${path} ${message}`.trim()),
];

/**
 * 〔导入〕: the reading as it was seen (by its hash) becomes a plan once nothing that matters is open. Again: the
 * same plan. Throws RefusedError READING_UNKNOWN, READING_SETTLED, READING_OPEN, READING_CHANGED, and what an import throws.
 */
export async function importReading(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId, hash }: { readingId: string; hash: string },
): Promise<Imported> {
  const row = await findReading(deps, actor, readingId, 'import');
  if (row.status === 'imported' && row.planId !== null)
    return { planId: row.planId, alreadyThere: true, summary: `该读入稿此前已导入(${row.planId}),未作改动。` };
  if (row.status !== 'review')
    return refuseRecorded(deps, actor, null, 'import', 'READING_SETTLED', {
      status: STATUS_WORDS[row.status] ?? row.status,
    });
  const review = reviewOfRow(row);
  const blockers = blockersOf(review);
  if (blockers.length > 0) {
    const more = blockers.length > SHOWN ? ' 等' : '';
    return refuseRecorded(deps, actor, null, 'import', 'READING_OPEN', {
      count: blockers.length,
      what: `${blockers.slice(0, SHOWN).join(';')}${more}`,
    });
  }
  if (factsHash(review.facts) !== hash) return refuseRecorded(deps, actor, null, 'import', 'READING_CHANGED');
  const imported = await importPlan(deps, actor, {
    facts: review.facts,
    origin: { readingId, sha256: row.sha256, fileName: row.fileName },
  });
  await settle(deps, actor, row, review, imported.planId);
  return imported;
}

async function settle(
  { prisma, clock }: DeskDeps,
  actor: DeskActor,
  { id, sha256 }: PlanReading,
  { facts, edits }: Review,
  planId: string,
): Promise<void> {
  const now = await clock.now(REAL_CLOCK);
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.planReading.updateMany({
      where: { id, status: 'review' },
      data: { status: 'imported', planId, settledBy: actor.personId, settledAt: now },
    });
    if (count === 0) return;
    await appendDeskEventIn(tx, {
      planId: INSTALLATION,
      kind: 'readingImported',
      actor: eventActor(actor),
      via: actor.via,
      planAt: now,
      body: { readingId: id, sha256, planId, title: facts.title, facts: factsHash(facts), edits: edits.length },
    });
  });
}
