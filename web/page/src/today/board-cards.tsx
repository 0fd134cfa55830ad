import type { Today } from '../../../api.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { stateWords, wordOr } from '../i18n/vocabulary.ts';
import { hrefOf } from '../shell/route.ts';
import { CellLight } from './cell-light.tsx';
import { FoldSubItems, type NumberedRow, type Tree } from './fold-sub-items.tsx';
import { isSelected, useSelection } from './selection.ts';
import { todayWords } from './words.ts';

interface Props {
  today: Today;
  rows: NumberedRow[];
  tree: Tree;
  picked: () => void;
}

/** The board on a small screen: one card a task, its units by name beside their lights. */
export function BoardCards({ today, rows, tree, picked }: Props) {
  const words = useWords(todayWords);
  const states = useWords(stateWords);
  const selection = useSelection();
  const units = new Map(today.units.map((unit) => [unit.id, unit]));
  return (
    <ul className="cards">
      {rows.map(({ row, ordinal }) => (
        <li key={row.taskId} className="card" data-light={row.light} data-sub-item={row.parentId !== null}>
          <div className="card-head">
            <a href={hrefOf('task', row.taskId)}>
              {row.no ?? (row.parentId === null ? `${ordinal}.` : '')} {row.title}
            </a>
            <span className={`chip chip-${row.light}`}>{wordOr(states, row.label)}</span>
          </div>
          <FoldSubItems row={row} tree={tree} />
          {row.dueOn !== null && (
            <div className="quiet">
              {words.due} {dateText(row.dueOn)}
            </div>
          )}
          <div className="card-cells">
            {row.cells.map((cell) => {
              const unit = units.get(cell.unitId);
              return (
                unit && (
                  <CellLight
                    key={cell.partId}
                    row={row}
                    ordinal={ordinal}
                    cell={cell}
                    unit={unit}
                    selected={isSelected(selection, row, cell)}
                    picked={picked}
                    named
                  />
                )
              );
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}
