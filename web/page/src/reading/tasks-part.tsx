import type { PlanTask } from '../../../../domain/plan/types.ts';
import { useWords } from '../i18n/language.tsx';
import { AddTask } from './add-task.tsx';
import { EntryActs } from './entry-acts.tsx';
import { Field } from './field.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

function TaskRow({ task, path }: { task: PlanTask; path: string }) {
  const words = useWords(readingWords);
  const { view } = useReadingDesk();
  const left = view.removed.includes(path);
  const added = !left && view.edits.some((edit) => edit.path === path && edit.read === null);
  const field = (key: keyof PlanTask, label: string, strong = false) => (
    <Field path={`${path}/${key}`} label={label} value={task[key]} strong={strong} left={left} />
  );
  return (
    <tr data-path={path} data-left={left}>
      <td className="task-no">{field('no', words.no)}</td>
      <th scope="row">
        {field('title', words.task, true)}
        {left && <span className="chip">{words.left}</span>}
        {added && <span className="chip chip-blue">{words.added}</span>}
      </th>
      <td data-label={words.leadUnits}>{field('leadUnits', words.leadUnits)}</td>
      <td data-label={words.responsibleUnits}>
        {field('responsibleUnits', words.responsibleUnits)}
        {task.otherUnits.length > 0 && field('otherUnits', words.otherUnits)}
      </td>
      <td data-label={words.due} className="task-due">
        {field('due', words.due)}
      </td>
      <td>
        <EntryActs path={path} name={task.title} />
      </td>
    </tr>
  );
}

/** Tasks under their sections, in the order of the document. */
export function TasksPart() {
  const words = useWords(readingWords);
  const { view } = useReadingDesk();
  const { tasks } = view.plan;
  const starts = (at: number): boolean => at === 0 || tasks[at]?.section !== tasks[at - 1]?.section;
  const sectioned = tasks.some(({ section }) => section !== null);
  return (
    <div className="stack">
      <table className="facts facts-cards reading-table" data-testid="reading-tasks">
        <thead>
          <tr>
            {[words.no, words.task, words.leadUnits, words.responsibleUnits, words.due].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words.acts}</span>
            </th>
          </tr>
        </thead>
        {tasks.map((task, at) => (
          <tbody key={at}>
            {sectioned && starts(at) && (
              <tr className="section-row">
                <td colSpan={6}>
                  <Field path={`/tasks/${at}/section`} label={words.section} value={task.section} />
                </td>
              </tr>
            )}
            <TaskRow task={task} path={`/tasks/${at}`} />
          </tbody>
        ))}
      </table>
      {view.can.edit && <AddTask />}
    </div>
  );
}
