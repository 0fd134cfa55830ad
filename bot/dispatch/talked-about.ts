import type { ButtonAct } from '../../domain/chat/message.ts';
import type { Db } from '../../prisma/client.ts';
import { findPart, type PersonPart } from '../directory/person-parts.ts';
import { deliveryByRef } from '../../prisma/queries/delivery-by-ref.ts';
import { partsOfAct, type PartRef } from '../parts-of-act.ts';
import { parseProposalItems } from '../proposals/items.ts';
import { editOf } from './edited.ts';
import { officeKind, type OfficeKind } from './office-effect.ts';
import type { RowContext } from './types.ts';

export interface TalkedAbout {
  part: PersonPart;
  /** A button asked for these words: they are no report. */
  words?: OfficeKind | typeof UNCHANGED;
  /** Only the newest prompt speaks for it: words that name another task are stronger. */
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
  const replyTo = await repliedTo(context);
  const replied = replyTo === null ? [] : await partsOfDelivery(prisma, replyTo);
  if (replied.length > 0) {
    // A reply to a list is about one of its lines, not about whatever was prompted last.
    const part = among(replied);
    return part && { part };
  }
  const asked = await askedByButton(context);
  const part = asked && among([asked]);
  if (part) {
    const words = asked.kind === UNCHANGED ? UNCHANGED : officeKind(asked.kind);
    return words ? { part, words } : { part };
  }
  const newest = await prisma.delivery.findFirst({
    where: { personId: person.id, klass: { in: ['digest', 'notice'] }, status: { in: ['sent', 'ambiguous'] } },
    orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    select: { id: true, closedAt: true },
  });
  const prompted = newest && newest.closedAt === null ? among(await partsOfDelivery(prisma, newest.id)) : null;
  return prompted && { part: prompted, implicit: true };
}

async function editedParts(db: Db, personId: string): Promise<PartRef[]> {
  const proposals = await db.proposal.findMany({ where: { personId, status: 'open' }, select: { items: true } });
  return proposals.flatMap(({ items }) => parseProposalItems(items)).filter(({ editing }) => editing === true);
}

/** Our message that these words were written under, by our own id or by the provider's. */
export async function repliedTo({ deps: { prisma }, row, person }: RowContext): Promise<string | null> {
  const { replyTo, replyToRef } = row.payload as { replyTo?: unknown; replyToRef?: unknown };
  if (typeof replyTo === 'string') return replyTo;
  if (typeof replyToRef !== 'object' || replyToRef === null) return null;
  return deliveryByRef(prisma, person.id, row.channel, replyToRef as Record<string, unknown>);
}

/** What a digest asks about; of a card or question, what its buttons speak of. */
async function partsOfDelivery(db: Db, deliveryId: string): Promise<PartRef[]> {
  const prompts = await db.prompt.findMany({ where: { deliveryId }, select: { entityId: true, partId: true } });
  if (prompts.length > 0) return prompts;
  const actions = await db.action.findMany({ where: { deliveryId }, select: { act: true } });
  return (await Promise.all(actions.map(({ act }) => partsOfAct(db, act as unknown as ButtonAct)))).flat();
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
