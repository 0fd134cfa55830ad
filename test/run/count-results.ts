import { z } from 'zod';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

export type Counts = { passed: number; failed: number; skipped: number; reasons: string[] };

/**
 * Counts tests in vitest's JSON report. What fails without being a test (a file that can't be
 * loaded, an error outside tests, no report) counts as one failed, so that it can't be overlooked.
 */
export function countResults(json: string | undefined, exitCode: number): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  if (json === undefined) return { ...counts, failed: 1, reasons: ['The test runner ended without a report.'] };
  for (const file of report.parse(JSON.parse(json)).testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed++;
      else if (status === 'failed') counts.failed++;
      else counts.skipped++;
    }
    const ownFailure = file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
    if (ownFailure) {
      counts.failed++;
      counts.reasons.push(`${file.name} failed outside its tests.`);
    }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    counts.failed++;
    counts.reasons.push('The test runner found an error outside all tests.');
  }
  return counts;
}
