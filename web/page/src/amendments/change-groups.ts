import { assertNever } from '../../../../domain/assert-never.ts';
import type { ChangeKind } from '../../../../domain/plan/amend/types.ts';
import type { AmendmentChangeRow } from '../../../api.ts';

export const CHANGE_GROUPS = ['tasks', 'units', 'dates', 'wording', 'others'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** What weighs most comes first: tasks, then who owes them, then when. */
export function groupOf(kind: ChangeKind): ChangeGroup {
  switch (kind) {
    case 'task-added':
    case 'task-split':
    case 'task-removed':
    case 'task-merged':
      return 'tasks';
    case 'unit-in':
    case 'unit-out':
    case 'unit-role':
    case 'unit-order':
    case 'unit-listed':
    case 'unit-unlisted':
    case 'unit-members':
      return 'units';
    case 'due':
    case 'obligation':
    case 'key':
    case 'period':
    case 'phase-added':
    case 'phase-removed':
    case 'phase-dates':
    case 'phase-text':
      return 'dates';
    case 'task-renamed':
    case 'task-renumbered':
    case 'task-moved':
    case 'task-order':
      return 'wording';
    case 'target-added':
    case 'target-removed':
    case 'target-changed':
    case 'target-order':
    case 'plan-field':
      return 'others';
    default:
      return assertNever(kind);
  }
}

/** Groups that have a change, each in the order of the plan. */
export const groupedChanges = (changes: AmendmentChangeRow[]): [ChangeGroup, AmendmentChangeRow[]][] =>
  CHANGE_GROUPS.map((group): [ChangeGroup, AmendmentChangeRow[]] => [
    group,
    changes.filter(({ kind }) => groupOf(kind) === group),
  ]).filter(([, list]) => list.length > 0);
