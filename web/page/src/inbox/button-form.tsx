import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormView } from '../../../api.ts';
import { sendIdOf, sendIdTaken } from '../api/send-id.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { AttachButton } from './attach-button.tsx';
import { AttachedFiles } from './attached-files.tsx';
import { ButtonField } from './button-field.tsx';
import { draftOf, filledView, isMissing, isWrong, keyOf, valuesOf, withoutForm } from './form-values.ts';
import { useAttached } from './use-attached.ts';
import { formWords } from './form-words.ts';
import { inboxWords } from './words.ts';

interface Props {
  form: FormView;
  /** Whose inbox it is. */
  owner: string;
  person: { person?: string };
  /** What had the focus before. */
  opener: HTMLElement | null;
  close: () => void;
}

/**
 * What a button asks for, as a sheet over the inbox: a report item by item, a card's fields in place, a reason, a day.
 * What was typed stays until the server has taken it; a repeated sending of the same content counts once.
 */
export function ButtonForm({ form, owner, person, opener, close }: Props) {
  const words = useWords(inboxWords);
  const said = useWords(formWords);
  // What was typed for a report is meant for its item, whichever digest it is opened from.
  const key = `form.${form.reports ? owner : form.buttonId}`;
  const [stored, store] = useStored(key);
  const act = useAct();
  const files = useAttached(`${key}.files`, person.person);
  const sheet = useRef<HTMLFormElement>(null);
  // Whoever came by the keyboard goes on where they were.
  useEffect(() => {
    sheet.current?.focus();
    return () => {
      if (opener?.isConnected) opener.focus();
    };
  }, [opener]);
  const draft = draftOf(stored);
  const values = valuesOf(form, draft);
  const missing = isMissing(form, values);
  const wrong = isWrong(form, values);
  const isUploading = files.uploading.some(({ failed }) => failed === null);
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const lines = filledView(form, values);
    const ids = files.attached.map(({ id }) => ({ id }));
    const clientId = sendIdOf(`${key}.id`, JSON.stringify([form.buttonId, lines, ids]));
    const body = { buttonId: form.buttonId, lines, clientId, ...(ids.length > 0 && { files: ids }), ...person };
    act.mutate(
      { path: '/inbox/form', body, quiet: true },
      {
        onSuccess: () => {
          const left = withoutForm(form, draft);
          sendIdTaken(`${key}.id`);
          store(Object.keys(left).length === 0 ? null : JSON.stringify(left));
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
      data-testid="button-form"
      aria-label={form.title}
      tabIndex={-1}
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <h2>{form.title}</h2>
      {form.note !== undefined && <p className="quiet">{form.note}</p>}
      <div className="fill-lines">
        {form.lines.map((line) => (
          <fieldset key={`${line.entityId} ${line.partId}`} className="fill-line">
            <legend>{line.label}</legend>
            {line.note !== undefined && <p className="quiet">{line.note}</p>}
            {line.fields.map((field) => (
              <ButtonField
                key={field.name}
                field={field}
                value={values[keyOf(line, field.name)] ?? ''}
                change={(value) => store(JSON.stringify({ ...draft, [keyOf(line, field.name)]: value }))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {form.reports && <AttachedFiles files={files} />}
      <div className="fill-foot">
        {form.reports && <AttachButton files={files}>{words.evidence}</AttachButton>}
        <span className="quiet" role="status">
          {wrong
            ? said.lookAbove
            : missing
              ? form.reports
                ? said.nothing
                : said.missing
              : isUploading
                ? said.uploading
                : ''}
        </span>
        <Button onClick={close}>{words.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={missing || wrong || isUploading}>
          {form.submit}
        </Button>
      </div>
    </form>
  );
}
