import type { Db } from '../../prisma/client.ts';
import type { Evidence } from '../../prisma/generated/client.ts';
import type { InboxEntry } from '../../web/api.ts';
import { filesOf } from '../evidence/files-of.ts';

type ShownFile = NonNullable<InboxEntry['files']>[number];

/** Files of what a person said, by row, with what became of each; before a row is decided they are still on their way. */
export async function filesByRow(
  db: Db,
  rows: { id: string; payload: unknown }[],
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
      return [id, own.length > 0 ? own.map(shown) : filesOf(payload).map(coming)];
    }),
  );
}

const shown = (file: Evidence): ShownFile => ({
  id: file.id,
  name: file.name,
  size: file.size,
  state: stateOf(file),
  open: file.status === 'stored' || file.status === 'unassigned',
});

const coming = ({ id, name, size }: { id: string; name: string; size: number | null }): ShownFile => ({
  id,
  name,
  size,
  state: '正在收存',
  open: false,
});

function stateOf({ status, filedAt, entityId, askedWith }: Evidence): string {
  if (status === 'refused') return '未予收存';
  if (status === 'unassigned') return '已留存,未作佐证';
  if (status === 'waiting') return '正在收存';
  if (filedAt !== null) return '已收存';
  return entityId === null && askedWith !== null ? '请选择是哪一项的佐证' : '已收存,待登记';
}
