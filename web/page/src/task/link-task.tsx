import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useAlike } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { todayWords } from '../today/words.ts';
import { taskWords } from './words.ts';

/** Says which task of another plan is the same one. */
export function LinkTask({ taskId }: { taskId: string }) {
  const words = useWords(taskWords);
  const { cancel } = useWords(todayWords);
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const alike = useAlike(taskId, open);
  const act = useAct();
  const send = () =>
    act.mutate({ path: `/tasks/${taskId}/link`, body: { otherTaskId: other } }, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.link}</Button>
      <Modal
        title={words.linkWith}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        okText={words.link}
        cancelText={cancel}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: other === null }}
        destroyOnHidden
      >
        {alike.error !== null ? (
          <Failed error={alike.error} />
        ) : alike.data === undefined ? (
          <Loading />
        ) : alike.data.length === 0 ? (
          <Nothing text={words.linkNone} />
        ) : (
          <Radio.Group
            aria-label={words.linkWith}
            value={other}
            onChange={({ target }) => setOther(target.value as string)}
            options={alike.data.map((one) => ({
              value: one.taskId,
              label: `${Math.round(one.score * 100)}% 《${one.planTitle}》${one.no ?? ''} ${one.title}`,
            }))}
          />
        )}
      </Modal>
    </>
  );
}
