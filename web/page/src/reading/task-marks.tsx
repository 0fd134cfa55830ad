import { Button } from 'antd';
import type { ReadingView } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { editWords } from './edit-words.ts';
import { useReadingDesk } from './reading-context.tsx';
import { labelWords } from './label-words.ts';
import { readingWords } from './words.ts';

/** The edits that moved one task; a section under another name moves none. */
function movesOf({ edits, acts }: ReadingView, path: string): ReadingView['edits'] {
  const alone = (act: number | null): boolean =>
    acts.find((one) => one.act === act)?.changes.filter((change) => change.path.endsWith('/section')).length === 1;
  return edits.filter((edit) => edit.path === `${path}/after` || (edit.path === `${path}/section` && alone(edit.act)));
}

/** What persons did with a task besides changing its fields: left out, merged away, added, moved. */
export function TaskMarks({ path }: { path: string }) {
  const words = useWords(readingWords);
  const edits = useWords(editWords);
  const labels = useWords(labelWords);
  const { view, change, pending } = useReadingDesk();
  const edit = view.edits.find((one) => one.path === path);
  if (view.removed.includes(path)) {
    const act = view.acts.find((one) => one.act === edit?.act);
    return <span className="chip">{act?.kind === 'merge' ? edits.mergedAway : words.left}</span>;
  }
  if (edit?.read === null) return <span className="chip chip-blue">{words.added}</span>;
  const moves = movesOf(view, path);
  if (moves.length === 0) return null;
  const section = moves.find((one) => one.path.endsWith('/section'));
  return (
    <span className="field-was task-moved">
      {section === undefined
        ? edits.moved
        : edits.movedFrom(typeof section.read === 'string' ? section.read : labels.noSection)}
      {view.can.edit && (
        <Button
          type="link"
          size="small"
          disabled={pending}
          onClick={() => change(moves.map((one) => ({ undo: one.path })))}
        >
          {words.restore}
        </Button>
      )}
    </span>
  );
}
