import type { PlanTask } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { AddEntry } from './add-entry.tsx';
import { Field } from './field.tsx';
import { EntryRow, ReadingTable } from './reading-table.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { TaskActs } from './task-acts.tsx';
import { taskGroups, type TaskGroup } from './task-groups.ts';
import { TaskMarks } from './task-marks.tsx';
import { editWords } from './edit-words.ts';
import { labelWords } from './label-words.ts';

function TaskRow({ task, at }: { task: PlanTask; at: number }) {
  const words = useWords(labelWords);
  const { view } = useReadingDesk();
  const path = `/tasks/${at}`;
  const left = view.removed.includes(path);
  const field = (key: keyof PlanTask, label: string, strong = false) => (
    <Field path={`${path}/${key}`} label={label} value={task[key]} strong={strong} left={left} />
  );
  return (
    <EntryRow path={path} name={task.title} acts={<TaskActs at={at} task={task} />}>
      <td className="task-no">{field('no', words.no)}</td>
      <th scope="row">
        {field('title', words.task, true)}
        <TaskMarks path={path} />
      </th>
      <td data-label={words.leadUnits}>{field('leadUnits', words.leadUnits)}</td>
      <td data-label={words.responsibleUnits}>
        {field('responsibleUnits', words.responsibleUnits)}
        {task.otherUnits.length > 0 && field('otherUnits', words.otherUnits)}
      </td>
      <td data-label={words.due} className="task-due">
        {field('due', words.due)}
      </td>
    </EntryRow>
  );
}

/** A section's name stands in each of its tasks. */
function SectionRow({ section, tasks }: TaskGroup) {
  const words = useWords(labelWords);
  const [path = '', ...along] = tasks.map((at) => `/tasks/${at}/section`);
  return (
    <tr className="section-row">
      <td colSpan={6}>
        <Field path={path} along={along} label={words.section} value={section} />
      </td>
    </tr>
  );
}

/** Tasks under their sections, as they stand one after another. */
export function TasksPart() {
  const words = useWords(labelWords);
  const edits = useWords(editWords);
  const { view, change, choose } = useReadingDesk();
  const { tasks } = view.plan;
  const groups = taskGroups(view);
  const sectioned = groups.some(({ section }) => section !== null);
  return (
    <div className="stack">
      <ReadingTable list="tasks" heads={[words.no, words.task, words.leadUnits, words.responsibleUnits, words.due]}>
        {groups.flatMap((group) =>
          group.tasks.map((at, place) => (
            <tbody key={at}>
              {sectioned && place === 0 && <SectionRow {...group} />}
              {tasks[at] !== undefined && <TaskRow task={tasks[at]} at={at} />}
            </tbody>
          )),
        )}
      </ReadingTable>
      {view.can.edit && (
        <AddEntry
          label={edits.addTask}
          named={edits.newTask}
          add={(title, done) =>
            change([{ path: '/tasks/-', now: { title } }], () => {
              done();
              choose(`/tasks/${tasks.length}`, 'text');
            })
          }
        />
      )}
    </div>
  );
}
