import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Drawer } from 'antd';
import { useRef, useState } from 'react';
import type { BreakdownRow, BreakdownView } from '../../../api.ts';
import { upload } from '../api/http.ts';
import { useAct } from '../api/use-act.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { subItemWords } from './sub-item-words.ts';
import '../reading/reading.css';

const LIMIT_BYTES = 50 * 1024 * 1024;
const ACCEPT = '.txt,.docx,.doc,.pdf,.html,.htm,.xlsx,.csv';
const TONES: Record<BreakdownRow['status'], string> = { new: 'blue', there: 'green', refused: 'yellow' };

interface Props {
  taskId: string;
  open: boolean;
  close: () => void;
}

/** 分解方案: a file is read, its tasks are listed, and those that are chosen become sub-items. */
export function BreakdownDrawer({ taskId, open, close }: Props) {
  const words = useWords(subItemWords);
  const input = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [tooLarge, setTooLarge] = useState(false);
  const act = useAct();
  const read = useMutation({
    mutationFn: (file: File) =>
      upload<BreakdownView>(`/tasks/${taskId}/breakdown/read?name=${encodeURIComponent(file.name)}`, file),
  });
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LIMIT_BYTES);
    setLeft(new Set());
    if (file.size <= LIMIT_BYTES) read.mutate(file);
  };
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
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          hidden
          data-testid="breakdown-file"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <button
          type="button"
          className="drop-file"
          disabled={read.isPending}
          onClick={() => input.current?.click()}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            take(event.dataTransfer.files[0]);
          }}
        >
          <strong>{read.isPending ? words.reading : words.drop}</strong>
        </button>
        {tooLarge && <Alert type="error" showIcon title={words.tooLarge} />}
        {read.error !== null && <Alert type="error" showIcon title={read.error.message} />}
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
