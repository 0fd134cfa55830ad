import { Input } from 'antd';
import { useId } from 'react';
import type { InboxView } from '../../../api.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { progressWrong } from './form-lines.ts';
import type { FormLine } from './form-lines.ts';
import { inboxWords } from './words.ts';

interface Props {
  part: InboxView['open'][number];
  line: FormLine;
  change: (next: Partial<FormLine>) => void;
}

export function FillLine({ part, line, change }: Props) {
  const words = useWords(inboxWords);
  const id = useId();
  const duties = part.duties.map(
    ({ label, dueOn, late }) => `${label} ${words.dueOn(dateText(dueOn))}${late ? `(${words.late})` : ''}`,
  );
  const last = part.progress === null ? [] : [words.last(part.progress)];
  return (
    <fieldset className="fill-line">
      <legend>
        {part.no} {part.title}
      </legend>
      <p className="quiet">{[...duties, ...last].join(';')}</p>
      <div className="fill-pair">
        <label htmlFor={`${id}p`}>{words.progress}</label>
        <Input
          id={`${id}p`}
          inputMode="numeric"
          status={progressWrong(line) ? 'error' : ''}
          aria-invalid={progressWrong(line)}
          value={line.progress}
          onChange={(event) => change({ progress: event.target.value })}
        />
        <label htmlFor={`${id}e`}>{words.expected}</label>
        <Input
          id={`${id}e`}
          type="date"
          value={line.expectedOn}
          onChange={(event) => change({ expectedOn: event.target.value })}
        />
      </div>
      <label htmlFor={`${id}w`}>{words.words}</label>
      <Input.TextArea
        id={`${id}w`}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={line.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <label htmlFor={`${id}b`}>{words.blocker}</label>
      <Input id={`${id}b`} value={line.blocker} onChange={(event) => change({ blocker: event.target.value })} />
      <label className="fill-done">
        <input type="checkbox" checked={line.done} onChange={(event) => change({ done: event.target.checked })} />{' '}
        {words.done}
      </label>
      {part.isReported && (
        <label className="fill-done">
          <input
            type="checkbox"
            checked={line.correct}
            onChange={(event) => change({ correct: event.target.checked })}
          />{' '}
          {words.correct}
        </label>
      )}
    </fieldset>
  );
}
