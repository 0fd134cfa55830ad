import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** A task that the reader missed; its other fields are filled in its row. */
export function AddTask() {
  const words = useWords(readingWords);
  const { view, change, pending } = useReadingDesk();
  const [title, setTitle] = useState<string | null>(null);
  if (title === null)
    return (
      <div>
        <Button size="small" onClick={() => setTitle('')}>
          {words.addTask}
        </Button>
      </div>
    );
  const { tasks } = view.plan;
  const add = () => {
    const task = { no: null, section: tasks.at(-1)?.section ?? null, title: title.trim(), obligation: null };
    const now = { ...task, leadUnits: [], responsibleUnits: [], otherUnits: [] };
    change([{ path: `/tasks/${tasks.length}`, now }], () => setTitle(null));
  };
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Input
        autoFocus
        className="add-task-title"
        aria-label={words.newTask}
        placeholder={words.newTask}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={pending} disabled={title.trim() === ''}>
        {words.save}
      </Button>
      <Button onClick={() => setTitle(null)}>{words.cancel}</Button>
    </form>
  );
}
