import { Tooltip } from 'antd';
import { memo } from 'react';
import type { BoardRow, Cell, Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { lightWords, roleWords } from '../i18n/vocabulary.ts';
import { go } from '../shell/route.ts';
import { LightMark } from './light-mark.tsx';
import { select } from './selection.ts';
import { todayWords } from './words.ts';

interface Props {
  row: BoardRow;
  ordinal: number;
  cell: Cell;
  unit: Today['units'][number];
  selected: boolean;
  picked: () => void;
  /** On cards the unit's name stands beside the light. */
  named?: boolean;
}

/** The why, led by the light's word where the sentence does not say it itself. */
function reasonText(word: string, why: string): string {
  return why.includes(word) ? why : `${word} ${why}`.trim();
}

export const CellLight = memo(function CellLight({ row, ordinal, cell, unit, selected, picked, named = false }: Props) {
  const lights = useWords(lightWords);
  const roles = useWords(roleWords);
  const words = useWords(todayWords);
  const reason = reasonText(lights[cell.light], cell.why);
  const pending = cell.unconfirmed ? ` ${words.unconfirmed}` : '';
  const pick = () => {
    select({ taskId: row.taskId, partId: cell.partId, unitId: cell.unitId });
    picked();
  };
  return (
    <Tooltip title={`${unit.name}(${roles[cell.role]}) ${reason}${pending}`} mouseEnterDelay={0.25}>
      <button
        type="button"
        className={named ? 'cell cell-named' : 'cell'}
        data-testid={`cell-${row.no ?? ordinal}-${unit.short}`}
        data-task={row.taskId}
        data-part={cell.partId}
        data-light={cell.light}
        aria-label={`${unit.name} ${row.no ?? ''}${row.title} ${reason}${pending}`}
        aria-pressed={selected}
        onClick={pick}
        onDoubleClick={() => go('task', row.taskId)}
      >
        <LightMark light={cell.light} role={cell.role} unconfirmed={cell.unconfirmed} />
        {named && <span>{unit.short}</span>}
      </button>
    </Tooltip>
  );
});
