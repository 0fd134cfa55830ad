import type { Db } from '../../prisma/client.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import type { InboxEntry } from '../../web/api.ts';
import { filesOf } from '../evidence/files-of.ts';
import type { EntryWords } from './entry-words.ts';

type ShownFile = NonNullable<InboxEntry['files']>[number];

/** Files of what a person said, by row, with what became of each; before a row is decided they are still on their way. */
export async function filesByRow(
  db: Db,
  rows: { id: string; payload: unknown }[],
  words: EntryWords['files'],
): Promise<Map<string, InboxEntry['files']>> {
  const having = rows.filter(({ payload }) => filesOf(payload).length > 0);
  if (having.length === 0) return new Map();
  const kept = await db.evidence.findMany({
    where: { inboxId: { in: having.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  return new Map(
    having.map(({ id, payload }) => {
      const own = kept.filter(({ inboxId }) => inboxId === id);
      return [
        id,
        own.length > 0 ? own.map((file) => shown(file, words)) : filesOf(payload).map((file) => coming(file, words)),
      ];
    }),
  );
}

const shown = (file: Evidence, words: EntryWords['files']): ShownFile => ({
  id: file.id,
  name: file.name,
  size: file.size,
  state: stateOf(file, words),
  open: file.status === 'stored' || file.status === 'unassigned',
});

const coming = (
  { id, name, size }: { id: string; name: string; size: number | null },
  words: EntryWords['files'],
): ShownFile => ({
  id,
  name,
  size,
  state: words.coming,
  open: false,
});

function stateOf({ status, filedAt, entityId, askedWith }: Evidence, words: EntryWords['files']): string {
  if (status === 'refused') return words.refused;
  if (status === 'unassigned') return words.unassigned;
  if (status === 'waiting') return words.coming;
  if (filedAt !== null) return words.filed;
  return entityId === null && askedWith !== null ? words.asked : words.kept;
}
