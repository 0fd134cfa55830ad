import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormView } from '../../../api.ts';
import { newClientId } from '../api/client-id.ts';
import { useStored } from '../api/stored.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { tick } from '../today/first-minutes-ticks.ts';
import { ButtonField } from './button-field.tsx';
import { filledView, isMissing, isWrong, valuesOf, type FormValues } from './form-values.ts';
import { inboxWords } from './words.ts';

interface Props {
  form: FormView;
  person: { person?: string };
  close: () => void;
}

/** What a button asks for, as a sheet over the inbox: a card's fields in place, a reason, a day. */
export function ButtonForm({ form, person, close }: Props) {
  const words = useWords(inboxWords);
  const [stored, store] = useStored(`form.${form.buttonId}`);
  const act = useAct();
  const clientId = useRef(newClientId());
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  const values = valuesOf(form, stored);
  const change = (next: FormValues) => store(JSON.stringify({ ...values, ...next }));
  const missing = isMissing(form, values);
  const wrong = isWrong(form, values);
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const body = { buttonId: form.buttonId, lines: filledView(form, values), clientId: clientId.current, ...person };
    act.mutate(
      { path: '/inbox/form', body },
      {
        onSuccess: () => {
          clientId.current = newClientId();
          store(null);
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
        {form.lines.map((line, at) => (
          <fieldset key={`${line.entityId} ${line.partId}`} className="fill-line">
            <legend>{line.label}</legend>
            {line.fields.map((field) => (
              <ButtonField
                key={field.name}
                field={field}
                value={values[`${at}/${field.name}`] ?? ''}
                change={(value) => change({ [`${at}/${field.name}`]: value })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="fill-foot">
        <span className="quiet" role="status">
          {wrong ? words.badNumber : missing ? words.missing : ''}
        </span>
        <Button onClick={close}>{words.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={missing || wrong}>
          {form.submit}
        </Button>
      </div>
    </form>
  );
}
