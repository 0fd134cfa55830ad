import type { PrintedDate } from '../plan/types.ts';
import type { CleanText } from './clean-text.ts';
import type { PlanYear } from './head/plan-year.ts';
import type { Outline, Section } from './outline-types.ts';
import type { Span } from './types.ts';
import { announcements } from './phases/announcements.ts';
import { phasesOf, readPiece, draftOfPiece, type ReadPiece } from './phases/draft-of-head.ts';
import type { DraftPhase } from './phases/draft-phase.ts';
import { runningPieces } from './phases/running-phases.ts';
import { sentencePhases } from './phases/sentence-phases.ts';
import { settleYears } from './phases/settle-years.ts';
import { tablePhases } from './phases/table-phases.ts';

interface Text {
  simplified: string;
  /** Meant by dates that print none. */
  year: number;
}

const pieceOf = ({ simplified, year }: Text, { heading, whole }: Section): ReadPiece =>
  readPiece(simplified, { whole: { start: heading.start, end: whole.end }, headingEnd: heading.end }, year);

/** Phases in running text: by their marks, else by windows and names side by side in a sentence. */
function inText({ simplified, year }: Text, text: Span): DraftPhase[] {
  const pieces = runningPieces(simplified, text, year);
  if (pieces.length >= 2) return pieces.map(draftOfPiece);
  const side = sentencePhases(simplified, text, year);
  return side.length >= 2 ? side : [];
}

/** The phases of a section for them: its headings, its text, or those of a section in it (步骤 beside 方法). */
function inSection(text: Text, section: Section): DraftPhase[] {
  const pieces = section.children.map((child) => pieceOf(text, child));
  const listed = phasesOf(pieces, false);
  if (listed.length >= 2) {
    if (pieces.some(({ head }) => head.stage === null)) return listed;
    // Where each is a 第N阶段 the outline may have missed one.
    const staged = runningPieces(text.simplified, section.whole, text.year);
    const more = staged.length > listed.length && staged.every(({ head, dated }) => head.stage !== null && dated);
    return more ? staged.map(draftOfPiece) : listed;
  }
  const running = inText(text, section.children.length > 0 ? section.body : section.whole);
  if (running.length >= 2) return running;
  for (const child of section.children) {
    const deeper = inSection(text, child);
    if (deeper.length >= 2) return deeper;
  }
  return inText(text, section.whole);
}

const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.children)]);

/** Headings side by side that are all phases, in a section that isn't called so (组织实施), or at the highest level. */
function unheaded(text: Text, sections: readonly Section[]): DraftPhase[] {
  for (const { role, children } of allSections(sections)) {
    if (role === 'tasks' || role === 'goals' || role === 'attachment' || children.length < 2) continue;
    const found = phasesOf(
      children.map((child) => pieceOf(text, child)),
      true,
    );
    if (found.length >= 2) return found;
  }
  // 第一阶段:…,2009.3—2009.6 on lines of their own under any other heading.
  for (const { role, whole } of sections) {
    if (role === 'tasks' || role === 'goals' || role === 'attachment') continue;
    const pieces = runningPieces(text.simplified, whole, text.year);
    if (pieces.length >= 2 && pieces.every(({ head, dated }) => head.stage !== null && dated))
      return pieces.map(draftOfPiece);
  }
  for (const siblings of [sections, ...sections.map(({ children }) => children)]) {
    const staged = siblings.map((child) => pieceOf(text, child)).filter((piece) => piece.staged);
    if (staged.length >= 2 && staged.some(({ dated }) => dated)) return staged.map(draftOfPiece);
  }
  return [];
}

/** How far behind 分三个阶段 its phases may stand. */
const LONGEST_REGION = 4000;
/** A plan announces its phases once; whoever says it more often speaks of something else. */
const MOST_ANNOUNCED = 6;

/** `工作分三个阶段:` and as many phases behind it, under whatever heading. */
function announced(text: Text, { sections, tail }: Outline): DraftPhase[] {
  const leaves = allSections(sections);
  for (const { at, count } of announcements(text.simplified).slice(0, MOST_ANNOUNCED)) {
    const start = text.simplified.lastIndexOf('\n', at.start) + 1;
    // A numbered paragraph speaks of a step of its own task.
    if (leaves.some(({ whole, no }) => no !== null && whole.start === start)) continue;
    const ends = leaves.map(({ whole }) => whole.start).filter((place) => place > at.start);
    const end = Math.min(...ends, tail.start > start ? tail.start : Infinity, at.start + LONGEST_REGION);
    const phases = inText(text, { start, end: Math.min(end, text.simplified.length) });
    if (phases.length === count) return phases;
  }
  return [];
}

function printedPhases(text: Text, outline: Outline): DraftPhase[] {
  const { sections } = outline;
  const tabled = tablePhases(outline, text.simplified, text.year);
  if (tabled.length >= 2) return tabled;
  const inRole = sections.flatMap(function within(section): Section[] {
    return section.role === 'phases' ? [section] : section.children.flatMap(within);
  });
  for (const section of inRole) {
    const found = inSection(text, section);
    if (found.length >= 2) return found;
  }
  const others = unheaded(text, sections);
  return others.length >= 2 ? others : announced(text, outline);
}

/** Stands for the year while phases are told from other text; no date of it is kept. */
const NO_YEAR = 2000;

/** A window whose year nobody printed has no dates, only its place. */
const withoutYear = (phase: DraftPhase): DraftPhase =>
  phase.yearless ? { ...phase, start: null, end: null, doubt: 'no-year' } : phase;

const isYear = (date: PrintedDate | null): boolean => date?.length === 4;

/** A phase of whole years runs from a January to a December. */
const inMonths = (phase: DraftPhase): DraftPhase => ({
  ...phase,
  start: isYear(phase.start) ? `${phase.start}-01` : phase.start,
  end: isYear(phase.end) ? `${phase.end}-12` : phase.end,
});

/**
 * The plan's phases as printed, in order. `year`: meant by dates without one, `guessed` where only the text names it;
 * `issuedOn` tells which year a month means that the one before doesn't.
 */
export function findPhases(
  outline: Outline,
  { simplified }: CleanText,
  { year, guessed, issuedOn }: PlanYear & { issuedOn: PrintedDate | null },
): DraftPhase[] {
  const found = printedPhases({ simplified, year: year ?? NO_YEAR }, outline);
  if (year === null) return found.map(withoutYear).map(inMonths);
  return settleYears(found, issuedOn)
    .map(inMonths)
    .map((phase) => (guessed && phase.yearless && phase.doubt === null ? { ...phase, doubt: 'year-guessed' } : phase));
}
