import { Input } from 'antd';
import { useState } from 'react';
import type { BoardRow, Today } from '../../../api.ts';
import { useToday } from '../api/queries.ts';
import { useStored } from '../api/stored.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { stateWords, wordOr } from '../i18n/vocabulary.ts';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { usePlan } from '../shell/plan-choice.tsx';
import { hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { LightMark } from '../today/light-mark.tsx';
import { subItemWords } from './sub-item-words.ts';
import { taskWords } from './words.ts';
import './sub-items.css';
import './task.css';

function TaskLine({ row, today }: { row: BoardRow; today: Today }) {
  const words = useWords(taskWords);
  const states = useWords(stateWords);
  const names = row.cells.map((cell) => today.units.find(({ id }) => id === cell.unitId)?.short ?? '').join('、');
  return (
    <a className="task-line" href={hrefOf('task', row.taskId)}>
      <LightMark light={row.light} role="lead" />
      <span className="task-line-title">
        <strong>
          {row.no} {row.title}
        </strong>
        <span className="quiet">{names}</span>
      </span>
      <span className="task-line-why quiet">{row.why}</span>
      <span className="task-line-due quiet">{row.dueOn === null ? words.none : dateText(row.dueOn)}</span>
      <span className={`chip chip-${row.light}`}>{wordOr(states, row.label)}</span>
    </a>
  );
}

/** A task with its sub-items under it, which fold away. A search shows what it finds, folded or not. */
function TaskNode({ row, pieces, today }: { row: BoardRow; pieces: BoardRow[]; today: Today }) {
  const words = useWords(subItemWords);
  const [folded, setFolded] = useStored(`tree.${row.taskId}`);
  const isOpen = folded === null;
  if (pieces.length === 0) return <TaskLine row={row} today={today} />;
  return (
    <div className="tree-node">
      <TaskLine row={row} today={today} />
      <button
        type="button"
        className="tree-toggle"
        aria-expanded={isOpen}
        aria-label={isOpen ? words.close(row.title) : words.open(row.title)}
        onClick={() => setFolded(isOpen ? 'folded' : null)}
      >
        {words.done(row.subItems?.done ?? 0, row.subItems?.total ?? pieces.length)}
      </button>
      {isOpen && (
        <ul className="tree-children">
          {pieces.map((child) => (
            <li key={child.taskId}>
              <TaskLine row={child} today={today} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** All tasks by section, each with its sub-items and leading to its story. */
export function TasksPage() {
  const words = useWords(taskWords);
  const shell = useWords(shellWords);
  const { plan } = usePlan();
  const today = useToday(plan?.id ?? null);
  const [wanted, setWanted] = useState('');
  if (plan === null)
    return (
      <Nothing text={shell.noPlan}>
        <a href={hrefOf('plans')}>{shell.toPlans}</a>
      </Nothing>
    );
  if (today.data === undefined)
    return today.error === null ? <Loading /> : <Failed error={today.error} again={() => void today.refetch()} />;
  const { board, units } = today.data;
  const textOf = (row: BoardRow) =>
    [row.no, row.title, row.label, ...row.cells.map((cell) => units.find(({ id }) => id === cell.unitId)?.name)].join(
      ' ',
    );
  const rows = board.filter((row) => textOf(row).includes(wanted.trim()));
  const shown = new Set(rows.map(({ taskId }) => taskId));
  // A sub-item whose task isn't among what was found, or left the plan, stands by itself.
  const tops = rows.filter(({ parentId }) => parentId === null || !shown.has(parentId));
  const sections = [...new Set(tops.map(({ section }) => section))];
  return (
    <>
      <PageHead title={words.title} />
      <Input
        className="task-search"
        allowClear
        aria-label={words.search}
        placeholder={words.search}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {rows.length === 0 && <Nothing text={words.noTask} />}
      {sections.map((section) => (
        <section key={section ?? ''} className="panel">
          {section !== null && <h2>{section}</h2>}
          {tops
            .filter((row) => row.section === section)
            .map((row) => (
              <TaskNode
                key={row.taskId}
                row={row}
                pieces={rows.filter(({ parentId }) => parentId === row.taskId)}
                today={today.data}
              />
            ))}
        </section>
      ))}
    </>
  );
}
