import type { ReadingList } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { requireRight } from '../refuse.ts';
import { reviewOfRow } from './reading-row.ts';
import { readingRow } from './reading-view.ts';

const SHOWN = 50;

/** What was read, newest first; what was discarded is left out. Throws RefusedError NOT_PERMITTED. */
export async function readingList(deps: DeskDeps, actor: DeskActor): Promise<ReadingList> {
  await requireRight(deps, actor, 'review-reading', null);
  const rows = await deps.prisma.planReading.findMany({
    where: { status: { not: 'discarded' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  });
  return { readings: await Promise.all(rows.map((row) => readingRow(deps, row, reviewOfRow(row)))) };
}
