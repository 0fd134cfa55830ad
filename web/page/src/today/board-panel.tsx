import { Button } from 'antd';
import type { BoardRow, Light, Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { Nothing } from '../shell/loading.tsx';
import { useMedia, WIDE } from '../shell/use-media.ts';
import { Board } from './board.tsx';
import { BoardCards } from './board-cards.tsx';
import type { Filter } from './counts.tsx';
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

function rowsOf(board: BoardRow[], filter: Filter | null): { row: BoardRow; ordinal: number }[] {
  const numbered = board.map((row, index) => ({ row, ordinal: index + 1 }));
  return filter === null ? numbered : numbered.filter(({ row }) => row.light === LIGHT_OF[filter]);
}

export function BoardPanel({ today, filter, cards, readOnly, clear, picked }: Props) {
  const words = useWords(todayWords);
  const wide = useMedia(WIDE);
  const rows = rowsOf(today.board, filter);
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
        <BoardCards today={today} rows={rows} picked={picked} />
      ) : (
        <Board today={today} rows={rows} picked={picked} />
      )}
      <Legend />
    </section>
  );
}
