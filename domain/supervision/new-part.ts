import type { LocalDate, UnitRelation } from '../plan/types.ts';
import type { Part, PartRole, Recurs } from './types.ts';

export interface PartSeed {
  id: string;
  unitId: string;
  role: PartRole;
  relation: UnitRelation;
  assumedLead?: boolean;
  title?: string;
  recurs?: Recurs;
  /** Own due day; absent: the entity's. */
  dueOn?: LocalDate;
}

/** A part about which nothing has been said yet. */
export function newPart(seed: PartSeed): Part {
  return {
    ...seed,
    deadlineSeq: 1,
    duties: [],
    receiptAt: null,
    progress: null,
    lastWords: null,
    lastReportAt: null,
    lastItemId: null,
    expectedOn: null,
    blocker: null,
    unquantifiedRun: 0,
    noChangeRun: 0,
    completion: 'open',
    claimedBy: null,
    completionAt: null,
    returnedWith: null,
    recovering: false,
    lastReceivedAt: null,
    nudges: 0,
    nudgeAllowedFrom: null,
  };
}
