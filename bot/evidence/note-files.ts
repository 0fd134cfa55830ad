import { FILES_A_MESSAGE } from '../../domain/evidence/limits.ts';
import { mayBeTaken } from '../../domain/evidence/file-kind.ts';
import type { Db, Prisma } from '../../prisma/client.ts';
import type { Inbox } from '../../prisma/generated/client.ts';
import { filesOf } from './files-of.ts';

/** What a provider says of a file's size; a file that the column can't count is far beyond what is fetched. */
const columnSize = (size: number | null): number | null =>
  size === null ? null : Math.min(Math.trunc(size), 2 ** 31 - 1);

/**
 * Puts the files of one decided row on record, to be fetched; what can't be kept by its name alone is refused at
 * once. An edit brings the files of its message again: they count once.
 */
export async function noteFiles(tx: Db, row: Inbox, personId: string): Promise<void> {
  const files = filesOf(row.payload);
  if (files.length === 0) return;
  const known = await tx.evidence.findMany({
    where: { personId, channel: row.channel, refId: { in: files.map(({ id }) => id) } },
    select: { refId: true },
  });
  const seen = new Set(known.map(({ refId }) => refId));
  const fresh = files.filter(({ id }) => !seen.has(id));
  await tx.evidence.createMany({
    data: fresh.map((file, index) => {
      const refused =
        index >= FILES_A_MESSAGE
          ? { code: 'FILES_MANY', details: { max: FILES_A_MESSAGE } }
          : mayBeTaken(file.name)
            ? null
            : { code: 'FILE_TYPE', details: { name: file.name } };
      return {
        id: `${row.id}-${index + 1}`,
        inboxId: row.id,
        ref: file as unknown as Prisma.InputJsonValue,
        refId: file.id,
        channel: row.channel,
        personId,
        name: file.name,
        mime: file.mime,
        size: columnSize(file.size),
        planAt: row.planAt,
        ...(refused ? { status: 'refused', reason: refused } : {}),
      };
    }),
    skipDuplicates: true,
  });
}
