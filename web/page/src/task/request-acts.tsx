import { Button } from 'antd';
import { useState } from 'react';
import type { TaskStory } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { RequestDialog, type RequestDialogKind } from './request-dialog.tsx';
import { requestWords } from './request-words.ts';

type Part = TaskStory['parts'][number];

/** What may be done about a unit's open request: its supervisor signs, the office decides or records the paper. */
export function RequestActs({ part, taskId, mayDecide }: { part: Part; taskId: string; mayDecide: boolean }) {
  const words = useWords(requestWords);
  const act = useAct();
  const [dialog, setDialog] = useState<RequestDialogKind | null>(null);
  const { partId, request, canUndoExtension } = part;
  const post = (path: string, body: object) => act.mutate({ path: `/tasks/${taskId}/${path}`, body });
  const isAsked = request?.kind === 'extension' && request.signOff !== 'waiting';
  const grant = () =>
    request?.level === 'leading-group'
      ? setDialog('grant')
      : post('extension', { partId, requestId: request?.id, grant: true });
  return (
    <>
      {request?.canSign === true && (
        <>
          <Button
            size="small"
            type="primary"
            disabled={act.isPending}
            onClick={() => post('sign', { partId, requestId: request.id, agree: true })}
          >
            {words.agree}
          </Button>
          <Button size="small" disabled={act.isPending} onClick={() => setDialog('send-back')}>
            {words.sendBack}
          </Button>
        </>
      )}
      {mayDecide && request?.signOff === 'waiting' && (
        <Button size="small" disabled={act.isPending} onClick={() => setDialog('scan')}>
          {words.scan}
        </Button>
      )}
      {mayDecide && isAsked && (
        <>
          <Button size="small" type="primary" disabled={act.isPending} onClick={grant}>
            {words.grant}
          </Button>
          <Button size="small" disabled={act.isPending} onClick={() => setDialog('other-date')}>
            {words.otherDate}
          </Button>
          <Button size="small" disabled={act.isPending} onClick={() => setDialog('refuse')}>
            {words.refuse}
          </Button>
        </>
      )}
      {mayDecide && canUndoExtension === true && (
        <Button size="small" disabled={act.isPending} onClick={() => post('extension/undo', { partId })}>
          {words.undo}
        </Button>
      )}
      <RequestDialog
        kind={dialog}
        taskId={taskId}
        partId={partId}
        requestId={request?.id}
        close={() => setDialog(null)}
      />
    </>
  );
}
