import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { LineRef } from '../../domain/chat/message.ts';
import type { NoChangeReading } from '../../domain/supervision/report-no-change.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import { applyItems, type AppliedItem } from './apply-items.ts';
import { recordedDecision } from './recorded-decision.ts';
import type { Decision, RowContext } from './types.ts';

/** 较上次无变化 of one part, with what the plan's policy lets pass. */
export async function noChangeReading(
  context: RowContext,
  { planId }: Pick<PersonPart, 'planId'>,
  reason?: string,
): Promise<NoChangeReading> {
  const { policy } = await context.talk(planId);
  return {
    kind: 'no-change',
    limit: { runsAccepted: policy.values.noChangeRunsAccepted, question: null },
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The words that 〔说明原因〕 asked for: they file the period. */
export async function unchangedBecause(context: RowContext, part: PersonPart, reason: string): Promise<Decision> {
  const { row } = context;
  const reading = await noChangeReading(context, part, reason);
  const applied = await applyItems(
    context,
    [{ entityId: part.entityId, partId: part.part.id, planId: part.planId, reading }],
    { inboxId: row.id, idPrefix: row.id, receivedAt: row.planAt },
  );
  return recordedDecision(
    context,
    applied.map((item) => ({ ...item, no: part.no, title: titleOf(part) })),
  );
}

/** Where the third 无变化 is answered by a question (message 6), its buttons: the figure, or why nothing changed. */
export async function offerAnswers(context: RowContext, decided: Decision, applied: AppliedItem[]): Promise<void> {
  const [asked] = applied.filter(({ refusal }) => refusal?.code === 'NO_CHANGE_ASKED');
  const [said] = decided.messages;
  if (!asked || !said) return;
  const { buttons, headings } = catalogueFor((await context.talk(asked.planId)).locale);
  const ref: LineRef = { entityId: asked.entityId, partId: asked.partId, duty: 'report', cycle: '' };
  const { message } = said;
  if (decided.outcome === 'refused') message.heading = headings.followUp;
  message.buttons.unshift(
    { label: buttons.fillFigure, act: { kind: 'fill', ...ref }, style: 'primary' },
    { label: buttons.explain, act: { kind: 'unchanged-because', ...ref } },
  );
}
