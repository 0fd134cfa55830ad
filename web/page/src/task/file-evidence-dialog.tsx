import { Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { Today } from '../../../api.ts';
import { useToday } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';

interface Props {
  planId: string;
  /** Who sent them, and what is known of them. */
  about: string;
  files: { id: string; name: string }[];
  units: Today['units'];
  open: boolean;
  close: () => void;
}

/** 归入任务: files that came without a word of what they prove. */
export function FileEvidenceDialog({ planId, about, files, units, open, close }: Props) {
  const words = useWords(todayWords);
  const id = useId();
  const [task, setTask] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const { data } = useToday(open ? planId : null);
  const act = useAct();
  const send = () =>
    act.mutate(
      {
        path: `/tasks/${task}/evidence`,
        body: { files: files.map((file) => file.id), ...(unit === null ? {} : { unit }) },
      },
      { onSuccess: close },
    );
  return (
    <Modal
      title={words.fileTitle}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words['file-evidence']}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: task === null }}
      destroyOnHidden
    >
      <p className="dialog-about">{about}</p>
      <div className="form-grid">
        <label htmlFor={`${id}t`}>{words.fileTask}</label>
        <Select
          id={`${id}t`}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          value={task}
          onChange={setTask}
          options={(data?.board ?? []).map(({ taskId, no, title }) => ({
            value: taskId,
            label: `${no ?? ''} ${title}`.trim(),
          }))}
        />
        <label htmlFor={`${id}u`}>{words.fileUnit}</label>
        <Select
          id={`${id}u`}
          showSearch
          allowClear
          placeholder={words.fileUnitHint}
          value={unit}
          onChange={(next: string | undefined) => setUnit(next ?? null)}
          options={units.map(({ name }) => ({ value: name, label: name }))}
        />
      </div>
    </Modal>
  );
}
