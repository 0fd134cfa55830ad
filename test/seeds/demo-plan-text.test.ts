import { expect, test } from 'vitest';
import { documentReader } from '../../bot/desk/reading/document-reader.ts';
import { reviewOf } from '../../domain/document/review.ts';
import { alignFacts } from '../../domain/plan/amend/align-facts.ts';
import { matchTasks } from '../../domain/plan/amend/match-tasks.ts';
import { parseVersion } from '../../domain/plan/amend/parse-version.ts';
import { planChanges } from '../../domain/plan/amend/plan-changes.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { demoPlanText } from '../../seeds/demo/plan-text.ts';

const STARTS = ['2026-06', '2026-07', '2026-09', '2026-12', '2027-01', '2027-02', '2027-05', '2027-10'];

test.each(STARTS)('the text of a demo that began in %s has nothing that the demo does not run by', async (start) => {
  const decoded = await documentReader.decode(new TextEncoder().encode(demoPlanText(start)), '方案.txt');
  const reading = decoded.ok ? documentReader.read(decoded.source) : null;
  if (reading?.kind !== 'plan') throw new Error('the demo was not read as a plan');
  const review = reviewOf(reading, { edits: [], answers: [] });
  expect(review.open).toEqual([]);
  const version = parseVersion(review.facts);
  if (!version.ok) throw new Error(JSON.stringify(version.problems));
  const running = demoFacts(start);
  const now = alignFacts(running, version.facts);
  expect(planChanges(running, now, matchTasks(running.tasks, now.tasks))).toEqual([]);
});
