import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { PlanTask } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { editWords } from './edit-words.ts';
import { readingWords } from './words.ts';

interface Props {
  open: boolean;
  task: PlanTask;
  split: (titles: string[]) => void;
  close: () => void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 拆分: the titles that a task becomes, one a line; cut where its own title has a stop. */
function SplitForm({ task, split, close }: Props) {
  const words = useWords(readingWords);
  const edits = useWords(editWords);
  const { pending } = useReadingDesk();
  const [text, setText] = useState(() => linesOf(task.title.replace(/[;;。]/g, '\n')).join('\n'));
  const titles = linesOf(text);
  return (
    <Modal
      open
      title={edits.splitTitle}
      okText={edits.splitOk(titles.length)}
      okButtonProps={{ disabled: titles.length < 2 }}
      cancelText={words.cancel}
      confirmLoading={pending}
      onOk={() => split(titles)}
      onCancel={close}
    >
      <p className="quiet">{edits.splitLead}</p>
      <Input.TextArea
        autoFocus
        aria-label={edits.splitTitles}
        autoSize={{ minRows: 3, maxRows: 12 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}

export function SplitTask(props: Props) {
  return props.open ? <SplitForm {...props} /> : null;
}
