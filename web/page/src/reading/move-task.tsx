import { AutoComplete, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PlanTask } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { sectionsOf } from './task-groups.ts';
import { editWords } from './edit-words.ts';
import { labelWords } from './label-words.ts';
import { readingWords } from './words.ts';

interface Props {
  open: boolean;
  at: number;
  task: PlanTask;
  /** Behind which task (null: first of all), and in which section. */
  move: (after: number | null, section: string | null) => void;
  close: () => void;
}

const FIRST = -1;

/** 移至: a section, which may be new, and a place in it. */
function MoveForm({ at, task, move, close }: Props) {
  const words = useWords(readingWords);
  const edits = useWords(editWords);
  const labels = useWords(labelWords);
  const { view, pending } = useReadingDesk();
  const [section, setSection] = useState(task.section ?? '');
  const [behind, setBehind] = useState<number | null>(null);
  const named = section.trim() === '' ? null : section.trim();
  const kept = view.order.tasks.filter((one) => one !== at && !view.removed.includes(`/tasks/${one}`));
  const there = kept.filter((one) => (view.plan.tasks[one]?.section ?? null) === named);
  const place = behind ?? there.at(-1) ?? FIRST;
  const first = kept[kept.indexOf(there[0] ?? -1) - 1] ?? null;
  // A section that is new stands behind all others.
  const after = there.length === 0 ? (kept.at(-1) ?? null) : place === FIRST ? first : place;
  return (
    <Modal
      open
      title={edits.moveTitle(task.title)}
      okText={edits.moveOk}
      cancelText={words.cancel}
      confirmLoading={pending}
      onOk={() => move(after, named)}
      onCancel={close}
    >
      <div className="stack">
        <label>
          {labels.section}
          <AutoComplete
            autoFocus
            className="field-select"
            aria-label={labels.section}
            value={section}
            options={sectionsOf(view).map((value) => ({ value }))}
            onChange={(value: string) => {
              setSection(value);
              setBehind(null);
            }}
          />
        </label>
        <label>
          {edits.behind}
          <Select
            className="field-select"
            aria-label={edits.behind}
            showSearch={{ optionFilterProp: 'label' }}
            disabled={there.length === 0}
            value={there.length === 0 ? null : place}
            onChange={setBehind}
            options={[
              { value: FIRST, label: edits.firstOfSection },
              ...there.map((one) => ({ value: one, label: view.plan.tasks[one]?.title ?? '' })),
            ]}
          />
        </label>
      </div>
    </Modal>
  );
}

export function MoveTask(props: Props) {
  return props.open ? <MoveForm {...props} /> : null;
}
