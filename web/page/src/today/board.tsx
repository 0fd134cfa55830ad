import { useRef } from 'react';
import type { Today } from '../../../api.ts';
import { shortDate } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { stateWords, wordOr } from '../i18n/vocabulary.ts';
import { hrefOf } from '../shell/route.ts';
import { CellLight } from './cell-light.tsx';
import { FoldSubItems, type NumberedRow, type Tree } from './fold-sub-items.tsx';
import { moveFocus } from './move-focus.ts';
import { isSelected, useSelection } from './selection.ts';
import { todayWords } from './words.ts';

interface Props {
  today: Today;
  rows: NumberedRow[];
  tree: Tree;
  picked: () => void;
}

/** More columns than this and their heads stand upright. */
const MANY_UNITS = 14;

export function Board({ today, rows, tree, picked }: Props) {
  const words = useWords(todayWords);
  const states = useWords(stateWords);
  const selection = useSelection();
  const table = useRef<HTMLTableElement>(null);
  const used = new Set(today.board.flatMap(({ cells }) => cells.map(({ unitId }) => unitId)));
  const units = today.units.filter(({ id }) => used.has(id));
  const dated = today.board.some(({ dueOn }) => dueOn !== null);
  const dense = units.length > MANY_UNITS ? ' board-dense' : '';
  return (
    <div className="board-scroll">
      <table ref={table} className={`board${dense}`} onKeyDown={(event) => moveFocus(event, table.current)}>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className="board-task">
              {words.task}
            </th>
            {units.map((unit) => (
              <th key={unit.id} scope="col" title={unit.name}>
                <abbr title={unit.name}>{unit.short}</abbr>
              </th>
            ))}
            {dated && (
              <th scope="col" className="board-due">
                {words.due}
              </th>
            )}
            <th scope="col" className="board-state">
              {words.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, ordinal }) => (
            <tr
              key={row.taskId}
              data-light={row.light}
              data-sub-item={row.parentId !== null}
              data-selected={row.cells.some((cell) => isSelected(selection, row, cell))}
            >
              <td className="board-no">{row.no ?? (row.parentId === null ? ordinal : '')}</td>
              <th scope="row" className="board-task">
                <a href={hrefOf('task', row.taskId)}>{row.title}</a> <FoldSubItems row={row} tree={tree} />
              </th>
              {units.map((unit) => (
                <td key={unit.id}>
                  {row.cells
                    .filter(({ unitId }) => unitId === unit.id)
                    .map((cell) => (
                      <CellLight
                        key={cell.partId}
                        row={row}
                        ordinal={ordinal}
                        cell={cell}
                        unit={unit}
                        selected={isSelected(selection, row, cell)}
                        picked={picked}
                      />
                    ))}
                </td>
              ))}
              {dated && <td className="board-due">{row.dueOn === null ? '—' : shortDate(row.dueOn, today.now)}</td>}
              <td className="board-state">
                <span className={`chip chip-${row.light}`} title={row.why}>
                  {wordOr(states, row.label)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
