import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import type { Acted } from '../../../api.ts';
import { post, RequestFailed } from '../api/http.ts';
import { useStored } from '../api/stored.ts';
import { useWords } from '../i18n/language.tsx';
import { ImportProblems } from './import-problems.tsx';
import { jsonProblem } from './json-problem.ts';
import { planWords } from './words.ts';

const LIMIT_BYTES = 1024 * 1024;

/** A plan as JSON, pasted or from a file. What is wrong is listed with its place, and the text stays. */
export function ImportPlan({ open, close }: { open: boolean; close: () => void }) {
  const words = useWords(planWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [stored, store] = useStored('draft.plan');
  const [local, setLocal] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const text = stored ?? '';
  const send = useMutation({
    mutationFn: (plan: string) => post<Acted>('/plans', JSON.parse(plan) as object),
    onSuccess: async (acted) => {
      store(null);
      void message.success(acted.summary);
      await client.invalidateQueries();
      close();
    },
  });
  const change = (next: string) => {
    store(next);
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
    <Drawer title={words.importTitle} open={open} onClose={close} size={680}>
      <div className="stack">
        <p className="quiet" id="import-lead">
          {words.importLead}
        </p>
        <div className="row">
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => void event.target.files?.[0]?.text().then(change)}
          />
          <Button onClick={() => file.current?.click()}>{words.file}</Button>
        </div>
        <Input.TextArea
          data-testid="import-text"
          aria-labelledby="import-lead"
          rows={16}
          spellCheck={false}
          className="import-text"
          value={text}
          onChange={(event) => change(event.target.value)}
        />
        {local !== null && <Alert type="error" showIcon title={local} data-testid="import-problem" />}
        {refused !== null && <ImportProblems refused={refused} />}
        <div className="row">
          <Button type="primary" disabled={text.trim() === ''} loading={send.isPending} onClick={check}>
            {words.submit}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}
