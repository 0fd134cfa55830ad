import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import type { BreakdownRow, BreakdownView } from '../../../api.ts';
import { upload } from '../api/http.ts';
import { useAct } from '../api/use-act.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { DropFile } from '../reading/drop-file.tsx';
import { subItemWords } from './sub-item-words.ts';

const TONES: Record<BreakdownRow['status'], string> = { new: 'blue', there: 'green', refused: 'yellow' };

interface Props {
  taskId: string;
  open: boolean;
  close: () => void;
}

/** 分解方案: a file is read, its tasks are listed, and those that are chosen become sub-items. */
export function BreakdownDrawer({ taskId, open, close }: Props) {
  const words = useWords(subItemWords);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const act = useAct();
  const read = useMutation({
    mutationFn: (file: File) =>
      upload<BreakdownView>(`/tasks/${taskId}/breakdown/read?name=${encodeURIComponent(file.name)}`, file),
  });
  const rows = read.data?.rows ?? [];
  const chosen = rows.filter(({ status }, at) => status === 'new' && !left.has(at));
  const done = () => {
    read.reset();
    close();
  };
  const send = () => {
    const asked = chosen.map(({ title, lead, responsible, dueOn }) => ({ title, lead, responsible, dueOn }));
    act.mutate({ path: `/tasks/${taskId}/breakdown`, body: { rows: asked } }, { onSuccess: done });
  };
  const toggle = (at: number) =>
    setLeft(new Set(left.has(at) ? [...left].filter((other) => other !== at) : [...left, at]));
  return (
    <Drawer title={words.breakdown} open={open} onClose={done} size={760}>
      <div className="stack" aria-busy={read.isPending}>
        <p>{words.breakdownLead}</p>
        <DropFile
          testId="breakdown-file"
          isReading={read.isPending}
          problem={read.error?.message ?? null}
          take={(file) => {
            setLeft(new Set());
            read.mutate(file);
          }}
        />
        {read.data !== undefined && <p role="status">{read.data.summary}</p>}
        {rows.length > 0 && <Rows rows={rows} left={left} toggle={toggle} />}
        {rows.length > 0 && (
          <div className="row">
            <Button type="primary" disabled={chosen.length === 0} loading={act.isPending} onClick={send}>
              {words.accept(chosen.length)}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
}

interface RowsProps {
  rows: BreakdownRow[];
  left: ReadonlySet<number>;
  toggle: (at: number) => void;
}

function Rows({ rows, left, toggle }: RowsProps) {
  const words = useWords(subItemWords);
  return (
    <ul className="breakdown" aria-label={words.rows}>
      {rows.map((row, at) => (
        <li key={`${at} ${row.title}`} data-status={row.status}>
          <Checkbox
            aria-label={words.choose(row.title)}
            disabled={row.status !== 'new'}
            checked={row.status === 'new' && !left.has(at)}
            onChange={() => toggle(at)}
          />
          <span>
            <strong>{row.title}</strong>
            <span className="quiet">
              {' '}
              {[
                [...row.lead, ...row.responsible].join('、') || words.noUnit,
                row.dueOn === null ? words.sameDue : dateText(row.dueOn),
              ].join(' · ')}
            </span>
            {row.problem !== null && <span className="breakdown-problem">{row.problem}</span>}
          </span>
          <span className={`chip chip-${TONES[row.status]}`}>
            {words[row.status]}
            {row.no === null ? '' : ` ${row.no}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
