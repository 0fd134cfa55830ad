import { Button } from 'antd';
import { useState } from 'react';
import type { SubItemRow, TaskStory } from '../../../api.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { stateWords, wordOr } from '../i18n/vocabulary.ts';
import { hrefOf } from '../shell/route.ts';
import { LightMark } from '../today/light-mark.tsx';
import { AddSubItem } from './add-sub-item.tsx';
import { BreakdownDrawer } from './breakdown-drawer.tsx';
import { subItemWords } from './sub-item-words.ts';
import { taskWords } from './words.ts';
import './sub-items.css';

/** What a task was broken down into; shown where there is something, or where the viewer may add it. */
export function SubItems({ story }: { story: TaskStory }) {
  const words = useWords(subItemWords);
  const { rows, text, mayAdd } = story.subItems;
  const [open, setOpen] = useState<'add' | 'breakdown' | null>(null);
  if (rows.length === 0 && !mayAdd) return null;
  const close = () => setOpen(null);
  return (
    <section className="panel" data-testid="sub-items" aria-labelledby="sub-items-title">
      <div className="panel-head">
        <h2 id="sub-items-title">{words.title}</h2>
        <span className="quiet">{rows.length === 0 ? words.none : [text, words.hint].filter(Boolean).join(' · ')}</span>
        <span className="grow" />
        {mayAdd && (
          <Button size="small" onClick={() => setOpen('add')}>
            {words.add}
          </Button>
        )}
        {mayAdd && (
          <Button size="small" onClick={() => setOpen('breakdown')}>
            {words.breakdown}
          </Button>
        )}
      </div>
      {rows.length > 0 && (
        <ul className="sub-items">
          {rows.map((row) => (
            <SubItemLine key={row.taskId} row={row} />
          ))}
        </ul>
      )}
      <AddSubItem story={story} open={open === 'add'} close={close} />
      <BreakdownDrawer taskId={story.taskId} open={open === 'breakdown'} close={close} />
    </section>
  );
}

function SubItemLine({ row }: { row: SubItemRow }) {
  const words = useWords(subItemWords);
  const task = useWords(taskWords);
  const states = useWords(stateWords);
  const units = row.units.map(({ short }) => short).join('、');
  return (
    <li>
      <a className="task-line" href={hrefOf('task', row.taskId)} data-light={row.light}>
        <LightMark light={row.light} role="lead" />
        <span className="task-line-title">
          <strong>
            {row.no} {row.title}
          </strong>
          <span className="quiet">{units === '' ? words.noUnit : units}</span>
        </span>
        <span className="task-line-why quiet">{row.why}</span>
        <span className="task-line-due quiet">{row.dueOn === null ? task.none : dateText(row.dueOn)}</span>
        <span className={`chip chip-${row.light}`}>{wordOr(states, row.label)}</span>
      </a>
    </li>
  );
}
