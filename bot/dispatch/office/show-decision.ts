import { today } from '../../desk/views/today.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, deskActor, saidNo } from './desk-call.ts';
import { decisionButtons } from './decision-buttons.ts';
import { deskSays, deskWords } from './desk-message.ts';

/** One of the things that wait for the office, with what can be done about it. */
export async function showDecision(
  context: RowContext,
  { planId, id }: { planId: string; id: string },
): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => today(desk, actor, { planId }));
  if ('refused' in seen) return saidNo(context, planId, seen.refused);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const decision = seen.done.decisions.find((one) => one.id === id);
  if (!decision) return deskSays(context, planId, 'note', [words.decisionSettled]);
  const { grants } = await deskActor(context);
  const buttons = decisionButtons(decision, { grants, planId, buttons: words.buttons });
  return deskSays(
    context,
    planId,
    'decision',
    [`${decision.label}${talk.locale === 'en' ? ': ' : ':'}${decision.text}`],
    buttons,
  );
}
