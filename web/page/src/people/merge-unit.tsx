import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { People } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { manageWords } from './manage-words.ts';
import { peopleWords } from './words.ts';

type Unit = People['units'][number];

const LEAST_CHARACTERS = 5;

/** 机构改革: this unit becomes part of another. */
export function MergeUnit({ planId, unit, units }: { planId: string; unit: Unit; units: Unit[] }) {
  const words = useWords(manageWords);
  const common = useWords(peopleWords);
  const [open, setOpen] = useState(false);
  const [into, setInto] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const act = useAct();
  const send = () =>
    act.mutate(
      { path: `/plans/${planId}/units/merge`, body: { from: unit.name, into, reason } },
      { onSuccess: () => setOpen(false) },
    );
  const others = units.filter(({ id, kind, mergedInto }) => id !== unit.id && kind !== 'group' && mergedInto === null);
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)} aria-label={`${words.merge} ${unit.name}`}>
        {words.merge}
      </Button>
      <Modal
        title={words.mergeTitle(unit.name)}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        okText={words.merge}
        cancelText={common.cancel}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: into === null || [...reason.trim()].length < LEAST_CHARACTERS, danger: true }}
        destroyOnHidden
      >
        <div className="form-grid">
          <label htmlFor="merge-into">{words.into}</label>
          <Select
            id="merge-into"
            showSearch
            value={into}
            onChange={setInto}
            options={others.map(({ name }) => ({ value: name, label: name }))}
          />
          <label htmlFor="merge-reason">{words.reason}</label>
          <Input.TextArea id="merge-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <p className="quiet">{words.mergeHint}</p>
      </Modal>
    </>
  );
}
