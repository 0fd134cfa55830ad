import type { FigureText, FoundTarget } from '../figures/figure-types.ts';
import { MAY_COUNT } from '../figures/figure-in-clause.ts';
import { endsWithIndicator } from '../figures/goal-verbs.ts';
import { NO_HORIZON } from '../figures/horizon.ts';
import { targetsInText } from '../figures/targets-in-text.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { Span } from '../types.ts';

/** Level figures of sections that weren't read for goals: one a paragraph, from the first to the last. */
export function bolderReading(
  source: FigureText,
  outline: Outline,
  found: readonly Pick<FoundTarget, 'at'>[],
): { at: Span; name: string }[] {
  const taken = new Uint8Array(source.folded.length);
  for (const { at } of found) taken.fill(1, at.start, at.end);
  return goalPlaces(outline).flatMap(({ heading, ...span }) => {
    if (!MAY_COUNT.test(source.folded.slice(span.start, span.end))) return [];
    const more = targetsInText(source, span, { horizon: NO_HORIZON, goals: true, general: true, strict: false });
    const left = more.targets.filter(
      ({ value, at }) =>
        value.value !== null &&
        (heading || value.comparator !== '=' || endsWithIndicator(value.name)) &&
        !taken.subarray(at.start, at.end).includes(1),
    );
    const [first] = left;
    const last = left.at(-1);
    return first && last ? [{ at: { start: first.at.start, end: last.at.end }, name: first.value.name }] : [];
  });
}

/** What may print goals: before the first heading, and sections that are not about the past or the doers. */
export function goalPlaces({ head, sections }: Outline): (Span & { heading: boolean })[] {
  const bodies = sections.flatMap(function within(section: Section): (Span & { heading: boolean })[] {
    if (['attachment', 'organisation', 'safeguards'].includes(section.role)) return [];
    return [
      { ...section.heading, heading: true },
      { ...section.body, heading: false },
      ...section.children.flatMap(within),
    ];
  });
  return [{ ...head, heading: false }, ...bodies].filter(({ start, end }) => end > start);
}
