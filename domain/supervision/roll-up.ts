import type { Instant, LocalDate } from '../plan/types.ts';
import { contradictionsIn, type Contradiction } from './roll-up-conflicts.ts';
import { addFigures, statedFigures, type AddedFigures } from './roll-up-figures.ts';
import type { CompletionStatus, Duty, Part, PartRole, SupervisedState } from './types.ts';
import { standsFor } from './stands-for.ts';

/** A confirmed roll-up as the state keeps it: of the last period alone, Events keep the others. */
export interface RolledUp {
  cycle: string;
  /** When it was received. */
  at: Instant;
  /** When its draft was made: what came later isn't in it. */
  asOf: Instant;
  from: string[];
  /** Roll-ups of this period so far, this one included. */
  n: number;
  progress: number | null;
  /** At most 600 characters; the Event has more, the inbox all. */
  words: string;
}

export interface RollUpPart {
  partId: string;
  unitId: string;
  role: PartRole;
  /** The unit's own, not rewritten; null where it said none. */
  words: string | null;
  /** 较上次无变化: the words are those of the last report. */
  unchanged: boolean;
  progress: number | null;
  expectedOn: LocalDate | null;
  blocker: string | null;
  completion: CompletionStatus;
  late: boolean;
  /** Filed (汇总后补报) or changed after the confirmed roll-up; null: in it, or nothing is confirmed. */
  after: 'filed' | 'changed' | null;
}

export interface ProgressSpan {
  lowest: number;
  highest: number;
  /** Of the units that gave a figure, each counted once; rounded to whole per cents. */
  mean: number;
  count: number;
}

export interface RollUp {
  cycle: string;
  /** null: the office compiles. */
  compilerId: string | null;
  /** Units that are asked beside the compiling one. */
  asked: number;
  reported: RollUpPart[];
  missing: { partId: string; unitId: string }[];
  /** What the compiling unit itself has filed. */
  own: RollUpPart | null;
  progress: ProgressSpan | null;
  figures: AddedFigures;
  contradictions: Contradiction[];
  confirmed: RolledUp | null;
}

/**
 * Whose part adds the others up: the first lead that is subordinate and still works on it. A court or a central-bank
 * branch does not compile for an office that may only ask it; without any, the office does (null).
 */
export const compilerOf = ({ parts }: Pick<SupervisedState, 'parts'>): Part | null =>
  parts.find(
    ({ role, relation, completion }) => role === 'lead' && relation === 'subordinate' && completion !== 'accepted',
  ) ?? null;

const reportOf = (part: Part, cycle: string): Duty | undefined =>
  part.duties.find((duty) => standsFor(duty, { duty: 'report', cycle }));

/** The newest period that is open for reports; null outside the phases that have any, and where one unit is alone. */
export function rollUpCycle({ kind, parts }: SupervisedState, now: Instant): string | null {
  if (kind !== 'task' || parts.length < 2) return null;
  return parts
    .flatMap(({ duties }) => duties)
    .filter((duty) => duty.kind === 'report' && duty.openFrom <= now)
    .reduce<string | null>((newest, { cycle }) => (newest === null || cycle > newest ? cycle : newest), null);
}

export const rolledUpOf = (state: SupervisedState, cycle: string): RolledUp | null =>
  [state.rolledUp, ...state.parts.map(({ rolledUp }) => rolledUp)]
    .filter((one) => one?.cycle === cycle)
    .reduce<RolledUp | null>((newest, one) => (one && (newest === null || one.at > newest.at) ? one : newest), null);

/**
 * What the units have said in one period, added up. `wordsOf` gives a part's whole words where the state's
 * beginning of them is too little. A unit whose part is accepted owes nothing and is in neither list.
 */
export function rollUpOf(
  state: SupervisedState,
  cycle: string,
  wordsOf: (part: Part) => string | null = ({ lastWords }) => lastWords,
): RollUp {
  const compiler = compilerOf(state);
  const confirmed = rolledUpOf(state, cycle);
  const owing = state.parts.filter((part) => part.completion !== 'accepted' && reportOf(part, cycle) !== undefined);
  const others = owing.filter(({ id }) => id !== compiler?.id);
  const filed = (part: Part): boolean => reportOf(part, cycle)?.filedAt !== undefined;
  const view = (part: Part): RollUpPart => rolledPart(part, cycle, confirmed, wordsOf(part));
  const reported = others.filter(filed).map(view);
  // The lead's own report may have been filed by its roll-up: then it said nothing of its own.
  const own = compiler && filed(compiler) && saidItself(compiler, confirmed) ? view(compiler) : null;
  const told = [...(own ? [own] : []), ...reported];
  return {
    cycle,
    compilerId: compiler?.id ?? null,
    asked: others.length,
    reported,
    missing: others.filter((part) => !filed(part)).map(({ id, unitId }) => ({ partId: id, unitId })),
    own,
    progress: spanOf(told),
    figures: addFigures(told.map(({ partId, words, unchanged }) => ({ partId, figures: figuresOf(words, unchanged) }))),
    contradictions: contradictionsIn(told, state.dueOn),
    confirmed,
  };
}

/** 新增 of the last period is no 新增 of this one. */
const figuresOf = (words: string | null, unchanged: boolean) => (unchanged ? [] : statedFigures(words ?? ''));

const saidItself = (part: Part, confirmed: RolledUp | null): boolean =>
  part.lastReportAt !== null && (confirmed === null || part.lastReportAt !== confirmed.at);

function rolledPart(part: Part, cycle: string, confirmed: RolledUp | null, words: string | null): RollUpPart {
  const { id, unitId, role, progress, completion, lastReportAt } = part;
  const changed = confirmed !== null && lastReportAt !== null && lastReportAt > confirmed.asOf;
  return {
    partId: id,
    unitId,
    role,
    words: words?.trim() ? words.trim() : null,
    unchanged: (part.noChangeRun ?? 0) > 0,
    progress,
    expectedOn: part.expectedOn ?? null,
    blocker: part.blocker ?? null,
    completion,
    late: reportOf(part, cycle)?.late ?? false,
    after: confirmed === null ? null : !confirmed.from.includes(id) ? 'filed' : changed ? 'changed' : null,
  };
}

function spanOf(told: RollUpPart[]): ProgressSpan | null {
  const figures = told.flatMap(({ progress }) => progress ?? []);
  if (figures.length === 0) return null;
  return {
    lowest: Math.min(...figures),
    highest: Math.max(...figures),
    mean: Math.round(figures.reduce((sum, one) => sum + one, 0) / figures.length),
    count: figures.length,
  };
}
