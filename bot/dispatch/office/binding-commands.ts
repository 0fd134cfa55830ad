import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { CHANNELS, type Channel } from '../../../domain/chat/port.ts';
import { makeCode } from '../../desk/make-code.ts';
import { unbindContact } from '../../desk/remove-contact.ts';
import { codeInText } from '../../directory/code-in-text.ts';
import { applyCode } from '../apply-code.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { contactsNamed } from './contact-named.ts';
import { actAtDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskSays } from './desk-message.ts';

/** 绑定 CODE ties this account; 绑定 李某 hands out a code for a contact, to the office or to their unit's supervisor. */
export async function bindCommand(context: RowContext, rest: string): Promise<Decision> {
  if (codeInText(`绑定 ${rest}`) !== null || /^[\w-]+$/.test(rest)) return applyCode(context, rest);
  const found = await oneContact(context, 'bind', rest);
  if ('decided' in found) return found.decided;
  const { personId, planId } = found;
  const asked = await actAtDesk(context, (desk, actor) => makeCode(desk, actor, { personId }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  const { binding } = catalogueFor(talk.locale);
  const { code, links } = asked.done;
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [binding.codeFor(rest, code), ...links.map(binding.linkFor)], talk) }],
  });
}

/** 解除绑定 李某 [Telegram]; by itself, of the account that says so. */
export async function unbindCommand(context: RowContext, rest: string): Promise<Decision> {
  const { row, person } = context;
  const [name = '', on] = rest.split(/\s+/);
  const channel = on === undefined ? undefined : CHANNELS.find((one) => one === on.toLowerCase());
  const found =
    name === '' || name === person.name
      ? { personId: person.id, planId: context.planId }
      : await oneContact(context, 'unbind', name);
  if ('decided' in found) return found.decided;
  const { personId, planId } = found;
  const own: Channel | undefined = CHANNELS.find((one) => one === row.channel);
  const asked = await actAtDesk(context, (desk, actor) =>
    unbindContact(desk, actor, { planId, personId, channel: name === '' ? own : channel }),
  );
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  return decision('recorded', planId, { messages: [{ message: answerMessage('done', [asked.done.summary], talk) }] });
}

async function oneContact(
  context: RowContext,
  act: 'bind' | 'unbind',
  name: string,
): Promise<{ personId: string; planId: string } | { decided: Decision }> {
  const [only, ...others] = await contactsNamed(context, act, name);
  if (!only)
    return {
      decided: await refuseAsDesk(context, context.planId, act, 'CONTACT_UNKNOWN', { contact: name.slice(0, 20) }),
    };
  const { people: words } = catalogueFor((await context.talk()).locale);
  if (others.length > 0)
    return { decided: await deskSays(context, context.planId, 'note', [words.severalNamed(name)]) };
  return { personId: only[0], planId: only[1] };
}
