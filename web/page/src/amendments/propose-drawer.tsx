import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import type { AmendmentProposed } from '../../../api.ts';
import { post, RequestFailed } from '../api/http.ts';
import { useWords } from '../i18n/language.tsx';
import { ImportProblems } from '../plans/import-problems.tsx';
import { jsonProblem } from '../plans/json-problem.ts';
import { amendmentWords } from './words.ts';

const LIMIT_BYTES = 1024 * 1024;

/** A new version as JSON, pasted or from a file; what it changes is listed, nothing is changed. */
export function ProposeDrawer({ planId, open, close }: { planId: string; open: boolean; close: () => void }) {
  const words = useWords(amendmentWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const [local, setLocal] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: (facts: string) =>
      post<AmendmentProposed>(`/plans/${planId}/amendments`, {
        facts: JSON.parse(facts) as object,
        ...(source === null ? {} : { source }),
      }),
    onSuccess: async (proposed) => {
      void message.success(proposed.summary);
      await client.invalidateQueries();
      close();
    },
  });
  const change = (next: string, from: string | null) => {
    setText(next);
    setSource(from);
    setLocal(null);
    send.reset();
  };
  const check = () => {
    const wrong = jsonProblem(text);
    if (new Blob([text]).size > LIMIT_BYTES) setLocal(words.tooLarge);
    else if (wrong === null) send.mutate(text);
    else setLocal(words.notJson(wrong === 'end' ? words.end : words.line(wrong.line, wrong.column)));
  };
  const refused = send.error instanceof RequestFailed ? send.error : null;
  return (
    <Drawer title={words.proposeTitle} open={open} onClose={close} size={680}>
      <div className="stack">
        <p className="quiet" id="propose-lead">
          {words.proposeLead}
        </p>
        <div className="row">
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            data-testid="propose-file"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              void chosen?.text().then((read) => change(read, chosen.name));
            }}
          />
          <Button onClick={() => file.current?.click()}>{words.file}</Button>
          {source !== null && <span className="quiet">{source}</span>}
        </div>
        <Input.TextArea
          data-testid="propose-text"
          aria-labelledby="propose-lead"
          rows={16}
          spellCheck={false}
          className="import-text"
          value={text}
          onChange={(event) => change(event.target.value, null)}
        />
        {local !== null && <Alert type="error" showIcon title={local} />}
        {refused !== null && <ImportProblems refused={refused} />}
        <div className="row">
          <Button
            type="primary"
            data-testid="propose-submit"
            disabled={text.trim() === ''}
            loading={send.isPending}
            onClick={check}
          >
            {words.submit}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
