import { may, type Act } from '../../../domain/rights.ts';
import { readPlan } from '../../../domain/chat/command-target.ts';
import { shorten } from '../../../domain/chat/item-label.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { requireRight } from '../../desk/refuse.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, deskActor, saidNo } from './desk-call.ts';
import { deskAsks, deskSays, deskWords } from './desk-message.ts';

export interface PlanRef {
  id: string;
  title: string;
}

/** Plans in one of these states in which this person may do that, in the order in which they were loaded. */
export async function plansFor(context: RowContext, act: Act, statuses: string[]): Promise<PlanRef[]> {
  const [{ grants }, rows] = await Promise.all([
    deskActor(context),
    context.deps.prisma.plan.findMany({
      where: { status: { in: statuses } },
      orderBy: { ordinal: 'asc' },
      select: { id: true, title: true },
    }),
  ]);
  return rows.filter(({ id }) => may(act, grants, { planId: id }));
}

/** Nothing is there to act on: for want of a right, which is put on record, or of a plan. */
export async function noPlanFor(context: RowContext, act: Act): Promise<Decision> {
  const planId = context.planId;
  const asked = await callDesk(context, (desk, actor) =>
    requireRight(desk, actor, act, planId === '' ? null : planId, []),
  );
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  return deskSays(context, planId, 'note', [deskWords(await context.talk(planId)).noPlan]);
}

/**
 * The one plan that the words mean, else the question. `words`: what follows the command; where nothing is
 * changed (`lenient`), words that name no plan are passed over while there is one plan only.
 */
export async function onePlan(
  context: RowContext,
  {
    act,
    label,
    statuses,
    words,
    lenient = false,
  }: { act: Act; label: string; statuses: string[]; words: string; lenient?: boolean },
  next: (planId: string) => DeskAct,
): Promise<{ act: DeskAct } | { decided: Decision }> {
  const plans = await plansFor(context, act, statuses);
  const [only, ...others] = plans;
  if (!only) return { decided: await noPlanFor(context, act) };
  const named = words === '' ? null : readPlan(words, plans);
  const meant = named?.plans ?? plans;
  const [first] = meant;
  const isUnknown = words !== '' && named === null && !(lenient && others.length === 0);
  if (meant.length === 1 && first && !isUnknown) return { act: next(first.id) };
  const desk = deskWords(await context.talk(only.id));
  const question = isUnknown ? desk.noSuchPlan(words) : desk.whichPlan(label);
  const choices = (isUnknown ? [only, ...others] : meant).map(({ id, title }) => ({
    label: shorten(title, 20),
    act: next(id),
  }));
  return { decided: await deskAsks(context, only.id, question, choices) };
}
