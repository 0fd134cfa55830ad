import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

interface Props {
  /** On the button. */
  label: string;
  /** What the name is of. */
  named: string;
  add: (name: string, done: () => void) => void;
}

/** An entry that the reader missed, by its name; its other fields are filled in its row. */
export function AddEntry({ label, named, add }: Props) {
  const words = useWords(readingWords);
  const { pending } = useReadingDesk();
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <div>
        <Button size="small" onClick={() => setName('')}>
          {label}
        </Button>
      </div>
    );
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        add(name.trim(), () => setName(null));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setName(null);
      }}
    >
      <Input
        autoFocus
        className="add-task-title"
        aria-label={named}
        placeholder={named}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={pending} disabled={name.trim() === ''}>
        {words.save}
      </Button>
      <Button onClick={() => setName(null)}>{words.cancel}</Button>
    </form>
  );
}
