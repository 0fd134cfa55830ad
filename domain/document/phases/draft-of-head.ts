import type { Span } from '../types.ts';
import type { DraftPhase } from './draft-phase.ts';
import { phaseHead, type PhaseHead } from './phase-head.ts';
import { PHASE_WORD } from './phase-words.ts';

/** A piece of text that may be a phase. */
export interface PhasePiece {
  /** From the first word behind its number to the end of its work. */
  whole: Span;
  /** Where its heading ends. */
  headingEnd: number;
}

export interface ReadPiece extends PhasePiece {
  head: PhaseHead;
  /** Its head calls it a stage. */
  staged: boolean;
  dated: boolean;
  /** Its name is a word of the genre. */
  worded: boolean;
}

const moved = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

export function readPiece(simplified: string, piece: PhasePiece, year: number | null): ReadPiece {
  const { whole, headingEnd } = piece;
  const text = simplified.slice(whole.start, whole.end);
  const head = phaseHead(text, headingEnd - whole.start, year);
  const name = head.name ? text.slice(head.name.start, head.name.end) : '';
  return {
    ...piece,
    head,
    staged: head.stage !== null || /阶段|环节$/.test(name),
    dated: head.window !== null || head.undated,
    worded: PHASE_WORD.test(name),
  };
}

/** What a piece is named: by its name, else its stage, else its window. */
export function draftOfPiece({ head, whole, headingEnd }: ReadPiece): DraftPhase {
  const by = whole.start;
  const name = head.name ?? head.stage ?? head.window?.at ?? { start: 0, end: headingEnd - by };
  return {
    name: moved(name, by),
    start: head.window?.from ?? null,
    end: head.window?.to ?? null,
    dates: head.window ? moved(head.window.at, by) : null,
    yearless: head.window?.yearless ?? false,
    doubt: head.doubt,
    body: { start: Math.min(whole.end, by + head.end), end: whole.end },
  };
}

/**
 * The phases among pieces side by side, all of a kind: two at least that are called stages or have a window. `strict`:
 * outside a section of phases a window alone says nothing.
 */
export function phasesOf(pieces: readonly ReadPiece[], strict: boolean): DraftPhase[] {
  const sure = pieces.filter((one) => one.staged || (one.dated && (one.worded || !strict)));
  if (sure.length < 2) return [];
  if (strict && (sure.length < pieces.length || !sure.some(({ dated }) => dated))) return [];
  // Days up to which reports are due run from nowhere; phases follow each other.
  if (strict && sure.every(({ staged, head }) => !staged && (head.window?.from ?? null) === null)) return [];
  // One of them may have lost its window; its word shows that it is one of them.
  const kept = pieces.filter((one) => sure.includes(one) || (one.worded && sure.length * 2 > pieces.length));
  return kept.map(draftOfPiece);
}
