import type { Anchors, DraftPlan, Question, Reading, SourceDocument } from '../../../../domain/document/types.ts';
import { compare, f1, type Agreement } from './compare.ts';
import { toSource } from './source.ts';
import type { FictionalPlan } from './types.ts';

type Sum = Pick<Agreement, 'known' | 'read' | 'hit'>;

export interface Scored {
  plan: FictionalPlan;
  rows: Map<string, Agreement>;
  draft: DraftPlan | null;
  questions: Question[];
  anchors: Anchors;
}

/** Reads one plan and compares; a text that was refused is a plan of which nothing was read. */
export function scorePlan(plan: FictionalPlan, readPlan: (source: SourceDocument) => Reading): Scored {
  const reading = readPlan(toSource(plan.text, plan.format));
  const draft = reading.kind === 'plan' ? reading.plan : null;
  const questions = reading.kind === 'plan' ? reading.questions : [];
  const rows = compare(plan.facts, draft ?? {});
  const anchors = reading.kind === 'plan' ? reading.anchors : {};
  return { plan, rows, draft, questions, anchors };
}

const add = (into: Map<string, Sum>, key: string, { known, read, hit }: Sum) => {
  const sum = into.get(key) ?? { known: 0, read: 0, hit: 0 };
  into.set(key, { known: sum.known + known, read: sum.read + read, hit: sum.hit + hit });
};

/** Field → sums over all plans: F1 counts every fact once, whichever plan it stands in. */
export function totals(scored: readonly Scored[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { rows } of scored) for (const [field, row] of rows) add(sums, field, row);
  return sums;
}

/** Layout feature → sums over the fields that make the goal: tasks, units, phases, figures. */
export function byFeature(scored: readonly Scored[], fields: readonly string[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { plan, rows } of scored)
    for (const feature of plan.features)
      for (const field of fields) {
        const row = rows.get(field);
        if (row) add(sums, feature, row);
      }
  return sums;
}

/** Mean F1 of the goal's fields: the order of the worst. */
export function meanF1({ rows }: Scored, fields: readonly string[]): number {
  const counted = fields.flatMap((field) => rows.get(field) ?? []);
  return counted.reduce((sum, row) => sum + f1(row), 0) / Math.max(1, counted.length);
}
