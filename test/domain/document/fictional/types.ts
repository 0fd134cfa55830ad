import type { DraftPlan } from '../../../../domain/document/types.ts';
import type { PlanPhase, PlanSafeguard, PlanTask } from '../../../../domain/plan/types.ts';

type Told = 'title' | 'docNumber' | 'issuedOn' | 'issuer' | 'place' | 'period' | 'targets' | 'bodies' | 'recurring';

/**
 * What a fair reader must find in a fictional plan. A field that is absent isn't scored: the print leaves room for
 * more than one right answer. The names of places, units and people are fictional.
 */
export interface Facts extends Partial<Pick<DraftPlan, Told>> {
  title: string;
  phases: (Pick<PlanPhase, 'name' | 'start' | 'end'> & Partial<Pick<PlanPhase, 'duties'>>)[];
  tasks: (Omit<PlanTask, 'section' | 'no'> & { no?: string | null; section?: string | null })[];
  safeguards?: Pick<PlanSafeguard, 'title'>[];
}

export interface FictionalPlan {
  name: string;
  facts: Facts;
  /** As a file holds it, noise included; rows of tables are lines, their cells parted by tabs. */
  text: string;
  /** Before the noise: every fact stands here as printed. */
  clean: string;
  /** As which kind of file it is read: only a word processor's file has tables that say so. */
  format: 'txt' | 'docx';
  /** The choices of its layout, `units:bracket-roles`, `noise:web` …: scores are grouped by them. */
  features: string[];
}
