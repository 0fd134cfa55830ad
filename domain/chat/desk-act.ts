import type { LocalDate } from '../plan/types.ts';
import type { Locale } from './catalogue/index.ts';
import type { NoticeKind } from '../reports/notice-types.ts';
import type { PartRole } from '../supervision/types.ts';

export type TaskCommand =
  | 'task-state'
  | 'nudge'
  | 'accept'
  | 'return'
  | 'decide-dispute'
  | 'escalate'
  | 'hold-back'
  | 'extension'
  | 'notice'
  | 'circular'
  | 'scan';

/** What somebody asks of the office's desk in chat, all of it known; a button carries one. */
export type DeskAct =
  | { do: 'state' | 'dry-run' | 'show-advance' | 'undo'; planId: string }
  | { do: 'task-state' | 'roll-up'; taskId: string }
  | {
      do: 'confirm-roll-up';
      taskId: string;
      seen: { cycle: string; from: string[]; asOf: string; progress: number | null };
    }
  /** One of several tasks was chosen: the unit is still to be found. */
  | { do: 'pick'; command: TaskCommand; taskId: string; unitIds: string[] | null; reason: string | null }
  | { do: 'nudge'; taskId: string; partId: string }
  /** Without a part: the whole task. `reason`: why, though sub-items are open; it is asked for then. */
  | { do: 'accept'; taskId: string; partId: string | null; reason?: string | null }
  /** Without a reason it is asked for. */
  | { do: 'return'; taskId: string; partId: string; reason: string | null }
  /** 维持分工: a dispute that isn't upheld. Without a reason it is asked for. */
  | { do: 'decide-dispute'; taskId: string; partId: string; reason: string | null }
  /** 核定提示 of what is held for the unit's supervisor; 不提示 asks for its reason. */
  | { do: 'escalate'; taskId: string; partId: string }
  | { do: 'hold-back'; taskId: string; partId: string; reason: string | null }
  /** 改派, to the unit of that id; the same. */
  | { do: 'reassign'; taskId: string; partId: string; toUnit: string; reason: string | null }
  | { do: 'unsigned'; planId: string }
  /** 指定单位. Without a unit the next words, kept in `reason`, name them. */
  | { do: 'assign'; taskId: string; units: { unitId: string; role: PartRole | null }[]; reason: string | null }
  /** 登记扫描件 in the place of a sign-off; its name and place, kept in `reason`, are asked for. */
  | { do: 'scan'; taskId: string; partId: string; reason: string | null }
  /** 暂缓 to a day, and 恢复办理 before it; a day or a reason that is missing is asked for. */
  | { do: 'pause'; taskId: string; until: LocalDate | null; reason: string | null }
  | { do: 'resume'; taskId: string; reason: string | null }
  /** 督办单 and 通报: drafts one and shows it; its buttons release or drop it. */
  | { do: 'notice'; taskId: string; partId: string; kind: NoticeKind }
  | { do: 'notices'; planId: string }
  | { do: 'notice-release'; noticeId: string }
  | { do: 'notice-drop'; noticeId: string; reason: string | null }
  /** 简报: drafts the next one and shows it, or asks before it releases the draft that there is. */
  | { do: 'brief-draft' | 'brief-newest'; planId: string }
  | { do: 'brief-text'; briefId: string }
  /** By the hash of what was read; only what is `sure` does it, else it asks first. */
  | { do: 'brief-release'; briefId: string; hash: string; sure: boolean }
  /** 〔打开网页〕: one's own link, once, to that page. */
  | { do: 'open-page'; page: 'people' | 'tasks' | 'task' | 'briefs'; id: string | null }
  /** The open request with its three buttons. */
  | { do: 'show-extension'; taskId: string; partId: string }
  /** 〔同意〕〔不同意〕 of an extension; without the reason that it needs it is asked for. */
  | {
      do: 'extension';
      taskId: string;
      partId: string;
      requestId: string;
      grant: boolean;
      dueOn: LocalDate | null;
      reason: string | null;
    }
  /** 〔另定日期〕: the next words, kept in `reason`, name the day. */
  | { do: 'extension-date'; taskId: string; partId: string; requestId: string; reason: string | null }
  | { do: 'extension-undo'; taskId: string; partId: string }
  /** 〔审签同意〕〔退回〕 of a unit's supervisor. */
  | { do: 'sign'; taskId: string; partId: string; requestId: string; agree: boolean; reason: string | null }
  /** 归入任务 of files that nobody claimed; the next words, kept in `reason`, name the task and perhaps the unit. */
  | { do: 'file-evidence'; planId: string; itemId: string; reason: string | null }
  /** One thing that waits for the office, with its buttons. */
  | { do: 'show-decision'; planId: string; id: string }
  /** 已办: takes an item off the office's list. */
  | { do: 'settle-item'; itemId: string }
  | { do: 'confirm-advance'; planId: string; hash: string; gaps: string[]; reason: string | null }
  /** Of whoever presses it. */
  | { do: 'language'; locale: Locale }
  /** 取消. `awaits`: the act that the next words of this person are the reason of. */
  | { do: 'drop'; awaits: DeskAct | null };
