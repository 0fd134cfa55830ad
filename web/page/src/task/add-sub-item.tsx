import { Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { TaskStory } from '../../../api.ts';
import { usePeople } from '../api/queries.ts';
import { useAct } from '../api/use-act.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { todayWords } from '../today/words.ts';
import { subItemWords } from './sub-item-words.ts';

interface Props {
  story: TaskStory;
  open: boolean;
  close: () => void;
}

const EMPTY = { title: '', lead: [] as string[], responsible: [] as string[], dueOn: '' };

/** One sub-item by hand; what was typed stays until it was added. */
export function AddSubItem({ story, open, close }: Props) {
  const words = useWords(subItemWords);
  const { cancel } = useWords(todayWords);
  const id = useId();
  const [form, setForm] = useState(EMPTY);
  const people = usePeople(open ? story.planId : null);
  const act = useAct();
  const units = (people.data?.units ?? []).map(({ name }) => ({ value: name, label: name }));
  const put = (part: Partial<typeof EMPTY>) => setForm({ ...form, ...part });
  const send = () =>
    act.mutate(
      {
        path: `/tasks/${story.taskId}/sub-items`,
        body: { ...form, dueOn: form.dueOn === '' ? null : form.dueOn },
      },
      {
        onSuccess: () => {
          setForm(EMPTY);
          close();
        },
      },
    );
  const unitSelect = (key: 'lead' | 'responsible') => (
    <Select
      id={`${id}${key}`}
      mode="multiple"
      showSearch
      placeholder={key === 'lead' ? words.unitHint : undefined}
      value={form[key]}
      onChange={(value: string[]) => put({ [key]: value })}
      options={units}
    />
  );
  return (
    <Modal
      title={words.addTitle}
      open={open}
      onCancel={close}
      onOk={send}
      okText={words.addAct}
      cancelText={cancel}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: [...form.title.trim()].length < 2 }}
      destroyOnHidden
    >
      <div className="form-grid">
        <label htmlFor={`${id}title`}>{words.content}</label>
        <Input.TextArea
          id={`${id}title`}
          autoFocus
          autoSize={{ minRows: 2 }}
          maxLength={200}
          value={form.title}
          onChange={({ target }) => put({ title: target.value })}
        />
        <label htmlFor={`${id}lead`}>{words.lead}</label>
        {unitSelect('lead')}
        <label htmlFor={`${id}responsible`}>{words.responsible}</label>
        {unitSelect('responsible')}
        <label htmlFor={`${id}due`}>{words.due}</label>
        <Input
          id={`${id}due`}
          type="date"
          value={form.dueOn}
          max={story.dueOn ?? undefined}
          onChange={({ target }) => put({ dueOn: target.value })}
        />
        {story.dueOn !== null && <span className="quiet form-hint">{words.dueHint(dateText(story.dueOn))}</span>}
      </div>
    </Modal>
  );
}
