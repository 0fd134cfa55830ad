import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import type { AmendmentProposed } from '../../../api.ts';
import { post, RequestFailed } from '../api/http.ts';
import { sendDocument } from '../api/reading-queries.ts';
import { useWords } from '../i18n/language.tsx';
import { ImportProblems } from '../plans/import-problems.tsx';
import { jsonProblem } from '../plans/json-problem.ts';
import { hrefOf } from '../shell/route.ts';
import { amendmentWords } from './words.ts';

const LIMIT_BYTES = 1024 * 1024;
const ACCEPT = '.txt,.docx,.doc,.pdf,.html,.htm,.xlsx,.csv,.json';

/** A new version as a document or JSON, from a file or pasted; what it changes is listed, nothing is changed. */
export function ProposeDrawer({ planId, open, close }: { planId: string; open: boolean; close: () => void }) {
  const words = useWords(amendmentWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [source, setSource] = useState<string | null>(null);
  const [readingId, setReadingId] = useState<string | null>(null);
  const [local, setLocal] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const send = useMutation({
    mutationFn: (version: object) => post<AmendmentProposed>(`/plans/${planId}/amendments`, version),
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
    else if (wrong === null) send.mutate({ facts: JSON.parse(text) as object, ...(source === null ? {} : { source }) });
    else setLocal(words.notJson(wrong === 'end' ? words.end : words.line(wrong.line, wrong.column)));
  };
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (/\.json$/i.test(chosen.name)) return change(await chosen.text(), chosen.name);
    setLocal(null);
    setReadingId(null);
    try {
      const read = await sendDocument(chosen, chosen.name);
      setReadingId(read.readingId);
      send.mutate({ readingId: read.readingId });
    } catch (error) {
      setLocal(error instanceof Error ? error.message : String(error));
    }
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
            accept={ACCEPT}
            hidden
            data-testid="propose-file"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = '';
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
        {refused !== null && readingId !== null && <a href={hrefOf('reading', readingId)}>{words.review}</a>}
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
