import { useTask } from '../api/queries.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { todayWords } from './words.ts';

interface Props {
  taskId: string;
  unit: string;
}

/** What the unit itself said about this task, newest first: for those who read the board but no inbox. */
export function PartReplies({ taskId, unit }: Props) {
  const words = useWords(todayWords);
  const task = useTask(taskId);
  if (task.data === undefined)
    return task.error === null ? <Loading /> : <Failed error={task.error} again={() => void task.refetch()} />;
  const said = task.data.story.filter((entry) => entry.kind === 'reply' && entry.unit === unit).toReversed();
  if (said.length === 0) return <Nothing text={words.noReplies(unit)} />;
  return (
    <section className="panel part-replies" aria-labelledby="part-replies" tabIndex={0}>
      <h2 id="part-replies">{words.replies}</h2>
      {said.map((entry) => (
        <article key={entry.id}>
          <p className="quiet">
            {longMomentText(entry.at)} · {entry.actor}
          </p>
          <p>{entry.text}</p>
          {entry.words !== null && <blockquote>{entry.words}</blockquote>}
        </article>
      ))}
    </section>
  );
}
