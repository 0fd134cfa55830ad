import type { CleanText } from './clean-text.ts';
import type { Outline, Section, SectionRole } from './outline-types.ts';
import type { SourceDocument } from './types.ts';
import { headingsIn, type Heading } from './outline/find-headings.ts';
import { tailFrom } from './outline/find-tail.ts';
import { chineseNumber } from './outline/number-mark.ts';
import { paragraphsOf, type Paragraph } from './outline/paragraphs.ts';
import { roleOf } from './outline/section-role.ts';
import { tablesOf } from './outline/tables.ts';

const COUNT = /([二三四五六七八九十]{1,3}|\d{1,2})(?:大|项|个|条|方面)/;

/** A heading that announces N things and has one plain child more: the first is its sub-title. */
function withoutSubtitle(section: Section, simplified: string): Section {
  const [first, ...others] = section.children;
  const said = COUNT.exec(simplified.slice(section.heading.start, section.heading.end))?.[1];
  if (!first || said === undefined || first.no !== null) return section;
  const announced = /^\d/.test(said) ? Number(said) : chineseNumber(said);
  if (others.length !== announced || first.children.length > 0) return section;
  return { ...section, body: { start: section.body.start, end: first.whole.end }, children: others };
}

interface Frame {
  headings: readonly Heading[];
  paragraphs: readonly Paragraph[];
  text: string;
  simplified: string;
  end: number;
}

/** The sections from heading `from` up to heading `to`, which stand under one parent. */
function sectionsOf(
  frame: Frame,
  range: { from: number; to: number },
  level: number,
  role: SectionRole | null,
): Section[] {
  const { headings, paragraphs, text, simplified, end } = frame;
  const startOf = (index: number): number => paragraphs[headings[index]?.at ?? -1]?.start ?? end;
  const sections: Section[] = [];
  for (let index = range.from; index < range.to;) {
    const heading = headings[index];
    if (!heading) break;
    let next = index + 1;
    while (next < range.to && (headings[next]?.rank ?? 0) > heading.rank) next++;
    const own = roleOf(simplified.slice(heading.span.start, heading.span.end), level === 1 ? null : role);
    const children = sectionsOf(frame, { from: index + 1, to: next }, level + 1, own);
    const whole = { start: startOf(index), end: next < headings.length ? Math.min(startOf(next), end) : end };
    const body = { start: heading.bodyFrom, end: children[0]?.whole.start ?? whole.end };
    sections.push(
      withoutSubtitle(
        {
          no: heading.no === null ? null : text.slice(whole.start, whole.start + heading.no.length),
          level,
          heading: heading.span,
          body,
          whole,
          role: own,
          children,
        },
        simplified,
      ),
    );
    index = next;
  }
  return sections;
}

/**
 * Sections, tables, head and tail of a document. `after`: where its title ends, so that no line above it is taken
 * for a heading.
 */
export function outline(clean: CleanText, blocks: SourceDocument['blocks'], after = 0): Outline {
  const { simplified } = clean;
  const tables = tablesOf(clean, blocks);
  const paragraphs = paragraphsOf(
    clean,
    blocks,
    tables.map(({ span }) => span),
  );
  const first = paragraphs.findIndex(({ start }) => start >= after);
  const to = tailFrom(paragraphs);
  const headings = first < 0 ? [] : headingsIn(paragraphs, first, to);
  const end = paragraphs[to]?.start ?? simplified.length;
  const sections = sectionsOf(
    { headings, paragraphs, text: clean.text, simplified, end },
    { from: 0, to: headings.length },
    1,
    null,
  );
  const begin = sections[0]?.whole.start ?? Math.min(end, tables[0]?.span.start ?? end);
  return { head: { start: 0, end: begin }, sections, tables, tail: { start: end, end: simplified.length } };
}
