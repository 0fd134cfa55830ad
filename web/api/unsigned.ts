import type { LocalDate } from '../../domain/plan/types.ts';

/** GET /api/plans/:planId/unsigned : units with what they have not signed for, in the order of the plan. */
export interface UnsignedUnit {
  unitId: string;
  unit: string;
  short: string;
  /** Whom the sender would ask; null: nobody is reached. */
  contact: string | null;
  items: {
    taskId: string;
    partId: string;
    no: string | null;
    title: string;
    askedOn: LocalDate;
    dueOn: LocalDate;
    waitingWorkingDays: number;
    /** 0: still in time. */
    overdueWorkingDays: number;
    disputed: boolean;
  }[];
}
