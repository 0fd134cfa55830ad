import { useEffect } from 'react';
import type { Me } from '../../../api.ts';
import { RequestFailed } from '../api/http.ts';
import { lastInbox, OfflineInbox } from '../inbox/offline-inbox.tsx';
import { useMe, usePlans } from '../api/queries.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Failed, Loading } from './loading.tsx';
import { PlanContext, usePlanChoice } from './plan-choice.tsx';
import { Shell } from './shell.tsx';
import { SignIn, useLinkCode } from './sign-in.tsx';
import { useChosenLanguage } from './use-own-language.ts';

function SignedIn({ me }: { me: Me }) {
  useChosenLanguage(me);
  const plans = usePlans();
  const choice = usePlanChoice(plans.data ?? []);
  if (plans.isPending) return <Loading />;
  return (
    <PlanContext value={choice}>
      <Shell me={me} />
    </PlanContext>
  );
}

/** Who is there? Nobody: the sign-in. A link's code is tried first, even by somebody already signed in. */
export function Page() {
  const code = useLinkCode();
  const me = useMe(code === null);
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  if (code !== null) return <SignIn />;
  if (me.isPending) return <Loading />;
  if (me.data === null) return <SignIn />;
  const last = me.error instanceof RequestFailed && me.error.status === 0 ? lastInbox() : null;
  if (me.data === undefined && last !== null && location.hash.startsWith('#/inbox'))
    return <OfflineInbox person={last} />;
  if (me.data === undefined) return <Failed error={me.error} again={() => void me.refetch()} />;
  return <SignedIn me={me.data} />;
}
