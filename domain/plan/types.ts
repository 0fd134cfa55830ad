/**
 * A published work plan as facts: what an import brings, what `seeds/` holds, what the reader drafts.
 * Dates are local and as precise as printed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export type PrintedDate = string;

/** Local calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Instant, ISO 8601 in UTC with milliseconds, as `Date.toISOString()` prints it. */
export type Instant = string;

export const PHASE_KINDS = ['deployment', 'implementation', 'inspection'] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

export const UNIT_KINDS = ['department', 'group', 'county'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** 隶属 subordinate · 不相隶属 independent (courts, customs, central bank) · 院校企业 institution. */
export const UNIT_RELATIONS = ['subordinate', 'independent', 'institution'] as const;
export type UnitRelation = (typeof UNIT_RELATIONS)[number];

/** 联络员 liaison · 科长 section-head · 分管领导 supervisor. */
export const RANKS = ['liaison', 'section-head', 'supervisor'] as const;
export type Rank = (typeof RANKS)[number];

export interface PlanPhase {
  name: string;
  kind: PhaseKind;
  start: PrintedDate | null;
  end: PrintedDate | null;
  /** One-off duties of the phase itself, owed by the office (000 四(一)). */
  duties: string[];
  /** True where the plan prints no phases and these were proposed. */
  proposed?: boolean;
}

export interface PlanTask {
  no: string | null;
  section: string | null;
  title: string;
  leadUnits: string[];
  responsibleUnits: string[];
  otherUnits: string[];
  /** 必做 mandatory · 选做 optional (004). */
  obligation: 'mandatory' | 'optional' | null;
  /** Printed due date of the task itself, where there is one. */
  due?: PrintedDate | null;
  /** Key tasks report monthly, the others quarterly (policy.cycles). */
  key?: boolean;
}

export interface PlanTarget {
  name: string;
  comparator: '>=' | '>' | '=' | '<=' | '<' | 'range' | 'increase' | null;
  value: number | null;
  max: number | null;
  unit: string | null;
  baseline: string | null;
  per: string | null;
  by: string | null;
  scope: 'period' | 'cumulative' | 'year' | null;
}

export interface PlanBody {
  name: string;
  kind: string;
  duties: string[];
}

export interface PlanRecurring {
  what: string;
  every: string;
  who: string | null;
}

export interface PlanSafeguard {
  title: string;
  gist: string;
}

export interface PlanUnit {
  name: string;
  /** At most 4 characters, for column heads. */
  short: string;
  aliases: string[];
  kind: UnitKind;
  relation: UnitRelation;
  /** Members of a group unit, by name; empty until the office enters them. */
  members?: string[];
}

export interface PlanContact {
  name: string;
  unit: string;
  rank: Rank;
  /** Task numbers this contact answers for; absent: every task of the unit. */
  tasks?: string[];
}

export interface PlanFacts {
  title: string;
  docNumber: string | null;
  issuedOn: LocalDate | null;
  issuer: string | null;
  place: string | null;
  period: { start: PrintedDate | null; end: PrintedDate | null };
  phases: PlanPhase[];
  tasks: PlanTask[];
  targets: PlanTarget[];
  bodies: PlanBody[];
  recurring: PlanRecurring[];
  safeguards: PlanSafeguard[];
  /** 领导小组办公室: the short name that signs messages, and the unit that hosts it (it can't accept its own completions). */
  office: { name: string; host: string | null };
  units: PlanUnit[];
  contacts: PlanContact[];
}
