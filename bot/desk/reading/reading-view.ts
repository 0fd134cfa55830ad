import { anchorsInReview } from '../../../domain/document/anchors-in-review.ts';
import { completeDraft } from '../../../domain/document/complete-draft.ts';
import { pointerOf, valueAt } from '../../../domain/document/pointer.ts';
import { reviewActs } from '../../../domain/document/review-acts.ts';
import { namedPath } from '../../../domain/document/review.ts';
import { changedPlaces } from '../../../domain/document/changed-places.ts';
import type { Review } from '../../../domain/document/review-types.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { may } from '../../../domain/rights.ts';
import type { PlanReading } from '../../../prisma/generated/client.ts';
import type { ReadingRow, ReadingView } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { findReading } from './find-reading.ts';
import { factsHash, marksOf, readingOf, reviewOfRow } from './reading-row.ts';

/** One reading whole, for the page. Throws RefusedError READING_UNKNOWN, NOT_PERMITTED. */
export async function readingView(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId }: { readingId: string },
): Promise<ReadingView> {
  const row = await findReading(deps, actor, readingId, 'review-reading');
  const review = reviewOfRow(row);
  const { anchors, notes } = readingOf(row);
  const draft = completeDraft(readingOf(row).plan);
  const editable = row.status === 'review';
  return {
    ...(await readingRow(deps, row, review)),
    text: row.text,
    plan: review.plan,
    removed: review.removed,
    order: review.order,
    anchors: anchorsInReview(
      Object.fromEntries(Object.entries(anchors).map(([path, span]) => [namedPath(draft, path), span])),
      marksOf(row),
    ),
    notes,
    edits: changedPlaces(review).map((one) => ({ ...one, read: asRead(draft, one.path) })),
    acts: reviewActs(marksOf(row)),
    questions: review.questions.map(({ answer, ...question }) => ({
      ...question,
      answer: answer && { kind: answer.kind, value: answer.value, by: answer.by.name, at: answer.at },
    })),
    problems: review.problems,
    open: review.open,
    hash: factsHash(review.facts),
    can: { edit: editable, import: editable && may('import', actor.grants, { planId: null }) },
  };
}

/** A unit is named in a path, and numbered in the draft. */
function asRead(draft: PlanFacts, path: string): unknown {
  const at = draft.units.findIndex(({ name }) => `${path}/`.startsWith(`${pointerOf('units', name)}/`));
  const unit = draft.units[at];
  const place = unit ? `${pointerOf('units', at)}${path.slice(pointerOf('units', unit.name).length)}` : path;
  return valueAt(draft, place) ?? null;
}

export async function readingRow({ prisma }: DeskDeps, row: PlanReading, review: Review): Promise<ReadingRow> {
  const person = await prisma.person.findUnique({ where: { id: row.createdBy }, select: { name: true } });
  return {
    id: row.id,
    title: review.facts.title,
    fileName: row.fileName,
    format: row.format as ReadingRow['format'],
    status: row.status as ReadingRow['status'],
    planId: row.planId,
    tasks: review.facts.tasks.length,
    asked: review.questions.filter(({ state }) => state === 'open').length,
    blocking: row.status === 'review' ? review.open.length + review.problems.length : 0,
    readBy: person?.name ?? row.createdBy,
    readAt: row.createdAt.toISOString(),
  };
}
