import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { may } from '../../../domain/rights.ts';
import type { DeskActor, DeskDeps } from '../../desk/deps.ts';
import { today } from '../../desk/views/today.ts';
import { decisionButtons } from '../../dispatch/office/decision-buttons.ts';
import { deskWords } from '../../dispatch/office/desk-message.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import type { Draft, DraftSection } from './draft.ts';

const DECISIONS_MAX = 10;

/** One section a running plan that may be read: its counts, and what waits for whoever may decide it. */
export async function officeSections(
  desk: DeskDeps,
  actor: DeskActor,
  talk: (planId: string) => Promise<PlanTalk>,
): Promise<DraftSection[]> {
  const plans = await desk.prisma.plan.findMany({
    where: { status: 'running' },
    orderBy: { ordinal: 'asc' },
    select: { id: true, title: true },
  });
  const sections: DraftSection[] = [];
  for (const { id: planId, title } of plans.filter(({ id }) => may('read-board', actor.grants, { planId: id }))) {
    const here = await talk(planId);
    const words = catalogueFor(here.locale).own;
    const { counts, decisions } = await today(desk, actor, { planId });
    const decides = may('decide', actor.grants, { planId });
    const { buttons } = deskWords(here);
    const shown = decides ? decisions.slice(0, DECISIONS_MAX) : [];
    sections.push({
      title,
      rows: [
        { planId, text: words.counts(counts), buttons: [] },
        ...shown.map((decision): Draft => {
          const text =
            here.locale === 'en' ? `[${decision.label}] ${decision.text}` : `【${decision.label}】${decision.text}`;
          return {
            planId,
            text,
            buttons: decisionButtons(decision, { grants: actor.grants, planId, buttons }).map((button) => ({
              ...button,
              ...(isAtOnce(button) ? { confirm: words.confirm(button.label, decision.text) } : {}),
            })),
          };
        }),
        ...(decides && decisions.length > shown.length
          ? [{ planId, text: words.moreDecisions(decisions.length - shown.length), buttons: [] }]
          : []),
      ],
    });
  }
  return sections;
}

/** Does it change something as soon as it is pressed? What asks for its reason or only shows doesn't. */
function isAtOnce({ act }: Button): boolean {
  if (act.kind !== 'desk') return false;
  if (act.act.do === 'extension') return act.act.grant;
  return ['accept', 'escalate', 'notice-release', 'settle-item'].includes(act.act.do);
}
