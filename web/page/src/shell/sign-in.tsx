import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { post } from '../api/http.ts';
import { useWords } from '../i18n/language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { shellWords } from './words.ts';

/** The code of a one-time link, taken out of the address at once so that it is neither reloaded nor copied on. */
function takeCode(): string | null {
  const address = new URL(location.href);
  const code = address.searchParams.get('code');
  if (code === null) return null;
  address.searchParams.delete('code');
  history.replaceState(null, '', address);
  return code;
}

let linkCode = takeCode();
const listeners = new Set<() => void>();

function forgetLinkCode(): void {
  linkCode = null;
  for (const listener of listeners) listener();
}

/** A link's code that has not been used yet. */
export function useLinkCode(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => linkCode,
  );
}

function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => post('/login', { code: code.trim() }),
    onSuccess: async () => {
      await client.resetQueries();
      forgetLinkCode();
    },
  });
}

export function SignIn() {
  const words = useWords(shellWords);
  const [code, setCode] = useState('');
  const login = useLogin();
  const given = useLinkCode();
  const tried = useRef(false);
  useEffect(() => {
    if (given === null || tried.current) return;
    tried.current = true;
    login.mutate(given);
  }, [given, login]);
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    if (code.trim() !== '') login.mutate(code);
  };

  return (
    <main className="sign-in">
      <form className="panel sign-in-card" onSubmit={submit}>
        <h1>督办 Duban</h1>
        <p>{login.isPending && code === '' ? words.checking : words.signInLead}</p>
        {login.error !== null && (
          <Alert type="error" showIcon title={login.error.message} data-testid="sign-in-error" />
        )}
        <label htmlFor="code">{words.code}</label>
        <Input
          id="code"
          size="large"
          autoFocus
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={login.isPending}
          disabled={code.trim() === ''}
        >
          {words.signIn}
        </Button>
        <p className="quiet">{words.signInHint}</p>
        <footer className="sign-in-foot">
          <span className="quiet">{words.noSecrets}</span>
          <LanguageSwitch />
        </footer>
      </form>
    </main>
  );
}
