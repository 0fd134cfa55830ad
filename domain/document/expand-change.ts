import { lastDayOf } from '../calendar/local-date.ts';
import type { PlanTask } from '../plan/types.ts';
import type { Change, Working } from './apply-marks.ts';
import { orderOf } from './entry-order.ts';
import { pointerOf, valueAt } from './pointer.ts';
import type { ActKind } from './review-types.ts';

/** The changes of single places that an act comes to, or one sentence in Chinese why it can't be done. */
export type Expanded = { ok: true; changes: Change[]; kind?: ActKind } | { ok: false; problem: string };

const LONGEST_TITLE = 500;
const NEXT = /^\/(phases|tasks|targets|bodies|recurring|safeguards)\/-(\/.+)?$/;
const ACT = /^(\/tasks\/\d+)\/(into|split)$/;

const refuse = (problem: string): Expanded => ({ ok: false, problem });

/**
 * Acts that reach further than one place: `/tasks/-` is the next entry of a list, and `/tasks/-/…` the last one;
 * `/tasks/5/into` = 4 merges a task into another; `/tasks/5/split` = [titles] makes several of one.
 */
export function expandChange(working: Working, change: Change): Expanded {
  const [, list, field] = NEXT.exec(change.path) ?? [];
  if (list !== undefined) return ofNextEntry(working, change, list, field ?? '');
  const [, path = '', act] = ACT.exec(change.path) ?? [];
  if (act === undefined) return { ok: true, changes: [change] };
  const task = taskAt(working, path);
  if (task === undefined) return refuse('方案中没有这项任务,请刷新后再改。');
  return act === 'into' ? merged(working, path, task, change.now) : split(working, path, task, change.now);
}

const taskAt = ({ plan, removed }: Working, path: string): PlanTask | undefined =>
  removed.has(path) ? undefined : (valueAt(plan, path) as PlanTask | undefined);

function ofNextEntry({ plan, order }: Working, change: Change, list: string, field: string): Expanded {
  const entries = plan[list as 'tasks' | 'bodies'];
  if (field !== '') {
    const last = entries.length - 1;
    return { ok: true, changes: [{ ...change, path: `${pointerOf(list, last)}${field}` }] };
  }
  const path = pointerOf(list, entries.length);
  if (list !== 'tasks') return { ok: true, changes: [{ ...change, path, now: named('name', change.now) }] };
  const last = plan.tasks[orderOf(order, list, entries.length).at(-1) ?? -1];
  return {
    ok: true,
    changes: [{ ...change, path, now: inSection(named('title', change.now), last?.section ?? null) }],
  };
}

/** A name alone is enough for an entry. */
const named = (key: string, entry: unknown): unknown => (typeof entry === 'string' ? { [key]: entry } : entry);

const inSection = (task: unknown, section: string | null): unknown =>
  typeof task === 'object' && task !== null && !Array.isArray(task) ? { section, ...task } : task;

/** One task of two: titles one after the other, each unit once and in its highest role, the later date. */
function merged(working: Working, path: string, from: PlanTask, target: unknown): Expanded {
  const place = pointerOf('tasks', String(target));
  const into = taskAt(working, place);
  if (into === undefined || place === path) return refuse('请写明并入哪一项任务。');
  const title = into.title.includes(from.title) ? into.title : `${into.title};${from.title}`;
  if (title.length > LONGEST_TITLE) return refuse(`合并后的任务名称超过${LONGEST_TITLE}字,请先缩短其中一项的名称。`);
  const union = (key: 'leadUnits' | 'responsibleUnits' | 'otherUnits', above: string[]): string[] =>
    [...new Set([...into[key], ...from[key]])].filter((unit) => !above.includes(unit));
  const leadUnits = union('leadUnits', []);
  const responsibleUnits = union('responsibleUnits', leadUnits);
  const dues = [into.due, from.due].flatMap((due) => due ?? []);
  const now = {
    title,
    leadUnits,
    responsibleUnits,
    otherUnits: union('otherUnits', [...leadUnits, ...responsibleUnits]),
    due: dues.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? -1 : 1)).at(-1) ?? null,
  };
  const changes = Object.entries(now).map(([key, value]) => ({ path: place + pointerOf(key), now: value }));
  return { ok: true, kind: 'merge', changes: [...changes, { path, now: null }] };
}

/** Several tasks of one: the first keeps its place and number, the others follow it with its units and date. */
function split({ plan }: Working, path: string, task: PlanTask, titles: unknown): Expanded {
  const named = Array.isArray(titles)
    ? titles.flatMap((title) => (typeof title === 'string' && title.trim() !== '' ? [title.trim()] : []))
    : [];
  const [first, ...others] = named;
  if (first === undefined || others.length === 0) return refuse('请写明拆分后各项任务的名称,每行一项,至少两项。');
  const added = others.flatMap((title, at) => {
    const number = plan.tasks.length + at;
    const place = pointerOf('tasks', number);
    const after = at === 0 ? Number(path.split('/')[2]) : number - 1;
    return [
      { path: place, now: { ...task, no: null, title }, from: path },
      { path: `${place}/after`, now: after },
    ];
  });
  return { ok: true, kind: 'split', changes: [{ path: `${path}/title`, now: first }, ...added] };
}
