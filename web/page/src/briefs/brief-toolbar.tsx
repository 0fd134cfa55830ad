import { App, Button, Popconfirm } from 'antd';
import type { BriefView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { StatusChip } from './archive.tsx';
import { Recipients } from './recipients.tsx';
import { briefWords } from './words.ts';

interface Props {
  brief: BriefView;
  release: () => void;
  direct: () => void;
}

/** State of the brief, who had a hand in it, and what this viewer may do. */
export function BriefToolbar({ brief, release, direct }: Props) {
  const words = useWords(briefWords);
  const role = useViewerRole();
  const { message } = App.useApp();
  const act = useAct();
  const { can, status, planId, createdBy, editedBy, releasedBy, releasedAt, recipients } = brief;
  const hands = [
    words.draftedBy(createdBy),
    ...(editedBy === null ? [] : [words.editedBy(editedBy)]),
    ...(releasedBy === null || releasedAt === null ? [] : [words.releasedBy(releasedBy, longMomentText(releasedAt))]),
  ];
  const copy = () => void navigator.clipboard.writeText(brief.markdown).then(() => message.success(words.copied));
  return (
    <section className="panel brief-toolbar" data-testid="brief-toolbar">
      <div className="row">
        <StatusChip status={status} />
        <span className="quiet">{hands.join(' · ')}</span>
        <span className="grow" />
        <span className="row">
          {navigator.clipboard !== undefined && <Button onClick={copy}>{words.copy}</Button>}
          <Button onClick={() => window.print()}>{words.print}</Button>
          {can.edit && (
            <Popconfirm
              title={words.draftAgainTitle}
              description={words.draftAgainHint}
              okText={words.draftAgain}
              cancelText={words.cancel}
              onConfirm={() => act.mutate({ path: `/plans/${planId}/briefs` })}
            >
              <Button loading={act.isPending}>{words.draftAgain}</Button>
            </Popconfirm>
          )}
          {can.release && (
            <Button type="primary" data-testid="release" onClick={release}>
              {words.release}
            </Button>
          )}
          {can.direct && (
            <Button type="primary" data-testid="direct" onClick={direct}>
              {words.direct}
            </Button>
          )}
        </span>
      </div>
      {status === 'released' && role === 'coordinator' && recipients.length > 0 && (
        <div className="row">
          <span className="quiet">{words.sentTo}</span>
          <Recipients recipients={recipients} />
        </div>
      )}
    </section>
  );
}
