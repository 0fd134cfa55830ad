import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor, type Locale } from '../../../domain/chat/catalogue/index.ts';
import { localeIn } from '../../../domain/chat/command.ts';
import { setLanguage } from '../../desk/set-language.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays } from './desk-message.ts';

const LOCALES: Locale[] = ['zh', 'en'];

/** 语言 with a language changes it for whoever writes; without one it asks which. */
export async function languageCommand(context: RowContext, rest: string): Promise<Decision> {
  const { planId, person } = context;
  const talk = await context.talk();
  const locale = localeIn(rest);
  if (locale === null) {
    const { language } = catalogueFor(talk.locale);
    const buttons = LOCALES.map((one) => deskButton(language.names[one], { do: 'language', locale: one }));
    return deskSays(context, planId, 'which', [language.which], buttons);
  }
  const called = await actAtDesk(context, (desk, actor) => setLanguage(desk, actor, { personId: person.id, locale }));
  if ('refused' in called) return saidNo(context, planId, called.refused);
  // The answer is the first thing said in it.
  const message = answerMessage('note', [called.done.summary], { ...talk, locale });
  return decision('answered', planId, { messages: [{ message }] });
}
