import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { TaskStory } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';
import { pauseWords } from './pause-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const LEAST_CHARACTERS = 5;

/** 暂缓 to a day with its reason, or 恢复办理 before that day. */
export function PauseTask({ taskId, paused }: Pick<TaskStory, 'taskId' | 'paused'>) {
  const words = useWords(pauseWords);
  // One state a dialog: the task is put off before the first has closed, and must not open the second.
  const [open, setOpen] = useState<'pause' | 'resume' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen(paused === null ? 'pause' : 'resume')}>
        {paused === null ? words.pause : words.resume}
      </Button>
      <PauseDialog taskId={taskId} open={open === 'pause'} close={close} />
      <ReasonDialog
        title={words.resumeTitle}
        label={words.reason}
        act={words.resume}
        path={`/tasks/${taskId}/resume`}
        body={(reason) => ({ reason })}
        open={open === 'resume'}
        close={close}
      />
    </>
  );
}

function PauseDialog({ taskId, open, close }: { taskId: string; open: boolean; close: () => void }) {
  const words = useWords(pauseWords);
  const { cancel } = useWords(todayWords);
  const act = useAct();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const done = () => {
    setUntil('');
    setReason('');
    close();
  };
  const send = () => act.mutate({ path: `/tasks/${taskId}/pause`, body: { until, reason } }, { onSuccess: done });
  return (
    <Modal
      title={words.pauseTitle}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words.pause}
      cancelText={cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: until === '' || [...reason.trim()].length < LEAST_CHARACTERS }}
      destroyOnHidden
    >
      <div className="form-grid">
        <label htmlFor="pause-until">{words.until}</label>
        <Input
          id="pause-until"
          type="date"
          autoFocus
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <label htmlFor="pause-reason">{words.reason}</label>
        <Input.TextArea
          id="pause-reason"
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <p className="quiet">{words.hint}</p>
    </Modal>
  );
}
