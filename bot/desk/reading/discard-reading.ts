import { REAL_CLOCK } from '../../../prisma/clock.ts';
import { appendDeskEventIn, lockChain } from '../../../prisma/events.ts';
import { deskChainId } from '../../../workflows/ids.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, INSTALLATION, recordingRefusals } from '../refuse.ts';
import { findReading, openRow } from './find-reading.ts';
import { readingOf } from './reading-row.ts';

/** 〔放弃〕: kept on record; reading the same file again opens it again. Throws RefusedError READING_UNKNOWN, READING_SETTLED. */
export async function discardReading(
  deps: DeskDeps,
  actor: DeskActor,
  { readingId }: { readingId: string },
): Promise<DeskResult> {
  const row = await findReading(deps, actor, readingId, 'review-reading');
  const { title } = readingOf(row).plan;
  const now = await deps.clock.now(REAL_CLOCK);
  await recordingRefusals(deps, actor, null, 'review-reading', () =>
    deps.prisma.$transaction(async (tx) => {
      await lockChain(tx, deskChainId(INSTALLATION));
      await openRow(tx, readingId);
      await tx.planReading.update({
        where: { id: readingId },
        data: { status: 'discarded', settledBy: actor.personId, settledAt: now },
      });
      await appendDeskEventIn(tx, {
        planId: INSTALLATION,
        kind: 'readingDiscarded',
        actor: eventActor(actor),
        via: actor.via,
        planAt: now,
        body: { readingId, title },
      });
    }),
  );
  return { summary: `已放弃《${title}》的读入稿。重新读入同一文件即可恢复。` };
}
