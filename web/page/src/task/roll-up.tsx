import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RollUpView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { taskWords } from './words.ts';

interface Props {
  taskId: string;
  rollUp: RollUpView;
}

/** How the parts add up: who is missing, what was confirmed, what came after it, and the draft for whoever adds up. */
export function RollUp({ taskId, rollUp }: Props) {
  const words = useWords(taskWords);
  const act = useAct();
  // What the own words were written over: reports that come in meanwhile are not in them.
  const [own, setOwn] = useState<{ words: string; over: RollUpView } | null>(null);
  const { label, compiler, status, confirmed, after, draft, mayConfirm } = rollUp;
  const isDraftShown = confirmed === null || after !== '';
  const send = () => {
    const { cycle, from, asOf, progress } = own?.over ?? rollUp;
    act.mutate(
      {
        path: `/tasks/${taskId}/roll-up`,
        body: { words: own?.words ?? draft, seen: { cycle, from, asOf, progress } },
      },
      { onSuccess: () => setOwn(null) },
    );
  };
  return (
    <section className="panel" data-testid="roll-up" aria-labelledby="roll-up-title">
      <div className="panel-head">
        <h2 id="roll-up-title">
          {label}
          {words.rollUp}
        </h2>
        <span className="quiet">{words.rollUpBy(compiler)}</span>
        <span>{status}</span>
        {after !== '' && <span className="chip chip-yellow">{after}</span>}
      </div>
      {confirmed === null ? (
        <p className="quiet">{words.rollUpNone}</p>
      ) : (
        <>
          <p className="quiet">{words.rollUpNo(confirmed.n, longMomentText(confirmed.at), confirmed.from)}</p>
          <p className="own-words">{confirmed.words}</p>
        </>
      )}
      {isDraftShown && (
        <>
          <h3 id="roll-up-draft">{words.rollUpDraft}</h3>
          {own === null ? (
            <p className="own-words">{draft}</p>
          ) : (
            <Input.TextArea
              aria-labelledby="roll-up-draft"
              autoSize={{ minRows: 4 }}
              maxLength={2000}
              value={own.words}
              onChange={(event) => setOwn({ ...own, words: event.target.value })}
            />
          )}
          {mayConfirm && (
            <div className="row">
              <Button type="primary" disabled={act.isPending || own?.words.trim() === ''} onClick={send}>
                {words.rollUpConfirm}
              </Button>
              {own === null && (
                <Button onClick={() => setOwn({ words: draft, over: rollUp })}>{words.rollUpEdit}</Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
