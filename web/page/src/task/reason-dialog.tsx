import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';

interface Props {
  title: string;
  label: string;
  /** On the button that sends it. */
  act: string;
  path: string;
  body: (reason: string) => object;
  /** What the reason is for, where the dialog covers it. */
  about?: string;
  open: boolean;
  close: () => void;
}

const LEAST_CHARACTERS = 5;

/** An act of the office's that needs a reason. */
export function ReasonDialog({ title, label, act: actText, path, body, about, open, close }: Props) {
  const words = useWords(todayWords);
  const field = useId();
  const [reason, setReason] = useState('');
  const act = useAct();
  const done = () => {
    setReason('');
    close();
  };
  return (
    <Modal
      title={title}
      open={open}
      onCancel={close}
      onOk={() => act.mutate({ path, body: body(reason) }, { onSuccess: done })}
      okText={actText}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: [...reason.trim()].length < LEAST_CHARACTERS }}
      destroyOnHidden
    >
      {about !== undefined && <p className="dialog-about">{about}</p>}
      <label htmlFor={field}>{label}</label>
      <Input.TextArea
        id={field}
        autoFocus
        autoSize={{ minRows: 3 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
