import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { InboxView } from '../../../api.ts';
import { sendIdOf, sendIdTaken } from '../api/send-id.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Nothing } from '../shell/loading.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { EMPTY_LINE, filledLines, keyOf, progressWrong, readDraft } from './form-lines.ts';
import type { FormLine } from './form-lines.ts';
import { FillLine } from './fill-line.tsx';
import { useAttached } from './use-attached.ts';
import { inboxWords } from './words.ts';

interface Props {
  view: InboxView;
  person: { person?: string };
  open: boolean;
  close: () => void;
}

/** 逐项填报: every open item of this person on one sheet over the inbox. */
export function FillForm({ view, person, open, close }: Props) {
  const words = useWords(inboxWords);
  const [stored, store] = useStored(`form.${view.person.id}`);
  const act = useAct();
  const files = useAttached(`form.${view.person.id}.files`, person.person);
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (open) sheet.current?.focus();
  }, [open]);
  if (!open) return null;
  const draft = readDraft(stored);
  const lines = filledLines(view.open, draft);
  const idKey = `form.${view.person.id}.id`;
  const isUploading = files.uploading.some(({ failed }) => failed === null);
  const wrong = Object.values(draft).some(progressWrong);
  const change = (key: string, next: Partial<FormLine>) =>
    store(JSON.stringify({ ...draft, [key]: { ...(draft[key] ?? EMPTY_LINE), ...next } }));
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const ids = files.attached.map(({ id }) => ({ id }));
    const clientId = sendIdOf(idKey, JSON.stringify([lines, ids]));
    const body = { lines, clientId, ...(ids.length > 0 && { files: ids }), ...person };
    act.mutate(
      { path: '/inbox/form', body },
      {
        onSuccess: () => {
          sendIdTaken(idKey);
          store(null);
          files.clear();
          tick('answer');
          close();
        },
      },
    );
  };
  return (
    <form
      ref={sheet}
      className="fill-form"
      data-testid="fill-form"
      aria-label={words.form}
      tabIndex={-1}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <h2>{words.form}</h2>
      <p className="quiet">{words.formLead}</p>
      <div className="fill-lines">
        {view.open.length === 0 && <Nothing text={words.nothingOpen} />}
        {view.open.map((part) => (
          <FillLine
            key={keyOf(part)}
            part={part}
            line={draft[keyOf(part)] ?? EMPTY_LINE}
            change={(next) => change(keyOf(part), next)}
          />
        ))}
      </div>
      <AttachedFiles files={files} />
      <div className="fill-foot">
        <AttachButton files={files}>{words.evidence}</AttachButton>
        <span className="quiet" role="status">
          {wrong ? words.badProgress : lines.length === 0 ? words.nothingFilled : ''}
        </span>
        <Button onClick={close}>{words.cancel}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={act.isPending}
          disabled={lines.length === 0 || wrong || isUploading}
        >
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
