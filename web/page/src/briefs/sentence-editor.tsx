import { Button, Input } from 'antd';
import { SENTENCE_MAX } from '../../../../domain/reports/edit-brief.ts';
import { useWords } from '../i18n/language.tsx';
import { briefWords } from './words.ts';

interface Props {
  label: string;
  text: string;
  setText: (text: string) => void;
  /** It was opened by this viewer just now. */
  focus: boolean;
  pending: boolean;
  save: () => void;
  cancel: () => void;
}

/** A sentence being written. What is typed is kept over a reload until it is saved or cancelled. */
export function SentenceEditor({ label, text, setText, focus, pending, save, cancel }: Props) {
  const words = useWords(briefWords);
  return (
    <div className="sentence-editor">
      <Input.TextArea
        aria-label={label}
        autoFocus={focus}
        autoSize={{ minRows: 2 }}
        maxLength={SENTENCE_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span className="row">
        <Button size="small" type="primary" loading={pending} disabled={text.trim() === ''} onClick={save}>
          {words.save}
        </Button>
        <Button size="small" disabled={pending} onClick={cancel}>
          {words.cancel}
        </Button>
      </span>
    </div>
  );
}
