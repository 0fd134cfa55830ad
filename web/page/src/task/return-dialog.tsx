import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';

interface Props {
  taskId: string;
  partId: string;
  /** What is returned, where the dialog covers it. */
  about?: string;
  open: boolean;
  close: () => void;
}

const LEAST_CHARACTERS = 5;

export function ReturnDialog({ taskId, partId, about, open, close }: Props) {
  const words = useWords(todayWords);
  const [reason, setReason] = useState('');
  const act = useAct();
  const send = () =>
    act.mutate(
      { path: `/tasks/${taskId}/return`, body: { partId, reason } },
      {
        onSuccess: () => {
          setReason('');
          close();
        },
      },
    );
  return (
    <Modal
      title={words.returnTitle}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words.return}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: [...reason.trim()].length < LEAST_CHARACTERS }}
      destroyOnHidden
    >
      {about !== undefined && <p className="dialog-about">{about}</p>}
      <label htmlFor="return-reason">{words.returnReason}</label>
      <Input.TextArea
        id="return-reason"
        autoFocus
        autoSize={{ minRows: 3 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
