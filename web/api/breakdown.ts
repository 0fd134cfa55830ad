import type { LocalDate, PrintedDate } from '../../domain/plan/types.ts';

/** One task of a breakdown plan, and what would become of it. */
export interface BreakdownRow {
  title: string;
  lead: string[];
  responsible: string[];
  /** null: as the task that is broken down. */
  dueOn: LocalDate | null;
  printedDue: PrintedDate | null;
  /** there: it was added before; refused: see `problem`. */
  status: 'new' | 'there' | 'refused';
  /** Of one that is there. */
  no: string | null;
  problem: string | null;
}

/** POST /api/tasks/:taskId/breakdown/read */
export interface BreakdownView {
  rows: BreakdownRow[];
  summary: string;
}
