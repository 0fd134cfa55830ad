import { createHash } from 'node:crypto';
import { reviewOf, type PlanReading } from '../../../domain/document/review.ts';
import type { Review, ReviewMarks } from '../../../domain/document/review-types.ts';
import type { PlanFacts } from '../../../domain/plan/types.ts';
import { canonicalJson } from '../../../prisma/chain-hash.ts';
import type { PlanReading as ReadingRow } from '../../../prisma/generated/client.ts';

export const readingOf = ({ reading }: Pick<ReadingRow, 'reading'>): PlanReading => reading as unknown as PlanReading;

export const marksOf = ({ edits, answers }: Pick<ReadingRow, 'edits' | 'answers'>): ReviewMarks =>
  ({ edits, answers }) as unknown as ReviewMarks;

export const reviewOfRow = (row: ReadingRow): Review => reviewOf(readingOf(row), marksOf(row));

/** SHA-256 of what an import would take: the import names it. */
export const factsHash = (facts: PlanFacts): string => createHash('sha256').update(canonicalJson(facts)).digest('hex');

export const STATUS_WORDS: Record<string, string> = { imported: '导入', discarded: '放弃', review: '在核对' };
