import { changesSection } from './changes.ts';
import { decideSection } from './decide.ts';
import { factsOf } from './facts.ts';
import { lateSection } from './late.ts';
import { nextSection } from './next.ts';
import { briefCounts, overallSection } from './overall.ts';
import { previousSection } from './previous.ts';
import type { BriefInput, DerivedBrief } from './types.ts';

/**
 * The leading group's brief from the states as of the cut-off and the events after the previous brief (policy
 * message 8). Pure. Every sentence has a source. Throws CalendarYearMissingError.
 */
export function buildBrief(input: BriefInput): DerivedBrief {
  const facts = factsOf(input);
  const counts = briefCounts(facts);
  const heads: Record<string, number> = {};
  for (const { entityId, seq } of input.events) heads[entityId] = Math.max(heads[entityId] ?? 0, seq);
  return {
    counts,
    sections: [
      { key: 'overall', sentences: overallSection(facts, counts) },
      { key: 'changes', sentences: changesSection(facts) },
      { key: 'late', sentences: lateSection(facts) },
      { key: 'decide', sentences: decideSection(facts) },
      { key: 'next', sentences: nextSection(facts) },
      { key: 'previous', sentences: previousSection(facts) },
    ],
    heads,
  };
}
