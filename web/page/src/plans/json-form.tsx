import { Alert, Button, Input } from 'antd';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { RequestFailed } from '../api/http.ts';
import { useWords } from '../i18n/language.tsx';
import { ImportProblems } from './import-problems.tsx';
import { jsonProblem } from './json-problem.ts';
import { jsonWords } from './json-words.ts';

const LIMIT_BYTES = 1024 * 1024;

interface Props {
  /** Begins the test ids of the fields. */
  name: string;
  lead: string;
  /** Of the file dialogue. */
  accept: string;
  text: string;
  /** What was typed, or read from a JSON file of that name. */
  change: (text: string, from: string | null) => void;
  /** A file that isn't JSON; without it every file is read as JSON. */
  document?: (file: File) => void;
  submitLabel: string;
  submit: (value: object) => void;
  pending: boolean;
  /** What a refused document was told in one sentence. */
  problem?: string | null;
  refused: RequestFailed | null;
  /** Beside the button that chooses a file. */
  chosen?: ReactNode;
  /** Under what was refused. */
  children?: ReactNode;
}

/** JSON pasted or from a file; where it isn't JSON is said before it is sent, and the text stays. */
export function JsonForm(props: Props) {
  const { name, lead, accept, text, change, document, submitLabel, submit, pending, refused, chosen, children } = props;
  const words = useWords(jsonWords);
  const leadId = useId();
  const file = useRef<HTMLInputElement>(null);
  const [local, setLocal] = useState<string | null>(null);
  const problem = local ?? props.problem ?? null;
  const write = (next: string, from: string | null) => {
    setLocal(null);
    change(next, from);
  };
  const choose = (picked: File | undefined) => {
    if (picked === undefined) return;
    setLocal(null);
    if (document === undefined || /\.json$/i.test(picked.name))
      void picked.text().then((read) => write(read, picked.name));
    else document(picked);
  };
  const check = () => {
    const wrong = jsonProblem(text);
    if (new Blob([text]).size > LIMIT_BYTES) setLocal(words.tooLarge);
    else if (wrong === null) submit(JSON.parse(text) as object);
    else setLocal(words.notJson(wrong === 'end' ? words.end : words.line(wrong.line, wrong.column)));
  };
  return (
    <div className="stack">
      <p className="quiet" id={leadId}>
        {lead}
      </p>
      <div className="row">
        <input
          ref={file}
          type="file"
          accept={accept}
          hidden
          data-testid={`${name}-file`}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button onClick={() => file.current?.click()}>{words.file}</Button>
        {chosen}
      </div>
      <Input.TextArea
        data-testid={`${name}-text`}
        aria-labelledby={leadId}
        rows={16}
        spellCheck={false}
        className="import-text"
        value={text}
        onChange={(event) => write(event.target.value, null)}
      />
      {problem !== null && <Alert type="error" showIcon title={problem} data-testid={`${name}-problem`} />}
      {refused !== null && <ImportProblems refused={refused} />}
      {children}
      <div className="row">
        <Button
          type="primary"
          data-testid={`${name}-submit`}
          disabled={text.trim() === ''}
          loading={pending}
          onClick={check}
        >
          {submitLabel}
        </Button>
      </div>
    </div>
  );
}
