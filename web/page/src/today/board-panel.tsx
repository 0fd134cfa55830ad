import { Button } from 'antd';
import { useState } from 'react';
import type { BoardRow, Light, Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { Nothing } from '../shell/loading.tsx';
import { useMedia, WIDE } from '../shell/use-media.ts';
import { Board } from './board.tsx';
import { BoardCards } from './board-cards.tsx';
import type { Filter } from './counts.tsx';
import type { NumberedRow } from './fold-sub-items.tsx';
import { Legend } from './legend.tsx';
import { todayWords } from './words.ts';
import './board.css';
import './board-dense.css';

interface Props {
  today: Today;
  filter: Filter | null;
  cards: boolean;
  readOnly: boolean;
  clear: () => void;
  picked: () => void;
}

const LIGHT_OF: Record<Filter, Light> = { overdue: 'red', behind: 'yellow', dueSoon: 'blue' };

/** Tasks in their order; their sub-items where they are unfolded, or where only one light is looked for. */
function rowsOf(board: BoardRow[], filter: Filter | null, open: ReadonlySet<string>): NumberedRow[] {
  let ordinal = 0;
  const numbered = board.map((row) => ({ row, ordinal: row.parentId === null ? (ordinal += 1) : ordinal }));
  if (filter !== null) return numbered.filter(({ row }) => row.light === LIGHT_OF[filter]);
  const known = new Set(board.map(({ taskId }) => taskId));
  return numbered.filter(({ row: { parentId } }) => parentId === null || open.has(parentId) || !known.has(parentId));
}

export function BoardPanel({ today, filter, cards, readOnly, clear, picked }: Props) {
  const words = useWords(todayWords);
  const wide = useMedia(WIDE);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = rowsOf(today.board, filter, open);
  const fold = (taskId: string) =>
    setOpen(new Set(open.has(taskId) ? [...open].filter((id) => id !== taskId) : [...open, taskId]));
  const tree = filter === null ? { open, fold } : null;
  return (
    <section className="panel board-panel" aria-labelledby="board-title">
      <div className="panel-head">
        <h2 id="board-title">{words.board}</h2>
        <span className="quiet">
          {!wide ? words.boardHintNarrow : readOnly ? words.boardHintReader : words.boardHint}
        </span>
        {filter !== null && (
          <Button size="small" onClick={clear}>
            {words.showAll}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <Nothing text={words.noneMatch} />
      ) : cards ? (
        <BoardCards today={today} rows={rows} tree={tree} picked={picked} />
      ) : (
        <Board today={today} rows={rows} tree={tree} picked={picked} />
      )}
      <Legend />
    </section>
  );
}
