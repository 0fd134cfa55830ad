import type { PolicyValues } from '../../domain/plan/policy.ts';
import type { PhaseKind } from '../../domain/plan/types.ts';
import type { Act } from './act.ts';

/** Local wall time in the plan's zone, `MM-DD HH:mm`, of the year in which the story starts; else `YYYY-MM-DD HH:mm`. */
export type StoryTime = string;

/** One task of a seed plan as this story has it; its units must be among those that the seed prints. */
export interface StoryTask {
  /** Printed number. */
  no: string;
  leads: string[];
  responsible?: string[];
  /** Printed due day; absent: the end of implementation. */
  due?: string;
  /** Reports monthly. */
  key?: boolean;
  /** 选做. */
  optional?: boolean;
}

/** What happens at one instant, after everything that was due by then, and what is said about it. */
export interface Step {
  at: StoryTime;
  act: Act;
  /** What the person is told, or what is looked at, in full; absent: it succeeds, whatever its words. */
  says: string[] | null;
}

/**
 * One row of the table: who there is, what happens, and what must have come of it in full. Notations of
 * `prompts`, `events` and looks are those of prompt-lines.ts, event-lines.ts and look.ts.
 */
export interface Story {
  /** A sentence about the rule. */
  name: string;
  from: '示例市' | '黄石';
  tasks: StoryTask[];
  /** Units of the seed beside those of the tasks, such as one that is still to be assigned. */
  units?: string[];
  /** First and last day of each phase that the plan has. */
  phases: Partial<Record<PhaseKind, [start: string, end: string]>>;
  /** Another plan on the same clock, for the same people, from when it is started; its tasks have other numbers. */
  second?: Pick<Story, 'tasks' | 'phases'>;
  /** `市科技局·联络员`, `…·科长`, `…·分管`; a second one of a rank is `联络员2`. `+协调员` gives the grant too, `@web` the pull inbox. */
  contacts: string[];
  /** Values that differ from policy.md. */
  policy?: Partial<PolicyValues>;
  start: StoryTime;
  steps: Step[];
  end: StoryTime;
  /** Every rung that has come due or ended, by part, duty and cycle. */
  prompts: string[];
  /** Every event but the system's own bookkeeping. */
  events: string[];
}

export const task = (no: string, leads: string[], rest: Omit<StoryTask, 'no' | 'leads'> = {}): StoryTask => ({
  no,
  leads,
  ...rest,
});

/** At that instant this is done or looked at; `says`: the answer in full, one line each. */
export const at = (time: StoryTime, act: Act, ...says: string[]): Step => ({
  at: time,
  act,
  says: says.length > 0 ? says : null,
});
