import { Button, Select } from 'antd';
import { useState } from 'react';
import type { NoticeRow, TaskStory } from '../../../api.ts';
import { useNotices } from '../api/notice-queries.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { noticeWords } from './notice-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const KINDS = ['blue', 'yellow', 'red', 'circular'] as const;
const TONES: Record<NoticeRow['kind'], string> = { blue: 'blue', yellow: 'yellow', red: 'red', circular: 'red' };

function Row({ notice }: { notice: NoticeRow }) {
  const words = useWords(noticeWords);
  const act = useAct();
  const [dropping, setDropping] = useState(false);
  const { id, kind, label, text, status, canRelease, draftedBy, draftedAt, settledBy, settledAt, reason } = notice;
  return (
    <li data-notice={kind} data-status={status}>
      <span className={`chip chip-${TONES[kind]}`}>{words[kind]}</span>
      <span className="notice-text">
        {text}{' '}
        <span className="quiet">
          {label} · {draftedBy} {longMomentText(draftedAt)}
          {settledBy !== null && settledAt !== null && ` · ${settledBy} ${longMomentText(settledAt)}`}
          {reason !== null && ` · ${reason}`}
        </span>
      </span>
      {status === 'draft' && (
        <span className="row">
          {canRelease && (
            <Button
              size="small"
              type="primary"
              disabled={act.isPending}
              onClick={() => act.mutate({ path: `/notices/${id}/release` })}
            >
              {words.release}
            </Button>
          )}
          <Button size="small" onClick={() => setDropping(true)}>
            {words.drop}
          </Button>
        </span>
      )}
      <ReasonDialog
        title={words.drop}
        label={words.reason}
        act={words.drop}
        path={`/notices/${id}/drop`}
        body={(given) => ({ reason: given })}
        open={dropping}
        close={() => setDropping(false)}
      />
    </li>
  );
}

/** 督办单 and 通报 of one task, for the office: what was drafted, and a new draft for one of its units. */
export function Notices({ story }: { story: TaskStory }) {
  const words = useWords(noticeWords);
  const notices = useNotices(story.planId, story.taskId);
  const act = useAct();
  const [partId, setPartId] = useState<string | null>(null);
  const chosen = partId ?? story.parts[0]?.partId ?? null;
  const rows = notices.data ?? [];
  if (chosen === null) return null;
  return (
    <section className="panel" data-testid="notices" aria-labelledby="notices-title">
      <div className="panel-head">
        <h2 id="notices-title">{words.title}</h2>
        <span className="grow" />
        {story.parts.length > 1 && (
          <Select
            size="small"
            aria-label={words.unit}
            value={chosen}
            onChange={setPartId}
            options={story.parts.map((part) => ({ value: part.partId, label: part.unit }))}
          />
        )}
        {story.status === 'open' &&
          KINDS.map((kind) => (
            <Button
              key={kind}
              size="small"
              disabled={act.isPending}
              onClick={() => act.mutate({ path: `/tasks/${story.taskId}/notices`, body: { partId: chosen, kind } })}
            >
              {words.draft(words[kind])}
            </Button>
          ))}
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ul className="notices">
          {rows.map((notice) => (
            <Row key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </section>
  );
}
