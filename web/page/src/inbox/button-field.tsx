import { Input } from 'antd';
import { useId } from 'react';
import { useWords } from '../i18n/language.tsx';
import { doubtIn, wrongIn, type Field } from './form-values.ts';
import { formWords } from './form-words.ts';

interface Props {
  field: Field;
  value: string;
  change: (value: string) => void;
}

/** One field of a form; what is wrong with it, or worth a second look, stands right under it. */
export function ButtonField({ field, value, change }: Props) {
  const words = useWords(formWords);
  const id = useId();
  if (field.kind === 'check')
    return (
      <label className="fill-done">
        <input
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => change(event.target.checked ? 'true' : '')}
        />{' '}
        {field.label}
      </label>
    );
  const wrong = wrongIn(field, value);
  const doubt = doubtIn(field, value);
  const said = wrong ? words.wrong(wrong) : doubt ? words.doubt(doubt) : null;
  const input = {
    id,
    required: field.required,
    status: wrong ? ('error' as const) : ('' as const),
    'aria-invalid': wrong !== null,
    'aria-describedby': `${id}-said`,
    value,
  };
  return (
    <>
      <label htmlFor={id}>
        {field.label}
        {field.required && <span className="fill-must"> {words.must}</span>}
        {field.hint !== undefined && <span> · {field.hint}</span>}
      </label>
      {field.kind === 'text' ? (
        <Input.TextArea
          {...input}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Input
          {...input}
          {...(field.kind === 'date' ? { type: 'date' } : { inputMode: 'decimal' })}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <span id={`${id}-said`} className={wrong ? 'fill-wrong' : 'fill-doubt'} role="status">
        {said}
      </span>
    </>
  );
}
