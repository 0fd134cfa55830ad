import type { PlanBody, PlanRecurring, PlanSafeguard } from '../../plan/types.ts';
import type { CleanText } from '../clean-text.ts';
import type { Outline, Section } from '../outline-types.ts';
import type { Span } from '../types.ts';
import { bodiesIn } from './bodies.ts';
import type { FigureText, Found, FoundTarget } from './figure-types.ts';
import { foldWidth } from './fold-width.ts';
import { readTargets } from './read-targets.ts';
import { recurringIn } from './recurring.ts';
import { safeguardsIn } from './safeguards.ts';
import { withoutAsides } from './without-asides.ts';

/** What a plan wants reached, kept up and who steers it. Places are of the clean text. */
export interface Figures {
  targets: FoundTarget[];
  bodies: Found<PlanBody>[];
  recurring: Found<PlanRecurring>[];
  safeguards: Found<PlanSafeguard>[];
}

/** The clean text as the readers of figures want it; `issuedOn` and `title` as the head was read. */
export function figureText(
  { text, simplified }: CleanText,
  head: { title: string; issuedOn: string | null },
): FigureText {
  const years = [...head.title.matchAll(/(?<!\d)(?:19|20)\d{2}(?=年(?!\s*[-—–~至]))/g)].map(([year]) => year);
  const several = /[-—–~至]\s*(?:19|20)\d{2}|[一二三四五]年/.test(head.title);
  return {
    text,
    folded: withoutAsides(foldWidth(simplified)),
    year: years.length === 1 && !several ? (years[0] ?? null) : null,
    issuedYear: head.issuedOn === null ? null : Number(head.issuedOn.slice(0, 4)),
  };
}

/** Reads all four kinds. `phaseBodies`: what stands under each printed phase. Total and linear. */
export function readFigures(source: FigureText, outline: Outline, phaseBodies: readonly Span[]): Figures {
  const sections = outline.sections.flatMap(function all(section): Section[] {
    return [section, ...section.children.flatMap(all)];
  });
  const bodies: Span[] = sections.map(({ body }) => body);
  const duties = sections
    .filter(({ role }) => role !== 'aims' && role !== 'attachment' && role !== 'phases')
    .flatMap(({ body }) => recurringIn(source, body));
  const seen = new Set(duties.map(({ at }) => at.start));
  // What comes back in one phase is not what comes back in another.
  const inPhases = phaseBodies.flatMap((body) => recurringIn(source, body)).filter(({ at }) => !seen.has(at.start));
  return {
    targets: readTargets(source, outline),
    bodies: bodiesIn(source, bodies),
    recurring: [...distinct(duties, ({ value }) => `${value.what} ${value.every}`), ...inPhases].toSorted(
      (a, b) => a.at.start - b.at.start,
    ),
    safeguards: safeguardsIn(source, sections),
  };
}

/** The first of each; a thing said twice is one. */
export function distinct<Item>(items: Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = key(item);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
