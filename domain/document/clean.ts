import { withLabelColons } from './clean/label-colons.ts';
import type { CleanText } from './clean-text.ts';
import type { SourceDocument } from './types.ts';
import { draftOf, edited, type Draft, type Edit } from './clean/edit-text.ts';
import { brokenLines, runTogether } from './clean/join-broken-lines.ts';
import { withDrawnTables } from './clean/drawn-tables.ts';
import { controls, looseBlanks, questionMarks, spacedLetters } from './clean/remove-controls.ts';
import { doubledCopy } from './clean/remove-copies.ts';
import { menus } from './clean/remove-menus.ts';
import { countedPageMarkers, printedPageMarkers } from './clean/remove-page-markers.ts';
import { readings } from './clean/remove-readings.ts';

/** An article may stand three times on a page (for the screen, for print, for the telephone). */
const MOST_COPIES = 4;

// In this order: markers hide that two copies are equal, copies and menus part what a broken line joins.
const PASSES: ((draft: Draft) => Edit[])[] = [
  questionMarks,
  readings,
  printedPageMarkers,
  countedPageMarkers,
  ...Array.from({ length: MOST_COPIES }, () => doubledCopy),
  menus,
  runTogether,
  spacedLetters,
  looseBlanks,
  brokenLines,
];

/** The document without its noise; every removal is a note. Linear in the length of the text. */
export function clean({ text }: Pick<SourceDocument, 'text'>): CleanText {
  const raw = draftOf(text);
  const drawn = withDrawnTables(edited(raw, controls(raw)));
  return PASSES.reduce((draft, pass) => edited(draft, pass(draft)), {
    ...drawn,
    simplified: withLabelColons(drawn.simplified),
  });
}
