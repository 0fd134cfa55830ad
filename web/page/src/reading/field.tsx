import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { FieldEditor } from './field-editor.tsx';
import { isUnder } from './places.ts';
import { useReadingDesk } from './reading-context.tsx';
import { valueWords } from './value-words.ts';
import { readingWords } from './words.ts';

interface Props {
  path: string;
  label: string;
  value: unknown;
  strong?: boolean;
  /** Places that take the same value with it. */
  along?: string[];
  /** Of an entry that was left out: read only. */
  left?: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** One field of the draft: choosing it lights its place in the text and opens it; a change shows what it was. */
export function Field({ path, label, value, strong = false, along = [], left = false }: Props) {
  const words = useWords(readingWords);
  const { language } = useLanguage();
  const { view, chosen, choose, change, withdraw, pending } = useReadingDesk();
  const [editing, setEditing] = useState(false);
  const edits = view.edits.filter((one) => isUnder(one.path, path) && !same(one.read, one.now));
  const undone = (place: string) =>
    view.edits.flatMap((one) => (one.path === place || along.includes(one.path) ? [{ undo: one.path }] : []));
  const shown = valueWords(path, value, language);
  const asked = view.questions.some((one) => one.state === 'open' && one.path === path);
  if (editing)
    return (
      <FieldEditor
        path={path}
        label={label}
        value={value}
        cancel={() => setEditing(false)}
        save={(next) => {
          if (same(next, value)) setEditing(false);
          else
            change(
              [path, ...along].map((place) => ({ path: place, now: next })),
              () => setEditing(false),
            );
        }}
      />
    );
  return (
    <span className="field-box" data-path={path}>
      <button
        type="button"
        className="field"
        data-strong={strong}
        data-empty={shown === ''}
        data-asked={asked}
        data-lit={chosen?.path === path}
        aria-label={words.edit(label, shown === '' ? words.empty : shown)}
        onClick={() => {
          choose(path, 'draft');
          if (view.can.edit && !left) setEditing(true);
        }}
      >
        {shown === '' ? words.empty : shown}
      </button>
      {edits.map((edit) => (
        <span key={edit.path} className="field-was">
          {words.was} <del>{valueWords(edit.path, edit.read, language) || words.empty}</del>
          {view.can.edit && (
            <Button
              type="link"
              size="small"
              disabled={pending}
              onClick={() => (edit.questionId === null ? change(undone(edit.path)) : withdraw(edit.questionId))}
            >
              {words.restore}
            </Button>
          )}
        </span>
      ))}
    </span>
  );
}
