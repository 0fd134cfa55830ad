import { Input } from 'antd';
import { useState } from 'react';
import type { BoardRow, Today } from '../../../api.ts';
import { useToday } from '../api/queries.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { stateWords, wordOr } from '../i18n/vocabulary.ts';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { usePlan } from '../shell/plan-choice.tsx';
import { hrefOf } from '../shell/route.ts';
import { shellWords } from '../shell/words.ts';
import { LightMark } from '../today/light-mark.tsx';
import { taskWords } from './words.ts';
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

/** All tasks by section, each leading to its story. */
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
  const sections = [...new Set(rows.map(({ section }) => section))];
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
          {rows
            .filter((row) => row.section === section)
            .map((row) => (
              <TaskLine key={row.taskId} row={row} today={today.data} />
            ))}
        </section>
      ))}
    </>
  );
}
