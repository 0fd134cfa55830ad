import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { handOver } from '../../desk/hand-over.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actAtDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskSays } from './desk-message.ts';
import { contactsNamed } from './contact-named.ts';

/** 移交 王某 李某: for the office in any of its plans, for a unit's supervisor in their own. */
export async function handOverCommand(context: RowContext, rest: string): Promise<Decision> {
  const talk = await context.talk();
  const words = catalogueFor(talk.locale).people;
  const [from, to] = rest
    .replace(/^由/, '')
    .split(/\s*(?:移交给|移交|交给|转给|给|到|→|->|[\s,,、])\s*/)
    .filter((name) => name !== '');
  if (from === undefined || to === undefined) return deskSays(context, context.planId, 'note', [words.howToHandOver]);
  const [only, ...others] = await contactsNamed(context, 'hand-over', from);
  if (!only)
    return refuseAsDesk(context, context.planId, 'hand-over', 'CONTACT_UNKNOWN', { contact: from.slice(0, 20) });
  if (others.length > 0) return deskSays(context, context.planId, 'note', [words.severalNamed(from)]);
  const [fromPersonId, planId] = only;
  const asked = await actAtDesk(context, (desk, actor) => handOver(desk, actor, { planId, fromPersonId, to }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  return decision('recorded', planId, { messages: [{ message: answerMessage('done', [asked.done.summary], talk) }] });
}
