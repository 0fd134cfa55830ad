import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { dayText, localDay } from '../../domain/chat/local-text.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { findPart, partsOfPersonIn, titleOf } from '../directory/person-parts.ts';
import type { PressedButton } from './apply-button.ts';
import { applyItems } from './apply-items.ts';
import { recordedDecision } from './recorded-decision.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

/** 〔数据未出,12月10日前补报〕: the vague words file the period as 未量化 (policy "Vague, no change"), with the day on which the figure comes. */
export async function dataLater(
  context: RowContext,
  { delivery }: PressedButton,
  act: Extract<ButtonAct, { kind: 'data-later' }>,
): Promise<Decision> {
  const { deps, person, row } = context;
  const { planId } = delivery;
  const talk = await context.talk(planId);
  const { answers } = catalogueFor(talk.locale);
  const part = findPart(await partsOfPersonIn(deps.prisma, person.id, [act], row.planAt), act);
  if (!part) return refuseRow(context, { code: 'NOT_YOURS', sentence: answers.handedOver, planId, about: { act } });
  const typed = await deps.prisma.inbox.findUnique({ where: { id: act.inboxId }, select: { text: true } });
  const later = answers.dataLater(dayText(act.by, localDay(talk.now, talk.zone)));
  const applied = await applyItems(
    context,
    [
      {
        entityId: act.entityId,
        partId: act.partId,
        planId: part.planId,
        reading: {
          kind: 'report',
          words: `${typed?.text ?? ''}(${later})`,
          progress: null,
          expectedOn: null,
          blocker: null,
          done: false,
        },
      },
    ],
    { inboxId: row.id, idPrefix: row.id, receivedAt: row.planAt },
  );
  return recordedDecision(
    context,
    applied.map((item) => ({ ...item, no: part.no, title: titleOf(part) })),
    [`${later}。`],
  );
}
