import { Button } from 'antd';
import type { SharedTaskView } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { hrefOf } from '../shell/route.ts';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { taskWords } from './words.ts';

interface Props {
  taskId: string;
  shared: SharedTaskView[];
}

/** The other plans in which this task stands. */
export function SharedTasks({ taskId, shared }: Props) {
  const words = useWords(taskWords);
  const act = useAct();
  const role = useViewerRole();
  return (
    <section className="panel" data-testid="shared-tasks" aria-labelledby="shared-title">
      <div className="panel-head">
        <h2 id="shared-title">{words.shared}</h2>
        <span className="quiet">{words.sharedHint}</span>
        <span className="grow" />
        {role === 'coordinator' && (
          <Button
            size="small"
            disabled={act.isPending}
            onClick={() => act.mutate({ path: `/tasks/${taskId}/unlink`, body: {} })}
          >
            {words.unlink}
          </Button>
        )}
      </div>
      <ul className="part-lines">
        {shared.map((one) => (
          <li key={one.taskId}>
            <a href={hrefOf('task', one.taskId)}>
              《{one.planTitle}》{one.no} {one.title}
            </a>
            {one.dueOn !== null && (
              <span className="quiet">
                {' '}
                {words.due} {dateText(one.dueOn)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
