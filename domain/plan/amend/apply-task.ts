import type { PlanTask } from '../types.ts';
import { arranged, orderDiffers } from './arrange.ts';
import type { TaskPair } from './types.ts';
import { roleMoves, UNIT_LISTS, type UnitList } from './unit-changes.ts';

/** One task with those of its changes that were accepted. */
export function applyTask(old: PlanTask, now: PlanTask, pair: TaskPair, accepted: ReadonlySet<string>): PlanTask {
  const has = (field: string): boolean => accepted.has(`t${pair.old}.${field}`);
  const task: PlanTask = {
    ...old,
    title: has('title') ? now.title : old.title,
    no: has('no') ? now.no : old.no,
    section: has('section') ? now.section : old.section,
    obligation: has('obligation') ? now.obligation : old.obligation,
    due: (has('due') ? now.due : old.due) ?? null,
    key: (has('key') ? now.key : old.key) ?? false,
  };
  const moves = roleMoves(old, now);
  for (const list of UNIT_LISTS) task[list] = unitsIn(list);
  return task;

  function unitsIn(list: UnitList): string[] {
    const stays = (unit: string): boolean => {
      const move = moves.find((one) => one.unit === unit);
      if (move) return move.from !== list || !has(`role:${unit}`);
      return now[list].includes(unit) || !has(`${list}-${unit}`);
    };
    const comes = (unit: string): boolean => {
      const move = moves.find((one) => one.unit === unit);
      if (move) return move.to === list && has(`role:${unit}`);
      return old[list].includes(unit) || has(`${list}+${unit}`);
    };
    const items = new Set([...old[list].filter(stays), ...now[list].filter(comes)]);
    return arranged(items, old[list], now[list], !orderDiffers(old[list], now[list]) || has(`${list}.order`));
  }
}
