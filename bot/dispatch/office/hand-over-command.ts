import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { handOver } from '../../desk/hand-over.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actAtDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskSays } from './desk-message.ts';
import { plansFor } from './plans-for.ts';

/** 移交 王某 李某: for the office in any of its plans, for a unit's supervisor in their own. */
export async function handOverCommand(context: RowContext, rest: string): Promise<Decision> {
  const talk = await context.talk();
  const words = catalogueFor(talk.locale).people;
  const [from, to] = rest
    .replace(/^由/, '')
    .split(/\s*(?:移交给|移交|交给|转给|给|到|→|->|[\s,,、])\s*/)
    .filter((name) => name !== '');
  if (from === undefined || to === undefined) return deskSays(context, context.planId, 'note', [words.howToHandOver]);
  const plans = (await plansFor(context, 'hand-over', ['running', 'ready', 'draft'])).map(({ id }) => id);
  const planIds = plans.length > 0 ? plans : [context.planId];
  const found = await context.deps.prisma.membership.findMany({
    where: { active: true, unit: { planId: { in: planIds } }, person: { name: from } },
    select: { personId: true, unit: { select: { planId: true } } },
  });
  const people = new Map(found.map(({ personId, unit }) => [personId, unit.planId]));
  const [only, ...others] = [...people];
  if (!only)
    return refuseAsDesk(context, context.planId, 'hand-over', 'CONTACT_UNKNOWN', { contact: from.slice(0, 20) });
  if (others.length > 0) return deskSays(context, context.planId, 'note', [words.severalNamed(from)]);
  const [fromPersonId, planId] = only;
  const asked = await actAtDesk(context, (desk, actor) => handOver(desk, actor, { planId, fromPersonId, to }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  return decision('recorded', planId, { messages: [{ message: answerMessage('done', [asked.done.summary], talk) }] });
}
