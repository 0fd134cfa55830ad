import { Button } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { editWords } from './edit-words.ts';
import { readingWords } from './words.ts';

/** What persons did with a task besides changing its fields: left out, merged away, added, moved. */
export function TaskMarks({ path }: { path: string }) {
  const words = useWords(readingWords);
  const edits = useWords(editWords);
  const { view, change, pending } = useReadingDesk();
  const editAt = (place: string) => view.edits.find((edit) => edit.path === place);
  if (view.removed.includes(path)) {
    const act = view.acts.find((one) => one.act === editAt(path)?.act);
    return <span className="chip">{act?.kind === 'merge' ? edits.mergedAway : words.left}</span>;
  }
  const added = editAt(path)?.read === null;
  const moved = editAt(`${path}/after`);
  return (
    <>
      {added && <span className="chip chip-blue">{words.added}</span>}
      {moved !== undefined && !added && (
        <span className="field-was">
          {edits.moved}
          {view.can.edit && (
            <Button type="link" size="small" disabled={pending} onClick={() => change([{ undo: moved.path }])}>
              {words.restore}
            </Button>
          )}
        </span>
      )}
    </>
  );
}
