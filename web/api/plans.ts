import type { OfficeRole } from '../../domain/rights.ts';
import type { Instant, LocalDate, PhaseKind, Rank, UnitKind } from '../../domain/plan/types.ts';

/** GET /api/plans */
export interface PlanRow {
  id: string;
  title: string;
  place: string | null;
  docNumber: string | null;
  demo: boolean;
  /** draft 待排日期 · ready 待启动 · running 运行中 · archived 归档 · closed 已结束 */
  status: 'draft' | 'ready' | 'running' | 'archived' | 'closed';
  tasks: number;
  units: number;
  unitsBound: number;
  phases: {
    kind: PhaseKind;
    name: string;
    printed: string;
    start: LocalDate | null;
    end: LocalDate | null;
    proposed: boolean;
  }[];
}

/** GET /api/plans/:planId/redate?mode=&startOn= : a preview, nothing is changed. POST the same to choose. */
export interface RedatePreview {
  mode: 'shift' | 'rearrange' | 'takeover' | 'archive';
  defaultMode: 'shift' | 'rearrange' | 'takeover' | 'archive';
  /** 顺延17年 and the like. */
  summary: string;
  rows: { what: string; printed: string; effective: string; moved: boolean }[];
  questions: { code: string; text: string; proposed: string }[];
  /** Messages by working day over the first week. */
  firstWeek: { day: LocalDate; prompts: number; persons: number }[];
  unboundUnits: string[];
}

/** GET /api/plans/:planId/dry-run */
export interface DryRun {
  from: PhaseKind | null;
  to: PhaseKind | null;
  toName: string | null;
  hash: string;
  /** Advancing needs a reason when this is not empty. */
  gaps: { code: string; text: string; count: number }[];
  facts: { label: string; value: string }[];
  unboundUnits: string[];
  firstWeek: { day: LocalDate; prompts: number; persons: number }[];
  undoMinutes: number;
}

/** An account that reaches a person: what it calls itself, since when, last used, and why it failed (null: it works). */
export interface ReachedOn {
  channel: string;
  name: string | null;
  boundAt: Instant;
  lastUsedAt: Instant | null;
  failed: string | null;
}

/** GET /api/plans/:planId/people */
export interface People {
  /** The office, leaders and readers of this plan. */
  office: { personId: string; name: string; roles: OfficeRole[]; channels: string[]; accounts: ReachedOn[] }[];
  units: {
    id: string;
    name: string;
    short: string;
    kind: UnitKind;
    relation: string;
    /** Its names mean that unit now; null: it stands for itself. */
    mergedInto: string | null;
    contacts: {
      personId: string;
      name: string;
      rank: Rank;
      channels: string[];
      accounts: ReachedOn[];
      /** 外出: until that day, and who stands in; null: at work. */
      away: { until: LocalDate; standIn: string } | null;
    }[];
  }[];
}
