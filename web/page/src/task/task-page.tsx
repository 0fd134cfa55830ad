import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTask, useToday } from '../api/queries.ts';
import { dateText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { lightWords } from '../i18n/vocabulary.ts';
import { Failed, Loading } from '../shell/loading.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { hrefOf } from '../shell/route.ts';
import { useViewerRole } from '../shell/use-viewer-role.ts';
import { tick } from '../today/first-minutes-ticks.ts';
import { LightMark } from '../today/light-mark.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ChainDrawer } from './chain-drawer.tsx';
import { Notices } from './notices.tsx';
import { LinkTask } from './link-task.tsx';
import { Parts } from './parts.tsx';
import { PauseTask } from './pause-task.tsx';
import { pauseWords } from './pause-words.ts';
import { RollUp } from './roll-up.tsx';
import { SharedTasks } from './shared-tasks.tsx';
import { SubItems } from './sub-items.tsx';
import { subItemWords } from './sub-item-words.ts';
import { Slots } from './slots.tsx';
import { Story } from './story.tsx';
import { taskWords } from './words.ts';
import './task.css';

/** Everything about one task: its parts, the whole story with its sources, and every slot. */
export function TaskPage({ taskId }: { taskId: string }) {
  const words = useWords(taskWords);
  const lights = useWords(lightWords);
  const subItems = useWords(subItemWords);
  const pausing = useWords(pauseWords);
  const task = useTask(taskId);
  const today = useToday(task.data?.planId ?? null);
  const role = useViewerRole();
  const [assign, setAssign] = useState(false);
  const [source, setSource] = useState<number | null>(null);
  useEffect(() => tick('story'), []);
  if (task.data === undefined)
    return task.error === null ? <Loading /> : <Failed error={task.error} again={() => void task.refetch()} />;
  const story = task.data;
  const due = story.dueOn === null ? words.none : dateText(story.dueOn);
  const printed = story.printedDue === null ? '' : words.printed(story.printedDue);
  return (
    <>
      <PageHead title={words.title} />
      <section className="panel task-head">
        <div className="row">
          <LightMark light={story.light} role="lead" />
          <h1>
            {story.no} {story.title}
          </h1>
          <span className={`chip chip-${story.light}`} data-testid="task-state">
            {story.paused === null ? lights[story.light] : pausing.paused}
          </span>
          <span className="grow" />
          {role === 'coordinator' && story.status === 'open' && <PauseTask taskId={taskId} paused={story.paused} />}
          {role === 'coordinator' && <Button onClick={() => setAssign(true)}>{words.assign}</Button>}
          {role === 'coordinator' && <LinkTask taskId={taskId} />}
          <Button href={hrefOf('today')}>{words.back}</Button>
        </div>
        {story.parent !== null && (
          <p>
            <span className="quiet">{subItems.under}</span>{' '}
            <a href={hrefOf('task', story.parent.taskId)}>
              {story.parent.no} {story.parent.title}
            </a>
          </p>
        )}
        <p className="quiet">
          {[story.section, `${words.due} ${due}${printed}`, story.why]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </p>
      </section>
      {story.shared.length > 0 && <SharedTasks taskId={taskId} shared={story.shared} />}
      {story.rollUp !== null && <RollUp key={story.rollUp.cycle} taskId={taskId} rollUp={story.rollUp} />}
      <Parts story={story} />
      <SubItems story={story} />
      {role === 'coordinator' && <Notices story={story} />}
      <div className="task-grid">
        <Story entries={story.story} openSource={setSource} />
        <Slots slots={story.slots} />
      </div>
      <AssignDialog taskId={taskId} units={today.data?.units ?? []} open={assign} close={() => setAssign(false)} />
      <ChainDrawer planId={story.planId} taskId={taskId} seq={source} close={() => setSource(null)} />
    </>
  );
}
