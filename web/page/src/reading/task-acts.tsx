import { Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { entryBefore } from '../../../../domain/document/entry-order.ts';
import type { PlanTask } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { MoveTask } from './move-task.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { SplitTask } from './split-task.tsx';
import { editWords } from './edit-words.ts';

type Asking = 'move' | 'split' | null;

/** 〔调整〕: a task up, down or elsewhere, as one with the one before, or as several. */
export function TaskActs({ at, task }: { at: number; task: PlanTask }) {
  const words = useWords(editWords);
  const { view, change, choose, pending } = useReadingDesk();
  const [asking, ask] = useState<Asking>(null);
  const button = useRef<HTMLButtonElement>(null);
  const path = `/tasks/${at}`;
  const kept = view.order.tasks.filter((one) => !view.removed.includes(`/tasks/${one}`));
  const before = entryBefore(kept, at);
  const next = kept[kept.indexOf(at) + 1];
  const again = () => {
    ask(null);
    // The row has moved in the page: it is shown, and the next key press is for it again.
    requestAnimationFrame(() => {
      choose(path, 'text');
      button.current?.focus({ preventScroll: true });
    });
  };
  const moveBehind = (after: number | null, section: string | null) =>
    change(
      [
        ...(section === task.section ? [] : [{ path: `${path}/section`, now: section }]),
        { path: `${path}/after`, now: after },
      ],
      again,
    );
  const sectionAt = (one: number | null | undefined): string | null => view.plan.tasks[one ?? at]?.section ?? null;
  const acts = {
    // At the edge of a section a step leads into the next one.
    up: () =>
      sectionAt(before) === task.section
        ? moveBehind(entryBefore(kept, before ?? at), task.section)
        : moveBehind(before, sectionAt(before)),
    down: () =>
      sectionAt(next) === task.section ? moveBehind(next ?? null, task.section) : moveBehind(before, sectionAt(next)),
    move: () => ask('move'),
    merge: () => change([{ path: `${path}/into`, now: before }], () => choose(`/tasks/${before ?? at}`, 'text')),
    split: () => ask('split'),
  };
  const items = [
    { key: 'up', label: words.moveUp, disabled: before === null },
    { key: 'down', label: words.moveDown, disabled: next === undefined },
    { key: 'move', label: words.moveTo },
    { key: 'merge', label: words.mergeUp, disabled: before === null },
    { key: 'split', label: words.split },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items,
          onClick: ({ key }) => {
            if (!pending) acts[key as keyof typeof acts]();
          },
        }}
      >
        <Button ref={button} type="link" size="small" aria-label={`${words.adjust} ${task.title}`}>
          {words.adjust}
        </Button>
      </Dropdown>
      <MoveTask open={asking === 'move'} at={at} task={task} move={moveBehind} close={() => ask(null)} />
      <SplitTask
        open={asking === 'split'}
        task={task}
        split={(titles) => change([{ path: `${path}/split`, now: titles }], again)}
        close={() => ask(null)}
      />
    </>
  );
}
