import { Button } from 'antd';
import type { BoardRow, Cell, Today } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { roleWords } from '../i18n/vocabulary.ts';
import { go } from '../shell/route.ts';
import { tick } from './first-minutes-ticks.ts';
import { LightMark } from './light-mark.tsx';
import { todayWords } from './words.ts';

interface Props {
  row: BoardRow;
  cell: Cell;
  unit: Today['units'][number];
  mayNudge: boolean;
}

/** What the chosen cell says and why, with the nudge. */
export function SelectedPart({ row, cell, unit, mayNudge }: Props) {
  const words = useWords(todayWords);
  const roles = useWords(roleWords);
  const act = useAct();
  const nudge = () =>
    act.mutate(
      { path: `/tasks/${row.taskId}/nudge`, body: { partId: cell.partId } },
      { onSuccess: () => tick('nudge') },
    );
  return (
    <section className="panel selected-part" data-testid="selected-part">
      <h2>
        <LightMark light={cell.light} role={cell.role} unconfirmed={cell.unconfirmed} />
        <span>
          {unit.name} · {row.no} {row.title}
        </span>
      </h2>
      <p className="quiet" aria-live="polite">
        {roles[cell.role]} · {cell.why}
        {cell.unconfirmed ? ` ${words.unconfirmed}` : ''}
      </p>
      <div className="row">
        {mayNudge && (
          <Button type="primary" size="small" data-testid="nudge" loading={act.isPending} onClick={nudge}>
            {words.nudge}
          </Button>
        )}
        <Button size="small" data-testid="open-story" onClick={() => go('task', row.taskId)}>
          {words.story}
        </Button>
      </div>
    </section>
  );
}
