import { fullDayText, localDay } from '../../../domain/chat/local-text.ts';
import { readPlan } from '../../../domain/chat/command-target.ts';
import type { Decision, RowContext } from '../types.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor } from './plans-for.ts';

/** 简报: the newest released brief of the plans that this person may read. */
export async function showBrief(context: RowContext, words: string): Promise<Decision> {
  const plans = await plansFor(context, 'read-board', ['running', 'closed']);
  const [first] = plans;
  if (!first) return noPlanFor(context, 'read-board');
  const meant = (words === '' ? null : readPlan(words, plans)?.plans) ?? plans;
  const brief = await context.deps.prisma.brief.findFirst({
    where: { planId: { in: meant.map(({ id }) => id) }, status: 'released' },
    orderBy: { releasedAt: 'desc' },
    select: { planId: true, no: true, cutoff: true },
  });
  const planId = brief?.planId ?? first.id;
  const talk = await context.talk(planId);
  const desk = deskWords(talk);
  const title = plans.find(({ id }) => id === planId)?.title ?? '';
  return deskSays(
    context,
    planId,
    'state',
    brief
      ? [`《${title}》`, desk.brief(brief.no, fullDayText(localDay(brief.cutoff.toISOString(), talk.zone)))]
      : [desk.noBrief],
  );
}
