import { useEffect } from 'react';
import type { Me } from '../../../api.ts';
import { RequestFailed } from '../api/http.ts';
import { useInbox } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { ActingAs } from '../shell/acting-as.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Failed, Loading } from '../shell/loading.tsx';
import { SignOut } from '../shell/sign-out.tsx';
import { hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { keepShell } from '../shell/keep-shell.ts';
import { AskInbox } from './ask-inbox.tsx';
import { BindCode } from './bind-code.tsx';
import { Inbox } from './inbox.tsx';
import './inbox.css';

/** The liaison's own page, made for a telephone. */
export function InboxPage({ me }: { me: Me }) {
  const words = useWords(shellWords);
  const inbox = useInbox(null);
  useEffect(() => void keepShell().catch(() => undefined), []);
  const unbound = inbox.error instanceof RequestFailed && inbox.error.status < 500 && inbox.error.status > 0;
  return (
    <div className="inbox-page" data-testid="inbox-page">
      <div className="inbox-bar">
        {me.actingAs === null ? <SignOut /> : <ActingAs me={me} />}
        <span className="grow" />
        {me.supervises && <a href={hrefOf('people')}>{words.unitPeople}</a>}
        {inbox.data?.canAnswer === true && (
          <>
            <AskInbox what="myList" />
            <AskInbox what="help" />
          </>
        )}
        <LanguageSwitch />
      </div>
      {inbox.data !== undefined ? (
        <Inbox key={inbox.data.person.id} view={inbox.data} personId={null} />
      ) : inbox.error === null ? (
        <Loading />
      ) : (
        <div className="inbox-unbound">
          <Failed error={inbox.error} again={() => void inbox.refetch()} />
          {unbound && <BindCode />}
        </div>
      )}
      <footer className="inbox-foot">{words.noSecrets}</footer>
    </div>
  );
}
