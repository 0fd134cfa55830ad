import type { Section } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { isGenreHeading } from '../outline/section-role.ts';
import { splitHeading } from '../outline/split-heading.ts';
import { findOwners } from '../units/find-owners.ts';
import { OWNER_LINE } from '../units/owner-words.ts';

/** A title runs into its paragraph and is no longer than this. */
const LONGEST_TITLE = 40;

/**
 * Paragraphs of a section of tasks that marks none: `完善网络。划定范围。(责任单位:…)`, each a task. Lines of owners
 * belong to the paragraph above them. Empty where they don't look like tasks.
 */
export function paragraphItems(section: Section, simplified: string): Section[] {
  if (!isGenreHeading(simplified.slice(section.heading.start, section.heading.end))) return [];
  const paragraphs: Span[] = [];
  for (const line of linesOf(simplified.slice(section.body.start, section.body.end))) {
    const span = trimmed(simplified, { start: line.start + section.body.start, end: line.end + section.body.start });
    if (span.end <= span.start) continue;
    const last = paragraphs.at(-1);
    if (last && OWNER_LINE.test(simplified.slice(span.start, span.end))) last.end = span.end;
    else paragraphs.push({ ...span });
  }
  const items = paragraphs.map((whole): Section => {
    const { heading, rest } = splitHeading(simplified.slice(whole.start, whole.end));
    return {
      no: null,
      level: section.level + 1,
      heading: { start: whole.start + heading.start, end: whole.start + heading.end },
      body: { start: whole.start + rest, end: whole.end },
      whole,
      role: section.role,
      children: [],
    };
  });
  const owned = items.filter(({ whole }) => findOwners(simplified.slice(whole.start, whole.end)).owners.length > 0);
  if (owned.length >= 2) return owned;
  const titled = items.filter(
    ({ heading, body }) => heading.end - heading.start <= LONGEST_TITLE && body.end - body.start > 5,
  );
  return titled.length >= 2 && titled.length === items.length ? titled : [];
}
