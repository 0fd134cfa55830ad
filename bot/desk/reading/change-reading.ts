import type { Author, Marking } from '../../../domain/document/mark.ts';
import { askedReading } from '../../../domain/document/review.ts';
import type { ReviewMarks } from '../../../domain/document/review-types.ts';
import type { Prisma } from '../../../prisma/client.ts';
import { REAL_CLOCK } from '../../../prisma/clock.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { eventActor, INSTALLATION, recordingRefusals } from '../refuse.ts';
import { findReading, openRow } from './find-reading.ts';
import { marksOf, readingOf } from './reading-row.ts';

export interface ReadingChanged {
  marks: ReviewMarks;
  kind: 'readingEdited' | 'readingAnswered';
  /** What the chain keeps of it. */
  body: Record<string, unknown>;
}

/**
 * One change to a reading under review, and its Event, in one transaction; all of it or nothing.
 * Throws RefusedError READING_UNKNOWN, READING_SETTLED, NOT_PERMITTED, and what `change` throws.
 */
export async function changeReading(
  deps: DeskDeps,
  actor: DeskActor,
  readingId: string,
  change: (marking: Marking, author: Author) => ReadingChanged,
): Promise<void> {
  await findReading(deps, actor, readingId, 'review-reading');
  const now = await deps.clock.now(REAL_CLOCK);
  const author = { by: eventActor(actor), at: now.toISOString() };
  await recordingRefusals(deps, actor, null, 'review-reading', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(INSTALLATION));
      const row = await openRow(tx, readingId);
      const { marks, kind, body } = change({ ...askedReading(readingOf(row)), marks: marksOf(row) }, author);
      const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
      await tx.planReading.update({
        where: { id: readingId },
        data: { edits: json(marks.edits), answers: json(marks.answers) },
      });
      await appendDeskEventIn(tx, {
        planId: INSTALLATION,
        kind,
        actor: eventActor(actor),
        via: actor.via,
        planAt: now,
        body: { readingId, ...body },
      });
    }),
  );
}
