import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { OFFICE_ROLES, type OfficeRole } from '../../../../domain/rights.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { officeWords } from './office-words.ts';
import { peopleWords } from './words.ts';

/** Somebody gets a role of the office's side; they are reached once they have bound an account. */
export function AddOfficePerson({ planId, open, close }: { planId: string; open: boolean; close: () => void }) {
  const words = useWords(officeWords);
  const common = useWords(peopleWords);
  const [name, setName] = useState('');
  const [role, setRole] = useState<OfficeRole>('coordinator');
  const act = useAct();
  const done = () => {
    setName('');
    close();
  };
  const save = () =>
    act.mutate({ path: `/plans/${planId}/office`, body: { name: name.trim(), role } }, { onSuccess: done });
  return (
    <Modal
      title={words.add}
      open={open}
      onCancel={close}
      onOk={save}
      okText={common.save}
      cancelText={common.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: name.trim() === '' }}
      destroyOnHidden
    >
      <div className="form-grid">
        <label htmlFor="office-name">{common.name}</label>
        <Input
          id="office-name"
          autoFocus
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() !== '' && save()}
        />
        <span id="office-role">{words.role}</span>
        <div>
          <Segmented<OfficeRole>
            aria-labelledby="office-role"
            value={role}
            onChange={setRole}
            options={OFFICE_ROLES.map((value) => ({ value, label: words[value] }))}
          />
          <p className="quiet">{words[`${role}Hint`]}</p>
        </div>
      </div>
    </Modal>
  );
}
