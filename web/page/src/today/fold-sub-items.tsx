import type { BoardRow } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { subItemWords } from '../task/sub-item-words.ts';
import '../task/sub-items.css';

/** A line of the board with its place among the plan's tasks; a sub-item has its task's. */
export interface NumberedRow {
  row: BoardRow;
  ordinal: number;
}

/** Which tasks show their sub-items; null: nothing is folded. */
export type Tree = { open: ReadonlySet<string>; fold: (taskId: string) => void } | null;

/** Shows or hides the sub-items of a task on the board; nothing where it has none. */
export function FoldSubItems({ row, tree }: { row: BoardRow; tree: Tree }) {
  const words = useWords(subItemWords);
  if (row.subItems === undefined) return null;
  const { done, total } = row.subItems;
  const label = words.done(done, total);
  if (tree === null) return <span className="quiet tree-count">{label}</span>;
  const isOpen = tree.open.has(row.taskId);
  return (
    <button
      type="button"
      className="tree-toggle"
      aria-expanded={isOpen}
      aria-label={`${isOpen ? words.close(row.title) : words.open(row.title)},${label}`}
      onClick={() => tree.fold(row.taskId)}
    >
      {label}
    </button>
  );
}
