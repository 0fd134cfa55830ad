import type { Instant, LocalDate } from '../plan/types.ts';
import { recordAct, type ActBy, type Acted } from './office-act.ts';
import type { SupervisedState } from './types.ts';

/** A task's story says what was broken out of it, and what became of that. */
export interface NoteSubItem {
  kind: 'sub-item';
  what: 'added' | 'accepted' | 'cancelled';
  taskId: string;
  no: string | null;
  title: string;
  /** Of one that was added. */
  units?: string[];
  dueOn?: LocalDate | null;
}

const EVENTS = { added: 'subItemAdded', accepted: 'subItemAccepted', cancelled: 'subItemCancelled' } as const;

/** On record in the parent's own chain; nothing that it owes changes. */
export function noteSubItem(state: SupervisedState, act: NoteSubItem, by: ActBy, now: Instant): Acted {
  const { kind: _act, what, ...body } = act;
  return { state: recordAct(state, by, now, EVENTS[what], body, []), summary: '已列入分解任务' };
}
