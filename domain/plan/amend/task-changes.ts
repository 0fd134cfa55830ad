import type { PlanTask } from '../types.ts';
import type { Change, ChangeKind, TaskPair } from './types.ts';
import { unitChanges } from './unit-changes.ts';
import { obligationText, printedDateText, quoted, taskText } from './wording.ts';

/** What one task says otherwise in the new version. Ids begin with the task's place in the old one. */
export function taskChanges(old: PlanTask, now: PlanTask, pair: TaskPair): Change[] {
  const label = taskText(old);
  const change = (field: string, kind: ChangeKind, sentence: string, was: string, is: string): Change => ({
    id: `t${pair.old}.${field}`,
    kind,
    sentence,
    was,
    now: is,
    touches: { what: 'task', old: pair.old, now: pair.now },
    doubtful: pair.doubtful,
  });
  const found: Change[] = [];
  if (old.title !== now.title)
    found.push(change('title', 'task-renamed', `${label}改称${quoted(now.title)}。`, old.title, now.title));
  if (old.no !== now.no) {
    const [was, is] = [old.no ?? '无编号', now.no ?? '无编号'];
    found.push(change('no', 'task-renumbered', `${label}的编号由${was}改为${is}。`, was, is));
  }
  if (old.section !== now.section) {
    const [was, is] = [old.section ?? '无章节', now.section ?? '无章节'];
    found.push(change('section', 'task-moved', `${label}由${quoted(was)}移入${quoted(is)}。`, was, is));
  }
  const due = { was: old.due ?? null, now: now.due ?? null };
  if (due.was !== due.now) {
    const [was, is] = [printedDateText(due.was), printedDateText(due.now)];
    found.push(change('due', 'due', `${label}的完成时限由${was}改为${is}。`, was, is));
  }
  if (old.obligation !== now.obligation) {
    const [was, is] = [obligationText(old.obligation), obligationText(now.obligation)];
    found.push(change('obligation', 'obligation', `${label}由${was}改为${is}。`, was, is));
  }
  // Which tasks are 重点 is the office's to say where the text doesn't.
  if (now.key !== undefined && (old.key ?? false) !== now.key) {
    const [was, is] = [old.key, now.key].map((key) => (key ? '重点任务,按月报送' : '按季报送'));
    found.push(change('key', 'key', `${label}改为${is}。`, was ?? '', is ?? ''));
  }
  return [...found, ...unitChanges(old, now, label, change)];
}
