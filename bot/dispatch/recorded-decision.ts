import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import { isRetractable } from '../../domain/supervision/filings.ts';
import { afterReport } from './roll-up/after-report.ts';
import type { AppliedItem } from './apply-items.ts';
import { decision, type Decision, type RowContext } from './types.ts';

export interface NamedItem extends AppliedItem {
  no: string | null;
  title: string;
}

/** The sentence for items that went to their workflows: each with its summary or its refusal. */
export async function recordedDecision(
  context: RowContext,
  items: NamedItem[],
  extra: string[] = [],
): Promise<Decision> {
  const planId = items[0]?.planId ?? context.planId;
  const talk = await context.talk(planId);
  const { answers, buttons } = catalogueFor(talk.locale);
  const taken = items.filter(({ outcome }) => outcome !== 'refused');
  const refused = items.find(({ refusal }) => refusal !== null)?.refusal;
  const lines = items.map((item) =>
    answers.recorded(
      itemName(item.no, item.title, 24),
      item.refusal === null ? item.summary : sayRefusal(item.refusal, talk.locale),
    ),
  );
  const retractable = items.filter(({ outcome, reading }) => outcome === 'recorded' && isRetractable(reading.kind));
  const after = await afterReport(context, items);
  const message = answerMessage(
    taken.length > 0 ? 'done' : 'refused',
    [...lines, ...(taken.length > 0 ? extra : []), ...after.sentences],
    talk,
    [
      ...(retractable.length > 0
        ? [{ label: buttons.withdraw, act: { kind: 'withdraw' as const, items: retractable.map(itemRef) } }]
        : []),
      ...after.buttons,
    ],
  );
  return decision(taken.length > 0 ? 'recorded' : 'refused', planId, {
    messages: [{ message }],
    effects: after.effects,
    recorded: taken
      .filter(({ outcome }) => outcome === 'recorded')
      .flatMap(({ entityId, partId, summary, also = [] }) =>
        [{ entityId, partId }, ...also].map((part) => ({ part, summary })),
      ),
    ...(taken.length === 0 && refused ? { code: refused.code } : {}),
  });
}

const itemRef = ({ entityId, partId, itemId }: NamedItem) => ({ entityId, partId, itemId });
