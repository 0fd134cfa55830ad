import { Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Today } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { roleWords } from '../i18n/vocabulary.ts';
import { todayWords } from '../today/words.ts';

interface Props {
  taskId: string;
  units: Today['units'];
  open: boolean;
  close: () => void;
}

type Role = 'lead' | 'responsible';

export function AssignDialog({ taskId, units, open, close }: Props) {
  const words = useWords(todayWords);
  const roles = useWords(roleWords);
  const [unit, setUnit] = useState<string | null>(null);
  const [role, setRole] = useState<Role>('lead');
  const act = useAct();
  const send = () => act.mutate({ path: `/tasks/${taskId}/assign`, body: { unit, role } }, { onSuccess: close });
  return (
    <Modal
      title={words.assignTitle}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words.confirm}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: unit === null }}
      destroyOnHidden
    >
      <div className="form-grid">
        <label htmlFor="assign-unit">{words.unit}</label>
        <Select
          id="assign-unit"
          showSearch
          value={unit}
          onChange={setUnit}
          options={units.map(({ name }) => ({ value: name, label: name }))}
        />
        <span id="assign-role">{words.role}</span>
        <Segmented<Role>
          aria-labelledby="assign-role"
          value={role}
          onChange={setRole}
          options={[
            { value: 'lead', label: roles.lead },
            { value: 'responsible', label: roles.responsible },
          ]}
        />
      </div>
    </Modal>
  );
}
