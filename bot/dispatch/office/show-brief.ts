import { readPlan } from '../../../domain/chat/command-target.ts';
import { may } from '../../../domain/rights.ts';
import { releasedMessage } from '../../desk/brief/released-message.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { deskActor } from './desk-call.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, plansFor } from './plans-for.ts';

/** 简报: the newest released brief of the plans that this person may read, as the leaders got it. */
export async function showBrief(context: RowContext, words: string): Promise<Decision> {
  const plans = await plansFor(context, 'read-brief', ['running', 'closed']);
  const [first] = plans;
  if (!first) return noPlanFor(context, 'read-brief');
  const meant = (words === '' ? null : readPlan(words, plans)?.plans) ?? plans;
  const brief = await context.deps.prisma.brief.findFirst({
    where: { planId: { in: meant.map(({ id }) => id) }, status: 'released' },
    orderBy: { releasedAt: 'desc' },
  });
  const talk = await context.talk(brief?.planId ?? first.id);
  if (!brief) return deskSays(context, first.id, 'state', [deskWords(talk).noBrief]);
  const { planId } = brief;
  const planTitle = plans.find(({ id }) => id === planId)?.title ?? '';
  const message = releasedMessage(brief, { planTitle, office: talk.office, zone: talk.zone });
  const { grants } = await deskActor(context);
  const buttons = message.buttons.filter(({ act }) => act.kind !== 'directive' || may('direct', grants, { planId }));
  return decision('answered', planId, { messages: [{ message: { ...message, klass: 'answer', buttons } }] });
}
