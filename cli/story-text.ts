import { localOf } from '../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../domain/plan/policy.ts';
import type { TaskStory } from '../web/api.ts';
import { columns } from './answer.ts';

const at = (instant: string): string => Object.values(localOf(instant, DEFAULT_ZONE)).join(' ');

/** A task's story for a terminal: where each unit stands, what was said, what was and will be sent. */
export function storyText({ no, title, why, dueOn, parts, story, slots }: TaskStory): string {
  const standing = parts.map(({ unit, role, progress, why: reason }) => [
    `  ${unit}`,
    role === 'lead' ? '牵头' : '责任',
    progress === null ? '' : `${progress}%`,
    reason,
  ]);
  const told = story.flatMap(({ at: when, actor, text, words }) => [
    `  ${at(when)} ${actor} ${text}`,
    ...(words ? [`    “${words}”`] : []),
  ]);
  const rungs = slots.map(({ at: when, unit, rungLabel, ruleLabel, outcome, reason }) => [
    `  ${at(when)}`,
    unit,
    rungLabel,
    outcome,
    [ruleLabel, reason].filter(Boolean).join(','),
  ]);
  return [
    `${no ?? ''}${title}  时限 ${dueOn ?? '未定'}  ${why}`,
    '单位',
    columns(standing),
    '往来',
    ...told,
    '提示',
    columns(rungs),
  ].join('\n');
}
