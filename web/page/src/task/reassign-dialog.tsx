import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { usePeople } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';
import { reassignWords } from './reassign-words.ts';

interface Props {
  taskId: string;
  partId: string;
  planId: string;
  /** The part awaits a decision on 职责有异议: moving it says that the dispute is upheld. */
  disputed: boolean;
  /** `reassign`: to another unit · `keep`: the dispute isn't upheld · null: closed. */
  mode: 'reassign' | 'keep' | null;
  close: () => void;
}

const LEAST_CHARACTERS = 5;

/** 改派, or 维持分工: both with the reason that the unit is told. */
export function ReassignDialog({ taskId, partId, planId, disputed, mode, close }: Props) {
  const words = useWords(reassignWords);
  const common = useWords(todayWords);
  const [unit, setUnit] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const people = usePeople(mode === null ? null : planId);
  const act = useAct();
  const moves = mode === 'reassign';
  const done = () => {
    setUnit(null);
    setReason('');
    close();
  };
  const send = () => {
    const body = { partId, reason, ...(moves ? { toUnit: unit } : {}) };
    act.mutate(
      disputed
        ? { path: `/tasks/${taskId}/dispute`, body: { ...body, uphold: moves } }
        : { path: `/tasks/${taskId}/reassign`, body },
      { onSuccess: done },
    );
  };
  return (
    <Modal
      title={moves ? words.reassignTitle : words.keepTitle}
      open={mode !== null}
      onCancel={close}
      onOk={send}
      okText={moves ? words.reassign : words.keep}
      cancelText={common.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: [...reason.trim()].length < LEAST_CHARACTERS || (moves && unit === null) }}
      destroyOnHidden
    >
      <div className="form-grid">
        {moves && <label htmlFor="reassign-unit">{words.toUnit}</label>}
        {moves && (
          <Select
            id="reassign-unit"
            showSearch
            value={unit}
            onChange={setUnit}
            options={(people.data?.units ?? []).map(({ name }) => ({ value: name, label: name }))}
          />
        )}
        <label htmlFor="reassign-reason">{words.reason}</label>
        <Input.TextArea
          id="reassign-reason"
          autoSize={{ minRows: 2 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <p className="quiet">{moves ? words.reassignHint : words.keepHint}</p>
    </Modal>
  );
}
