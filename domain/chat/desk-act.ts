export type TaskCommand = 'task-state' | 'nudge' | 'accept' | 'return' | 'decide-dispute';

/** What somebody asks of the office's desk in chat, all of it known; a button carries one. */
export type DeskAct =
  | { do: 'state' | 'dry-run' | 'show-advance' | 'undo'; planId: string }
  | { do: 'task-state'; taskId: string }
  /** One of several tasks was chosen: the unit is still to be found. */
  | { do: 'pick'; command: TaskCommand; taskId: string; unitIds: string[] | null; reason: string | null }
  | { do: 'nudge'; taskId: string; partId: string }
  /** Without a part: the whole task. */
  | { do: 'accept'; taskId: string; partId: string | null }
  /** Without a reason it is asked for. */
  | { do: 'return'; taskId: string; partId: string; reason: string | null }
  /** 维持分工: a dispute that isn't upheld. Without a reason it is asked for. */
  | { do: 'decide-dispute'; taskId: string; partId: string; reason: string | null }
  /** 改派, to the unit of that id; the same. */
  | { do: 'reassign'; taskId: string; partId: string; toUnit: string; reason: string | null }
  | { do: 'unsigned'; planId: string }
  | { do: 'confirm-advance'; planId: string; hash: string; gaps: string[]; reason: string | null }
  /** 取消. `awaits`: the act that the next words of this person are the reason of. */
  | { do: 'drop'; awaits: DeskAct | null };
