import { Input } from 'antd';
import { useId } from 'react';
import type { FormView } from '../../../api.ts';
import { isNumber } from './form-values.ts';

interface Props {
  field: FormView['lines'][number]['fields'][number];
  value: string;
  change: (value: string) => void;
}

export function ButtonField({ field, value, change }: Props) {
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
  const wrong = field.kind === 'number' && !isNumber(field.name, value);
  return (
    <>
      <label htmlFor={id}>
        {field.label}
        {field.hint === undefined ? '' : `(${field.hint})`}
      </label>
      {field.kind === 'text' ? (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          required={field.required}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Input
          id={id}
          {...(field.kind === 'date' ? { type: 'date' } : { inputMode: 'decimal' })}
          required={field.required}
          status={wrong ? 'error' : ''}
          aria-invalid={wrong}
          value={value}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </>
  );
}
