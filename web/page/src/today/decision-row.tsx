import { Button } from 'antd';
import { Fragment, useState } from 'react';
import type { Decision, Today } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText, sinceText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { decisionWords } from '../i18n/vocabulary.ts';
import { go } from '../shell/route.ts';
import { FileEvidenceDialog } from '../task/file-evidence-dialog.tsx';
import { AssignDialog } from '../task/assign-dialog.tsx';
import { ReassignDialog } from '../task/reassign-dialog.tsx';
import { reassignWords } from '../task/reassign-words.ts';
import { RequestDialog, type RequestDialogKind } from '../task/request-dialog.tsx';
import { ReasonDialog } from '../task/reason-dialog.tsx';
import { ReturnDialog } from '../task/return-dialog.tsx';
import { useAccept } from '../task/use-accept.tsx';
import { todayWords } from './words.ts';

interface Props {
  planId: string;
  decision: Decision;
  units: Today['units'];
  /** The plan's clock. */
  now: string;
  readOnly: boolean;
}

type Dialog = 'return' | 'assign' | 'reassign' | 'keep' | 'hold-back' | 'drop-notice' | 'file';

const TONES: Record<Decision['kind'], string> = {
  completion: 'green',
  'sign-off': 'blue',
  extension: 'yellow',
  unassigned: 'blue',
  undeliverable: 'yellow',
  'office-call': 'red',
  escalation: 'red',
  'no-rank': 'yellow',
  'stand-in': 'yellow',
  circular: 'red',
  notice: 'yellow',
  unconfirmed: 'yellow',
  dispute: 'red',
  coordination: 'yellow',
  directive: 'yellow',
  'change-contact': 'blue',
  'roll-up': 'blue',
  binding: 'yellow',
  evidence: 'blue',
};

export function DecisionRow({ planId, decision, units, now, readOnly }: Props) {
  const words = useWords(todayWords);
  const kinds = useWords(decisionWords);
  const moving = useWords(reassignWords);
  const labels = { ...words, reassign: moving.reassign, 'keep-duty': moving.keep };
  const act = useAct();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [asking, setAsking] = useState<RequestDialogKind | null>(null);
  const { taskId, partId, request, escalationId, noticeId } = decision;
  const accepting = useAccept(taskId);
  const close = () => setDialog(null);
  const run: Record<Decision['actions'][number], () => void> = {
    accept: () => accepting.accept(partId),
    return: () => setDialog('return'),
    grant: () =>
      request?.level === 'leading-group'
        ? setAsking('grant')
        : act.mutate({
            path: `/tasks/${taskId}/extension`,
            body: { partId, grant: true, ...(request ? { requestId: request.id } : {}) },
          }),
    'other-date': () => setAsking('other-date'),
    refuse: () => setAsking('refuse'),
    scan: () => setAsking('scan'),
    assign: () => setDialog('assign'),
    reassign: () => setDialog('reassign'),
    'keep-duty': () => setDialog('keep'),
    escalate: () => act.mutate({ path: `/tasks/${taskId}/escalations/release`, body: { id: escalationId } }),
    'hold-back': () => setDialog('hold-back'),
    'release-notice': () => act.mutate({ path: `/notices/${noticeId}/release` }),
    'drop-notice': () => setDialog('drop-notice'),
    'file-evidence': () => setDialog('file'),
    bind: () => go('people'),
    done: () => act.mutate({ path: `/decisions/${encodeURIComponent(decision.id)}/done` }),
    open: () => (taskId === null ? go('tasks') : go('task', taskId)),
  };
  const shown = readOnly ? decision.actions.filter((action) => action === 'open') : decision.actions;
  return (
    <li data-decision={decision.kind}>
      <span className={`chip chip-${TONES[decision.kind]}`}>{kinds[decision.kind] ?? decision.label}</span>
      <span className="decision-text">
        {decision.text}{' '}
        {decision.files?.map(({ id, name }) => (
          <Fragment key={id}>
            <a className="decision-file" href={`/api/evidence/${id}`} download>
              {name}
            </a>{' '}
          </Fragment>
        ))}
        <span className="quiet" title={longMomentText(decision.since)}>
          {words.since(sinceText(decision.since, now))}
        </span>
      </span>
      <span className="row decision-acts">
        {shown.map((action, index) => (
          <Button
            key={action}
            size="small"
            type={index === 0 && action !== 'open' ? 'primary' : 'default'}
            disabled={act.isPending || accepting.isPending}
            onClick={run[action]}
          >
            {labels[action]}
          </Button>
        ))}
      </span>
      {accepting.dialog}
      {taskId !== null && partId !== null && (
        <ReturnDialog taskId={taskId} partId={partId} about={decision.text} open={dialog === 'return'} close={close} />
      )}
      {taskId !== null && partId !== null && (
        <ReassignDialog
          taskId={taskId}
          partId={partId}
          planId={planId}
          disputed
          mode={dialog === 'reassign' || dialog === 'keep' ? dialog : null}
          close={close}
        />
      )}
      {taskId !== null && partId !== null && (
        <RequestDialog
          kind={asking}
          taskId={taskId}
          partId={partId}
          requestId={request?.id}
          about={decision.text}
          close={() => setAsking(null)}
        />
      )}
      {escalationId !== undefined && (
        <ReasonDialog
          title={words.holdBackTitle}
          label={words.holdBackReason}
          act={words['hold-back']}
          path={`/tasks/${taskId}/escalations/drop`}
          body={(reason) => ({ id: escalationId, reason })}
          about={decision.text}
          open={dialog === 'hold-back'}
          close={close}
        />
      )}
      {noticeId !== undefined && (
        <ReasonDialog
          title={words.dropNoticeTitle}
          label={words.dropNoticeReason}
          act={words['drop-notice']}
          path={`/notices/${noticeId}/drop`}
          body={(reason) => ({ reason })}
          about={decision.text}
          open={dialog === 'drop-notice'}
          close={close}
        />
      )}
      {decision.files !== undefined && (
        <FileEvidenceDialog
          planId={planId}
          about={decision.text}
          files={decision.files}
          units={units}
          open={dialog === 'file'}
          close={close}
        />
      )}
      {taskId !== null && <AssignDialog taskId={taskId} units={units} open={dialog === 'assign'} close={close} />}
    </li>
  );
}
