import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Rank } from '../../../../domain/plan/types.ts';
import type { People } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { rankWords } from '../i18n/vocabulary.ts';
import { peopleWords } from './words.ts';

interface Props {
  planId: string;
  unit: People['units'][number] | null;
  close: () => void;
}

const RANK_ORDER: Rank[] = ['liaison', 'section-head', 'supervisor'];

export function AddContact({ planId, unit, close }: Props) {
  const words = useWords(peopleWords);
  const ranks = useWords(rankWords);
  const [name, setName] = useState('');
  const [rank, setRank] = useState<Rank>('liaison');
  const act = useAct();
  const save = () =>
    act.mutate(
      { path: `/plans/${planId}/contacts`, body: { name: name.trim(), unit: unit?.name, rank } },
      { onSuccess: close },
    );
  return (
    <Modal
      title={`${words.add} · ${unit?.name ?? ''}`}
      open={unit !== null}
      onCancel={close}
      onOk={save}
      okText={words.save}
      cancelText={words.cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: name.trim() === '' }}
      destroyOnHidden
    >
      <div className="form-grid">
        <label htmlFor="contact-name">{words.name}</label>
        <Input
          id="contact-name"
          autoFocus
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() !== '' && save()}
        />
        <span id="contact-rank">{words.rank}</span>
        <Segmented<Rank>
          aria-labelledby="contact-rank"
          value={rank}
          onChange={setRank}
          options={RANK_ORDER.map((value) => ({ value, label: ranks[value] }))}
        />
      </div>
    </Modal>
  );
}
