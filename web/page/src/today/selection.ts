import { useSyncExternalStore } from 'react';

/** The part looked at on the board, and the person whose inbox the phone frame shows. */
export interface Selection {
  taskId: string | null;
  partId: string | null;
  unitId: string | null;
  personId: string | null;
}

const NOTHING: Selection = { taskId: null, partId: null, unitId: null, personId: null };
let current = NOTHING;
const listeners = new Set<() => void>();

export function select(next: Partial<Selection>): void {
  const merged = { ...current, ...next };
  const keys = Object.keys(merged) as (keyof Selection)[];
  if (keys.every((key) => merged[key] === current[key])) return;
  current = merged;
  for (const listener of listeners) listener();
}

/** Part ids are unique within their task only. */
export function isSelected({ taskId, partId }: Selection, row: { taskId: string }, cell: { partId: string }): boolean {
  return row.taskId === taskId && cell.partId === partId;
}

export function useSelection(): Selection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
