import { assertNever } from '../../domain/assert-never.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { opensForm } from '../forms/opens-form.ts';
import { isWordless } from '../evidence/files-of.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Action, Delivery, Inbox, InboxItem } from '../../prisma/generated/client.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import type { InboxEntry } from '../../web/api.ts';

/** A message to the person, with the buttons that still count. */
export function incomingEntry(delivery: Delivery & { actions: Action[] }, dueParts: ReadonlySet<string>): InboxEntry {
  const message = parseStoredMessage(delivery.message);
  const used = new Set(delivery.actions.filter(({ usedAt }) => usedAt !== null).map(({ id }) => id));
  const usable =
    delivery.closedAt === null
      ? message.buttons.filter(({ id, act }) => !used.has(id) && stillMeant(act, dueParts))
      : [];
  return {
    id: delivery.id,
    side: 'in',
    at: delivery.planAt.toISOString(),
    heading: message.heading,
    lines: message.lines,
    buttons: usable.map(({ id, label, style, act }) => ({ id, label, style: style ?? null, opens: opens(act) })),
    closedWith: delivery.closedWith,
    signature: message.signature || null,
    outcome: null,
  };
}

/** A button about a part that takes no more answers isn't offered. */
function stillMeant(act: ButtonAct, open: ReadonlySet<string>): boolean {
  const refs = 'lines' in act ? act.lines : 'entityId' in act ? [act] : null;
  return refs === null || refs.some(({ entityId, partId }) => open.has(`${entityId}|${partId}`));
}

/** The page opens its form for 填报, its reply box for reasons, and a button's own form for the rest. */
function opens(act: ButtonAct): 'form' | 'fields' | 'reply' | null {
  if (act.kind === 'fill' || act.kind === 'fill-all') return 'form';
  if (act.kind === 'explain') return 'reply';
  return opensForm(act, catalogueFor().forms) ? 'fields' : null;
}

export type SaidRow = Inbox & { items: InboxItem[] };

/** What the person said or pressed, and what became of it. `pressed`: labels of buttons by id. */
export function ownEntry(row: SaidRow, pressed: ReadonlyMap<string, string>, files?: InboxEntry['files']): InboxEntry {
  return {
    id: row.id,
    side: 'out',
    at: row.planAt.toISOString(),
    heading: null,
    lines: ownLines(row, pressed),
    buttons: [],
    closedWith: null,
    signature: null,
    outcome: outcomeText(row),
    ...(files ? { files } : {}),
  };
}

function ownLines(row: SaidRow, pressed: ReadonlyMap<string, string>): string[] {
  if (row.kind === 'button')
    return [`〔${pressed.get(String((row.payload as { buttonId?: unknown }).buttonId)) ?? '按钮'}〕`];
  if (row.kind === 'code') return ['(绑定码)'];
  if (row.kind !== 'form') return isWordless(row) ? [] : (row.text ?? '').split('\n');
  const { lines = [] } = row.payload as {
    lines?: { words?: string | null; reason?: string | null; progress?: number | null; done?: boolean | null }[];
  };
  return lines.map(
    ({ words, reason, progress, done }) =>
      [done ? '已完成' : '', typeof progress === 'number' ? `进度${progress}%` : '', words ?? '', reason ?? '']
        .filter((part) => part !== '')
        .join(' ') || '(逐项填报)',
  );
}

function outcomeText(row: SaidRow): string | null {
  if (row.status === 'open') return '已收到,正在登记';
  switch (row.outcome as 'recorded' | 'proposal' | 'kept' | 'refused' | 'answered' | null) {
    case 'recorded':
      return '已登记';
    case 'proposal':
      return '待核对';
    case 'kept':
      return '已留存原话';
    case 'refused':
      return '未登记';
    case 'answered':
    case null:
      return null;
    default:
      return assertNever(row.outcome as never);
  }
}
