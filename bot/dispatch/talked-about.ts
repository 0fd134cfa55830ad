import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Db } from '../../prisma/client.ts';
import { findPart, type PersonPart } from '../directory/person-parts.ts';
import type { PartRef } from '../parts-of-act.ts';
import { partsOfDelivery } from '../parts-of-delivery.ts';
import { parseProposalItems } from '../proposals/items.ts';
import { editOf } from './edited.ts';
import { officeKind, type OfficeKind } from './office-effect.ts';
import type { RowContext } from './types.ts';
import { writtenUnder } from '../written-under.ts';

export interface TalkedAbout {
  part: PersonPart;
  /** A button asked for these words: they are no report. */
  words?: OfficeKind | typeof UNCHANGED;
  /** Only the newest prompt, or what a thread was about last, speaks for it: words that name another task are stronger. */
  implicit?: true;
}

const UNCHANGED = 'unchanged-because';

/** After this long a button's question is forgotten and words stand for themselves. */
const THREAD_MS = 2 * 60 * 60_000;

/**
 * The one part that words without a task's name speak of: the card being edited, what an edited
 * message was about, the message replied to, what a button just asked about, or the only line of the newest prompt. null: it can't be told.
 */
export async function talkedAbout(context: RowContext, open: PersonPart[]): Promise<TalkedAbout | null> {
  const { prisma } = context.deps;
  const { row, person } = context;
  const among = (refs: PartRef[]): PersonPart | null => {
    const found = [...new Set(refs.flatMap((ref) => findPart(open, ref) ?? []))];
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const edited = among(await editedParts(prisma, person.id));
  if (edited) return { part: edited };
  const edit = await editOf(prisma, row);
  const meant = edit && among(edit.parts);
  if (meant) return edit.words ? { part: meant, words: edit.words } : { part: meant };
  const under = await writtenUnder(prisma, row);
  const told: PartRef[][] = [];
  for (const id of under ?? []) told.push(await partsOfDelivery(prisma, id));
  const asked = await askedByButton(context);
  const part = asked && among([asked]);
  if (told.some((refs) => refs.length > 0)) {
    const here = [...new Set(told.flat().flatMap((ref) => findPart(open, ref) ?? []))];
    if (part && here.includes(part)) return about(part, asked);
    const [own = null, ...since] = told.map(among);
    if (own) return { part: own };
    // In a list's thread: what was spoken of last in it, never whatever was prompted last elsewhere.
    const last = since.find((one) => one !== null);
    return last ? { part: last, implicit: true } : null;
  }
  if (part) return about(part, asked);
  const newest = await prisma.delivery.findFirst({
    where: { personId: person.id, klass: { in: ['digest', 'notice'] }, status: { in: ['sent', 'ambiguous'] } },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    select: { id: true, closedAt: true },
  });
  const prompted = newest && newest.closedAt === null ? among(await partsOfDelivery(prisma, newest.id)) : null;
  return prompted && { part: prompted, implicit: true };
}

function about(part: PersonPart, { kind }: ButtonAct): TalkedAbout {
  const words = kind === UNCHANGED ? UNCHANGED : officeKind(kind);
  return words ? { part, words } : { part };
}

async function editedParts(db: Db, personId: string): Promise<PartRef[]> {
  const proposals = await db.proposal.findMany({ where: { personId, status: 'open' }, select: { items: true } });
  return proposals.flatMap(({ items }) => parseProposalItems(items)).filter(({ editing }) => editing === true);
}

/** The last thing this person did was a button that asks for words about one part. */
export async function askedByButton({
  deps,
  row,
  person,
}: RowContext): Promise<Extract<ButtonAct, { entityId: string }> | null> {
  const last = await deps.prisma.inbox.findFirst({
    where: {
      personId: person.id,
      status: 'done',
      planAt: { gte: new Date(row.planAt.getTime() - THREAD_MS) },
      // A reason that was too short is still awaited.
      OR: [{ error: null }, { error: { not: 'REASON_REQUIRED' } }],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
  });
  const buttonId =
    last?.kind === 'button' && last.outcome !== 'refused' ? (last.payload as { buttonId?: unknown }).buttonId : null;
  if (typeof buttonId !== 'string') return null;
  const action = await deps.prisma.action.findUnique({ where: { id: buttonId } });
  const act = action?.act as unknown as ButtonAct | undefined;
  const asks =
    act &&
    'entityId' in act &&
    (act.kind === 'fill' || act.kind === 'explain' || act.kind === UNCHANGED || officeKind(act.kind) !== null);
  return asks ? act : null;
}
