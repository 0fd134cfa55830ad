import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { inboxWords } from './words.ts';

/** A binding code given by the office makes this browser the person's web inbox. */
export function BindCode() {
  const words = useWords(inboxWords);
  const [code, setCode] = useState('');
  const act = useAct();
  const bind = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    act.mutate({ path: '/login', body: { code: code.trim() }, quiet: true });
  };
  return (
    <form className="panel bind-code" onSubmit={bind}>
      <h2>{words.bindTitle}</h2>
      <label htmlFor="bind-code">{words.bindCode}</label>
      <div className="row">
        <Input
          id="bind-code"
          className="grow"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={code.trim() === ''}>
          {words.bind}
        </Button>
      </div>
      <p className="quiet">{words.bindHint}</p>
    </form>
  );
}
