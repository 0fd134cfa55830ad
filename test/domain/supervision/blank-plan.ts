import type { PlanState } from '../../../domain/supervision/types.ts';
import { phaseOf } from './fixtures.ts';

/** A plan of two phases before its first turn. */
export const blankPlan: PlanState = {
  schemaVersion: 1,
  kind: 'plan',
  entityId: 'plan/x',
  planId: 'x',
  clockId: 'c',
  offsetMs: 0,
  generation: 1,
  version: 0,
  eventSeq: 0,
  status: 'running',
  title: '',
  phases: [
    phaseOf('deployment', '2026-01-05', '2026-01-30', 0),
    phaseOf('implementation', '2026-02-02', '2026-12-31', 0),
  ],
  current: -1,
  firstPhase: 0,
  epoch: 0,
  undoWindowMs: 30 * 60_000,
  advancing: null,
  told: true,
  pendingEvents: [],
  seenItems: [],
  calendarVersion: 1,
  ruleVersion: 1,
};
