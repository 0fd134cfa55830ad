import type { PlanSafeguard } from '../../plan/types.ts';
import type { Section } from '../outline-types.ts';
import type { Span } from '../types.ts';
import type { FigureText, Found } from './figure-types.ts';
import { clausesIn, sentencesIn } from './sentences.ts';

const MOST_PIECES = 4;
const OWNERS = /^[([〔【]?(?:牵头|责任|配合)(?:单位|部门)/;
const CIRCUMSTANCE = /^(?:以|在|按照|根据|围绕|通过|坚持|对|将|把)[^,;]{0,40}$/;

/** What a section of safeguards lists: each with its title and, verbatim, the beginning of what it asks. */
export function safeguardsIn(source: FigureText, sections: readonly Section[]): Found<PlanSafeguard>[] {
  return sections
    .filter(({ role }) => role === 'safeguards')
    .flatMap((section) => {
      const items = section.children.length > 0 ? section.children : [];
      return items.flatMap((item) => safeguardOf(source, item) ?? []);
    });
}

function safeguardOf(source: FigureText, { heading, whole }: Section): Found<PlanSafeguard> | null {
  const title = source.text
    .slice(heading.start, heading.end)
    .replace(/\s*\n\s*/g, '')
    .trim();
  if (title === '' || title.length > 100) return null;
  const pieces = gist(source, { start: heading.end, end: whole.end });
  const value = { title, gist: pieces.map(({ start, end }) => source.text.slice(start, end)).join(';') || title };
  return {
    value,
    at: whole,
    fields: {
      title: heading,
      ...(pieces[0] ? { gist: { start: pieces[0].start, end: pieces.at(-1)?.end ?? pieces[0].end } } : {}),
    },
  };
}

/** The first clause of each sentence that says something: its place alone if it only says how. */
function gist({ folded }: FigureText, body: Span): Span[] {
  const local = folded.slice(body.start, body.end);
  const found: Span[] = [];
  for (const sentence of sentencesIn(local)) {
    if (found.length >= MOST_PIECES) break;
    const clauses = clausesIn(local, sentence).filter(
      ({ start, end }) => end - start > 3 && !OWNERS.test(local.slice(start, end)),
    );
    const [first, second] = clauses;
    if (!first) continue;
    const how = second && CIRCUMSTANCE.test(local.slice(first.start, first.end));
    found.push({ start: first.start + body.start, end: (how ? second.end : first.end) + body.start });
  }
  return found;
}
