import type { ReplyItem } from '../../domain/chat/understand/types.ts';
import { findPart, partsOfPersonIn, type PersonPart } from '../directory/person-parts.ts';
import { keepForOffice } from './keep-for-office.ts';
import type { Decision, RowContext } from './types.ts';
import { withdrawItems } from './withdraw.ts';

/** What was decided, and the part as it stands since, for what else the words say. */
export interface ClaimTakenBack {
  decided: Decision;
  /** null: nothing changed, the office has the words. */
  part: PersonPart | null;
}

/**
 * 刚才说完成了,说错了,还没完: a claim of completion that its author denies is taken back; once it no longer can be,
 * the office is told, which returns it. null: no claim of theirs stands, or none is denied.
 */
export async function takeBackClaim(
  context: RowContext,
  part: PersonPart,
  { status, percent }: Pick<ReplyItem, 'status' | 'percent'>,
  words: string,
): Promise<ClaimTakenBack | null> {
  const { deps, person, row } = context;
  const denies = status !== 'done' && (percent === null ? status !== null : percent < 100);
  if (part.part.completion !== 'claimed' || !denies) return null;
  const claim = part.part.filings?.findLast(({ kind, by }) => kind === 'claim-completion' && by === person.id);
  const { policy } = await context.talk(part.planId);
  const age = claim ? row.planAt.getTime() - Date.parse(claim.recordedAt) : Infinity;
  if (!claim || age > policy.values.replyUndoMinutes * 60_000)
    return { decided: await keepForOffice(context, part, 'coordination', words), part: null };
  const ref = { entityId: part.entityId, partId: part.part.id };
  const decided = await withdrawItems(context, [{ ...ref, itemId: claim.itemId }]);
  const parts = await partsOfPersonIn(deps.prisma, person.id, [ref], row.planAt);
  return { decided, part: decided.outcome === 'recorded' ? (findPart(parts, ref) ?? null) : null };
}
