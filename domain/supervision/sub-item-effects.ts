import { itemLabel } from '../chat/item-label.ts';
import { nextPlace, subItemNo } from '../plan/sub-items.ts';
import type { LocalDate } from '../plan/types.ts';
import type { AmendmentEffects } from './amendment-effects.ts';

/** A sub-item as it stands before an amendment of its plan. */
export interface StandingSubItem {
  id: string;
  parentId: string;
  no: string | null;
  /** Its own due day; null: its parent's. */
  dueOn: LocalDate | null;
  isOpen: boolean;
}

export interface SubItemEffect {
  id: string;
  amended: AmendmentEffects['tasks'][number]['amended'];
  /** What its row says from now on. */
  row: { parentId?: string; no?: string | null; dueOn?: LocalDate };
}

interface Parent {
  id: string;
  no: string | null;
  title: string;
}

/**
 * What a change of tasks means for what they were broken down into: with a task that leaves the plan its sub-items
 * end; with one that another took up they move there; an earlier day binds them, another number is theirs too.
 * `tasks`: the plan's tasks as they were.
 */
export function subItemEffects(
  amended: AmendmentEffects['tasks'],
  subItems: readonly StandingSubItem[],
  tasks: readonly Parent[],
): SubItemEffect[] {
  const moved: string[] = [];
  return amended.flatMap(({ id, amended: change }) => {
    const own = subItems.filter(({ parentId, isOpen }) => parentId === id && isOpen);
    return own.flatMap((sub): SubItemEffect[] => {
      if (change.cancel) {
        const { mergedInto } = change.cancel;
        const into = tasks.find((task) => task.id === mergedInto);
        if (!into) {
          const parent = tasks.find((task) => task.id === id);
          const reason = `上级任务${parent ? itemLabel(parent.no, parent.title) : ''}取消`;
          return [{ id: sub.id, amended: { cancel: { reason, mergedInto: null } }, row: {} }];
        }
        const taken = subItems.filter(({ parentId }) => parentId === into.id).map(({ no }) => no);
        const no = subItemNo(into.no, nextPlace([...taken, ...moved]));
        if (no !== null) moved.push(no);
        return [{ id: sub.id, amended: { no }, row: { parentId: into.id, no } }];
      }
      const effect: SubItemEffect = { id: sub.id, amended: {}, row: {} };
      if (change.no !== undefined) {
        const no = subItemNo(change.no, Number(/\.(\d+)$/.exec(sub.no ?? '')?.[1] ?? 0) || nextPlace(numbers(own)));
        effect.amended.no = no;
        effect.row.no = no;
      }
      const { dueOn } = change;
      if (dueOn !== undefined && (sub.dueOn === null || (dueOn !== null && sub.dueOn > dueOn))) {
        effect.amended.dueOn = dueOn;
        if (sub.dueOn !== null && dueOn !== null) effect.row.dueOn = dueOn;
      }
      return Object.keys(effect.amended).length > 0 ? [effect] : [];
    });
  });
}

const numbers = (own: readonly StandingSubItem[]): (string | null)[] => own.map(({ no }) => no);
