import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { opensForm } from '../forms/opens-form.ts';
import { isWordless } from '../evidence/files-of.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Action, Delivery, Inbox, InboxItem } from '../../prisma/generated/client.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import type { InboxEntry } from '../../web/api.ts';
import type { EntryWords } from './entry-words.ts';

/** Until when a button is offered. */
export interface Offered {
  /** `entityId|partId` of all that takes answers. */
  parts: ReadonlySet<string>;
  now: Date;
  undoMinutes: number;
}

/** A message to the person, with the buttons that still count. */
export function incomingEntry(delivery: Delivery & { actions: Action[] }, offered: Offered): InboxEntry {
  const message = parseStoredMessage(delivery.message);
  const used = new Set(delivery.actions.filter(({ usedAt }) => usedAt !== null).map(({ id }) => id));
  const usable =
    delivery.closedAt === null
      ? message.buttons.filter(({ id, act }) => !used.has(id) && stillMeant(act, delivery.planAt, offered))
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

/** A button about a part that takes no more answers isn't offered, nor 〔撤回〕 once it would be refused. */
function stillMeant(act: ButtonAct, sentAt: Date, { parts, now, undoMinutes }: Offered): boolean {
  if (act.kind === 'withdraw') return now.getTime() - sentAt.getTime() <= undoMinutes * 60_000;
  const refs = 'lines' in act ? act.lines : 'entityId' in act ? [act] : null;
  return refs === null || refs.some(({ entityId, partId }) => parts.has(`${entityId}|${partId}`));
}

/** The page opens its form for 填报, its reply box for reasons, and a button's own form for the rest. */
function opens(act: ButtonAct): 'form' | 'fields' | 'reply' | null {
  if (act.kind === 'fill' || act.kind === 'fill-all') return 'form';
  if (act.kind === 'explain') return 'reply';
  return opensForm(act, catalogueFor().forms) ? 'fields' : null;
}

export type SaidRow = Inbox & { items: InboxItem[] };

interface Shown {
  words: EntryWords;
  /** Labels of buttons by id. */
  pressed: ReadonlyMap<string, string>;
  /** What a form's line is about, by its entity. */
  tasks: ReadonlyMap<string, string>;
  files?: InboxEntry['files'] | undefined;
}

/** What the person said or pressed, and what became of it. */
export function ownEntry(row: SaidRow, { files, ...shown }: Shown): InboxEntry {
  return {
    id: row.id,
    side: 'out',
    at: row.planAt.toISOString(),
    heading: null,
    lines: ownLines(row, shown),
    buttons: [],
    closedWith: null,
    signature: null,
    outcome: outcomeText(row, shown.words),
    ...(files ? { files } : {}),
  };
}

interface FilledLine {
  entityId?: string;
  words?: string | null;
  reason?: string | null;
  progress?: number | null;
  done?: boolean | null;
  blocker?: string | null;
  expectedOn?: string | null;
  newDueOn?: string | null;
}

function ownLines(row: SaidRow, { words, pressed, tasks }: Omit<Shown, 'files'>): string[] {
  if (row.kind === 'button')
    return [`〔${pressed.get(String((row.payload as { buttonId?: unknown }).buttonId)) ?? words.button}〕`];
  if (row.kind === 'code') return [words.code];
  if (row.kind !== 'form') return isWordless(row) ? [] : (row.text ?? '').split('\n');
  const { lines = [] } = row.payload as { lines?: FilledLine[] };
  return lines.map((line) =>
    [tasks.get(line.entityId ?? '') ?? '', filledText(line, words) || words.form]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** All that was filled in, so that its author sees it again. */
const filledText = (line: FilledLine, words: EntryWords): string =>
  [
    line.done ? words.done : '',
    typeof line.progress === 'number' ? words.progress(line.progress) : '',
    line.newDueOn ? words.newDueOn(line.newDueOn) : '',
    line.words ?? '',
    line.reason ?? '',
    line.blocker ? words.blocker(line.blocker) : '',
    line.expectedOn ? words.expectedOn(line.expectedOn) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

function outcomeText(row: SaidRow, { receiving, outcomes }: EntryWords): string | null {
  if (row.status === 'open') return receiving;
  return (outcomes as Record<string, string>)[row.outcome ?? ''] ?? null;
}
