/** Two tasks of two versions that are held to be one. Places are indexes into each version's tasks. */
export interface TaskPair {
  old: number;
  now: number;
  /** 0–1: how alike title, place and units are. */
  score: number;
  /** Another task fits nearly as well, or this one fits badly: a person decides. */
  doubtful: boolean;
  /** Other places in the new version that fit the old task, best first. */
  candidates: number[];
}

/** The checked map from an old version's tasks to a new one's: every task of either stands in it once. */
export interface TaskMatch {
  pairs: TaskPair[];
  /** `splitFrom`: the old task of which this is a piece; its first piece stands among the pairs. */
  added: { now: number; splitFrom: number | null }[];
  /** `mergedInto`: the new task that took this one up; the first of those taken up stands among the pairs. */
  removed: { old: number; mergedInto: number | null }[];
}

/** What a person has said about one old task; `now` null: the new version has none for it. */
export interface Pin {
  old: number;
  now: number | null;
}

export const CHANGE_KINDS = [
  'task-added',
  'task-split',
  'task-removed',
  'task-merged',
  'task-renamed',
  'task-renumbered',
  'task-moved',
  'task-order',
  'unit-in',
  'unit-out',
  'unit-role',
  'unit-order',
  'due',
  'obligation',
  'key',
  'phase-added',
  'phase-removed',
  'phase-dates',
  'phase-text',
  'target-added',
  'target-removed',
  'target-changed',
  'target-order',
  'unit-listed',
  'unit-unlisted',
  'unit-members',
  'period',
  'plan-field',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that a new version says otherwise; accepted or declined by itself. */
export interface Change {
  /** The same for the same two versions: `t3.title`, `t3.leadUnits+市科技局`, `n5`, `phase.inspection.dates`. */
  id: string;
  kind: ChangeKind;
  /** What it says, in Chinese. */
  sentence: string;
  was: string | null;
  now: string | null;
  /** What it reaches: a task of either version, a phase, or the plan alone. */
  touches: Touch;
  /** Rests on a pair that isn't certain: never accepted along with the rest. */
  doubtful: boolean;
}

export type Touch =
  | { what: 'task'; old: number | null; now: number | null }
  | { what: 'phase'; kind: string }
  | { what: 'plan' };
