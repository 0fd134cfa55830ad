import { Button, Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { People } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { manageWords } from './manage-words.ts';
import { peopleWords } from './words.ts';

type Unit = People['units'][number];
type Contact = Unit['contacts'][number];
type What = 'handOver' | 'leave' | 'back' | 'unbind' | 'remove';

interface Props {
  planId: string;
  unit: Unit;
  contact: Contact;
}

const PATHS: Record<What, string> = {
  handOver: 'hand-over',
  leave: 'leave',
  back: 'back',
  unbind: 'unbind',
  remove: 'remove',
};

/** 移交, 外出, 返岗, 解除绑定, 停用 of one contact: one dialog, one act. */
export function ManageContact({ planId, unit, contact }: Props) {
  const words = useWords(manageWords);
  const common = useWords(peopleWords);
  const [open, setOpen] = useState(false);
  const [what, setWhat] = useState<What>('handOver');
  const [to, setTo] = useState('');
  const [until, setUntil] = useState('');
  const act = useAct();
  const others = unit.contacts.filter(({ personId }) => personId !== contact.personId);
  const [chosen, setStandIn] = useState<string | null>(null);
  // The only other one is meant (AB岗).
  const standIn = chosen ?? (others.length === 1 ? (others[0]?.personId ?? null) : null);
  const kinds: What[] = contact.away
    ? ['handOver', 'back', 'unbind', 'remove']
    : ['handOver', 'leave', 'unbind', 'remove'];
  const ready = what === 'handOver' ? to.trim() !== '' : what !== 'leave' || (until !== '' && standIn !== null);
  const body: Record<What, object> = {
    handOver: { to: to.trim(), unit: unit.name },
    leave: { until, standIn },
    back: {},
    unbind: {},
    remove: {},
  };
  const send = () =>
    act.mutate(
      { path: `/plans/${planId}/contacts/${encodeURIComponent(contact.personId)}/${PATHS[what]}`, body: body[what] },
      { onSuccess: () => setOpen(false) },
    );
  const hints: Record<What, string> = {
    handOver: words.toHint,
    leave: others.length === 0 ? words.leaveAlone : words.leaveHint,
    back: words.backHint,
    unbind: words.unbindHint,
    remove: words.removeHint,
  };
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)} aria-label={`${words.manage} ${contact.name}`}>
        {words.manage}
      </Button>
      <Modal
        title={words.title(contact.name)}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={send}
        okText={words[`${what}Now`]}
        cancelText={common.cancel}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: !ready, danger: what === 'remove' || what === 'unbind' }}
        destroyOnHidden
      >
        <Segmented<What>
          value={what}
          onChange={setWhat}
          options={kinds.map((value) => ({ value, label: words[value] }))}
        />
        <div className="form-grid">
          {what === 'handOver' && <label htmlFor="hand-over-to">{words.to}</label>}
          {what === 'handOver' && (
            <Input id="hand-over-to" maxLength={40} value={to} onChange={(event) => setTo(event.target.value)} />
          )}
          {what === 'leave' && <label htmlFor="leave-until">{words.until}</label>}
          {what === 'leave' && (
            <Input id="leave-until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
          {what === 'leave' && <label htmlFor="leave-stand-in">{words.standIn}</label>}
          {what === 'leave' && (
            <Select
              id="leave-stand-in"
              value={standIn}
              onChange={setStandIn}
              options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
          )}
        </div>
        <p className="quiet">{hints[what]}</p>
      </Modal>
    </>
  );
}
