import { titleOf } from '../directory/person-parts.ts';
import { applyItems } from './apply-items.ts';
import type { Target } from './propose.ts';
import { recordedDecision } from './recorded-decision.ts';
import type { Decision, InboxRow, RowContext } from './types.ts';

/** Words about what the plan asks for no more: kept as they are, with when and by what it was taken away. No card. */
export async function keepWithdrawn(context: RowContext, typed: InboxRow, targets: Target[]): Promise<Decision> {
  const applied = await applyItems(
    context,
    targets.map(({ part, words }) => ({
      entityId: part.entityId,
      partId: part.part.id,
      planId: part.planId,
      reading: { kind: 'kept-words', words },
    })),
    { inboxId: typed.id, idPrefix: typed.id, receivedAt: typed.planAt },
  );
  const decided = await recordedDecision(
    context,
    applied.map((item, at) => {
      const part = targets[at]?.part;
      return { ...item, no: part?.no ?? null, title: part ? titleOf(part) : '' };
    }),
  );
  return decided.outcome === 'recorded' ? { ...decided, outcome: 'kept' } : decided;
}

/** One text about what is owed and what is owed no more: the card, and the sentence beside it. */
export const withKept = (decided: Decision, kept: Decision): Decision => ({
  ...decided,
  messages: [...decided.messages, ...kept.messages],
  effects: [...decided.effects, ...kept.effects],
  recorded: [...decided.recorded, ...kept.recorded],
});
