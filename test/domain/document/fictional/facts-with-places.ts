import type { Anchors, DraftPlan, Span } from '../../../../domain/document/types.ts';
import type { PlanTarget } from '../../../../domain/plan/types.ts';
import { plain } from './compare.ts';
import type { Facts } from './types.ts';

/** The kinds of facts that a reader must ask about where it is wrong. */
export const FACT_KINDS = ['title', 'lead', 'responsible', 'phase', 'phase date', 'figure'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One fact of a plan. Facts of one kind agree when their keys do. */
export interface Fact {
  kind: FactKind;
  key: string;
  /** What it belongs to: a task's title, a phase's name, a target's name. */
  owner: string;
  /** What is printed of it. */
  words: string;
  /** Pointers of which a question is a question about it, from itself to the item; none for a fact not read. */
  paths: string[];
  /** The one that is its field: a list of units is one field. */
  field: string;
}

type Plan = Pick<Facts, 'tasks' | 'targets'> & { phases: (Facts['phases'][number] & { proposed?: boolean })[] };

const UNITS = ['leadUnits', 'responsibleUnits', 'otherUnits'] as const;
const figure = ({ comparator, value, max, unit }: PlanTarget) => `${comparator} ${value}..${max ?? ''} ${plain(unit)}`;

/** All facts of the six kinds, in order. */
export function factsOf(plan: Plan): Fact[] {
  const tasks = plan.tasks.flatMap((task, at): Fact[] => {
    const path = `/tasks/${at}`;
    const owner = plain(task.title);
    const lists = UNITS.map((list) => `${path}/${list}`);
    const units = (kind: FactKind, list: 'leadUnits' | 'responsibleUnits') =>
      (task[list] ?? []).map((unit, place) => ({
        kind,
        key: `${owner} <- ${plain(unit)}`,
        owner,
        words: unit,
        paths: [`${path}/${list}/${place}`, ...lists, path],
        field: `${path}/${list}`,
      }));
    const title = { kind: 'title' as const, key: owner, owner, words: task.title, field: `${path}/title` };
    return [
      { ...title, paths: [`${path}/title`, `${path}/no`, path] },
      ...units('lead', 'leadUnits'),
      ...units('responsible', 'responsibleUnits'),
    ];
  });
  const phases = plan.phases.flatMap((phase, at): Fact[] => {
    if (phase.proposed) return [];
    const path = `/phases/${at}`;
    const common = { owner: plain(phase.name), words: phase.name };
    return [
      { ...common, kind: 'phase', key: common.owner, paths: [`${path}/name`, path], field: `${path}/name` },
      {
        ...common,
        kind: 'phase date',
        key: `${common.owner} ${phase.start}..${phase.end}`,
        paths: [`${path}/start`, `${path}/end`, path],
        field: `${path}/start`,
      },
    ];
  });
  const figures = (plan.targets ?? []).flatMap((target, at): Fact[] => {
    if (target.value === null) return [];
    const path = `/targets/${at}`;
    const paths = ['name', 'value', 'unit', 'comparator', 'max'].map((part) => `${path}/${part}`);
    const owner = plain(target.name);
    return [
      {
        kind: 'figure',
        key: `${owner} ${figure(target)}`,
        owner,
        words: target.name,
        paths: [...paths, path],
        field: `${path}/value`,
      },
    ];
  });
  return [...tasks, ...phases, ...figures];
}

/** Where a read fact stands in the source's text, by the reader's own anchors. */
export const anchorOf = (fact: Fact, anchors: Anchors): Span | null =>
  fact.paths.map((path) => anchors[path]).find((at) => at !== undefined) ?? null;

/** A draft as facts, and nothing else of it. */
export const draftFacts = ({ tasks, phases, targets }: DraftPlan): Fact[] => factsOf({ tasks, phases, targets });
