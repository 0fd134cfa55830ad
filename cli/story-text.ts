import { localOf } from '../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../domain/plan/policy.ts';
import type { RollUpView, TaskStory } from '../web/api.ts';
import { outcomeLabel } from '../bot/desk/views/rule-words.ts';
import { columns } from './answer.ts';

const at = (instant: string): string => Object.values(localOf(instant, DEFAULT_ZONE)).join(' ');

/** Roll-up first: what was confirmed, what came after it, else the draft. */
export function rollUpText({ label, compiler, status, draft, confirmed, after }: RollUpView): string[] {
  const indented = (words: string): string[] => words.split('\n').map((line) => `  ${line}`);
  return [
    `汇总  ${label}(${compiler ?? '办公室'}汇总)  ${status}`,
    ...(confirmed === null
      ? ['  尚未登记汇总。汇总稿:', ...indented(draft)]
      : [
          `  第${confirmed.n}稿 ${at(confirmed.at)} 采用${confirmed.from.join('、')}`,
          ...indented(confirmed.words),
          ...(after === '' ? [] : [`  ${after}。现汇总稿:`, ...indented(draft)]),
        ]),
  ];
}

function subItemsText({ rows, text }: TaskStory['subItems']): string[] {
  const lines = rows.map(({ no, label, dueOn, title, units, why }) => [
    `  ${no ?? ''}`,
    label,
    dueOn ?? '',
    title,
    units.map(({ short }) => short).join(' '),
    why,
  ]);
  return [`分解任务${text === null ? '' : `  ${text}`}`, columns(lines)];
}

/** Registered is what an answer should be, and a refusal says so itself: what became of anything else is added. */
const ended = (text: string, outcome: string | null): string =>
  outcome === null || outcome === '已登记' || text.startsWith('未予登记') ? '' : `(${outcome})`;

/** A task's story for a terminal: how its parts add up, where each unit stands, what was said, what was and will be sent. */
export function storyText({
  no,
  title,
  why,
  dueOn,
  parts,
  parent,
  subItems,
  rollUp,
  shared,
  story,
  slots,
}: TaskStory): string {
  const standing = parts.map(({ unit, role, progress, why: reason }) => [
    `  ${unit}`,
    role === 'lead' ? '牵头' : '责任',
    progress === null ? '' : `${progress}%`,
    reason,
  ]);
  const told = story
    .filter(({ routine }) => !routine)
    .flatMap(({ at: when, who, text, words, outcome }) => [
      `  ${at(when)} ${who} ${text}${ended(text, outcome)}`,
      ...(words ? [`    “${words}”`] : []),
    ]);
  const left = story.length - story.filter(({ routine }) => !routine).length;
  const rungs = slots.map(({ at: when, unit, rungLabel, ruleLabel, outcome, reason }) => [
    `  ${at(when)}`,
    unit,
    rungLabel,
    outcomeLabel(outcome),
    [ruleLabel, reason].filter(Boolean).join(','),
  ]);
  return [
    `${no ?? ''}${title}  时限 ${dueOn ?? '未定'}  ${why}`,
    ...shared.map(
      (one) => `关联  《${one.planTitle}》${one.no ?? ''}${one.title}  时限 ${one.dueOn ?? '未定'}  ${one.taskId}`,
    ),
    ...(parent === null ? [] : [`上级任务  ${parent.no ?? ''}${parent.title}  ${parent.taskId}`]),
    ...(rollUp === null ? [] : rollUpText(rollUp)),
    '单位',
    columns(standing),
    ...(subItems.rows.length === 0 ? [] : subItemsText(subItems)),
    '往来',
    ...told,
    ...(left > 0 ? [`  另有${left}条系统按日历排定、到时的记录(--json 可见)。`] : []),
    '提示',
    columns(rungs),
  ].join('\n');
}
