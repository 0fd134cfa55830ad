import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Me } from '../../../api.ts';
import { post } from '../api/http.ts';
import { storedValue } from '../api/stored.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Language } from '../i18n/language.tsx';

/** What the server words is asked for again. */
const askAgain = (client: QueryClient): void =>
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });

/** The switch: whoever is signed in chooses for chat as well. */
export function useOwnLanguage() {
  const { language, choose } = useLanguage();
  const client = useQueryClient();
  const chooseOwn = (locale: Language) => {
    choose(locale);
    askAgain(client);
    const me = client.getQueryData<Me | null>(['me']);
    if (!me) return;
    client.setQueryData(['me'], { ...me, locale });
    // Without a network this page alone speaks it, until the person's choice is read again.
    void post('/me/language', { locale }).catch(() => client.invalidateQueries({ queryKey: ['me'] }));
  };
  return { language, choose: chooseOwn };
}

/** The page speaks as its person chose, wherever they chose it. */
export function useChosenLanguage({ person, locale }: Me) {
  const { choose } = useLanguage();
  const client = useQueryClient();
  useEffect(() => {
    if ((storedValue('language') ?? 'zh') === locale) return;
    choose(locale);
    askAgain(client);
  }, [person.id, locale, choose, client]);
}
