import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { requestLabels, requestTitles, requestWords } from './request-words.ts';

export type RequestDialogKind = 'grant' | 'other-date' | 'refuse' | 'scan' | 'send-back';

interface Props {
  kind: RequestDialogKind | null;
  taskId: string;
  partId: string;
  /** The request as it was seen. */
  requestId?: string | undefined;
  /** What was asked, where the dialog covers it. */
  about?: string;
  close: () => void;
}

const LEAST_CHARACTERS = 5;

/** What an act on a unit's request still needs in words: a reason, the leading group's decision, a day, a paper. */
export function RequestDialog({ kind, taskId, partId, requestId, about, close }: Props) {
  const words = useWords(requestWords);
  const titles = useWords(requestTitles);
  const labels = useWords(requestLabels);
  const act = useAct();
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const isEnough = [...text.trim()].length >= LEAST_CHARACTERS;
  const needsWords = kind !== 'other-date';
  const done = () => {
    setText('');
    setDay('');
    close();
  };
  const seen = requestId === undefined ? { partId } : { partId, requestId };
  const send = () => {
    const asked =
      kind === 'scan'
        ? { path: 'scan', body: { partId, evidence: text } }
        : kind === 'send-back'
          ? { path: 'sign', body: { ...seen, agree: false, reason: text } }
          : {
              path: 'extension',
              body: {
                ...seen,
                grant: kind !== 'refuse',
                ...(kind === 'other-date' ? { dueOn: day } : {}),
                ...(text.trim() === '' ? {} : { reason: text }),
              },
            };
    act.mutate({ path: `/tasks/${taskId}/${asked.path}`, body: asked.body }, { onSuccess: done });
  };
  return (
    <Modal
      title={kind === null ? '' : titles[kind]}
      open={kind !== null}
      onCancel={done}
      onOk={send}
      okText={words.confirm}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: needsWords ? !isEnough : day === '' }}
      destroyOnHidden
    >
      {about !== undefined && <p className="dialog-about">{about}</p>}
      {kind === 'other-date' && (
        <p>
          <label htmlFor="request-day">{words.day}</label>
          <Input id="request-day" type="date" autoFocus value={day} onChange={(event) => setDay(event.target.value)} />
        </p>
      )}
      <label htmlFor="request-text">{kind === null ? '' : labels[kind]}</label>
      <Input.TextArea
        id="request-text"
        autoFocus={kind !== 'other-date'}
        autoSize={{ minRows: 3 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}
