import { Button, Popconfirm } from 'antd';
import type { ReadingView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { readingWords } from './words.ts';

/** Title of the reading, where it came from, and 〔导入〕〔放弃〕. */
export function ReadingHead({ view }: { view: ReadingView }) {
  const words = useWords(readingWords);
  const act = useAct();
  const { id, plan, removed, fileName, readBy, readAt, notes, can, blocking, hash, status } = view;
  const path = `/readings/${encodeURIComponent(id)}`;
  const tasks = plan.tasks.length - removed.filter((one) => one.startsWith('/tasks/')).length;
  const origin = [fileName === '' ? words.pasted : fileName, `${readBy} ${longMomentText(readAt)}`];
  return (
    <>
      <PageHead title={words.title} bare>
        <span className="quiet reading-origin">
          {[...origin, ...(notes.length > 0 ? [words.noteCount(notes.length)] : [])].join(' · ')}
        </span>
        <span className="row reading-acts">
          {can.edit && (
            <Popconfirm
              title={words.discardText}
              okText={words.confirmDiscard}
              cancelText={words.cancel}
              onConfirm={() => act.mutate({ path: `${path}/discard` }, { onSuccess: () => go('plans') })}
            >
              <Button>{words.discard}</Button>
            </Popconfirm>
          )}
          {can.import && (
            <Popconfirm
              title={words.importTitle}
              description={words.importText(plan.title, tasks, plan.units.length)}
              okText={words.confirm}
              cancelText={words.cancel}
              disabled={blocking > 0}
              onConfirm={() => act.mutate({ path: `${path}/import`, body: { hash } }, { onSuccess: () => go('plans') })}
            >
              <Button type="primary" data-testid="import-reading" disabled={blocking > 0} loading={act.isPending}>
                {words.import}
              </Button>
            </Popconfirm>
          )}
        </span>
      </PageHead>
      {status !== 'review' && (
        <p className="blockers" data-ready="true">
          {status === 'imported' ? words.imported : words.discarded} <a href={hrefOf('plans')}>{words.toPlan}</a>
        </p>
      )}
    </>
  );
}
