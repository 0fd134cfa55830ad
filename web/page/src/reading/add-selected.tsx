import { Button } from 'antd';
import type { ReadingView } from '../../../api.ts';
import type { Span } from '../../../../domain/document/types.ts';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { editWords } from './edit-words.ts';

const LONGEST_TITLE = 500;

/** The task behind which a place of the text stands; null before all. */
export function taskBefore({ order, removed, anchors }: ReadingView, place: number): number | null {
  const before = order.tasks.filter((at) => {
    const anchor = anchors[`/tasks/${at}`] ?? anchors[`/tasks/${at}/title`];
    return !removed.includes(`/tasks/${at}`) && anchor !== undefined && anchor.start <= place;
  });
  return before.at(-1) ?? null;
}

/** The selected words as a task that the reader missed, where they stand among the others. */
export function AddSelected({ span }: { span: Span }) {
  const words = useWords(editWords);
  const { view, change, choose, pending } = useReadingDesk();
  const title = view.text.slice(span.start, span.end).replace(/\s+/g, '').slice(0, LONGEST_TITLE);
  if (title === '') return null;
  const after = taskBefore(view, span.start);
  const add = () => {
    const { tasks } = view.plan;
    const section = tasks[after ?? view.order.tasks[0] ?? 0]?.section ?? null;
    change(
      [
        { path: '/tasks/-', now: { title, section }, anchor: span },
        { path: '/tasks/-/after', now: after },
      ],
      () => {
        document.getSelection()?.empty();
        choose(`/tasks/${tasks.length}`, 'text');
      },
    );
  };
  return (
    <div className="add-selected" data-testid="add-selected">
      <span className="add-selected-words">“{title}”</span>
      {/* Pressing the button must not take the selection away. */}
      <Button
        size="small"
        type="primary"
        disabled={pending}
        onMouseDown={(event) => event.preventDefault()}
        onClick={add}
      >
        {words.addSelected}
      </Button>
    </div>
  );
}
