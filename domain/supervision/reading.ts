import type { LocalDate } from '../plan/types.ts';
import type { AskExtension } from './ask-extension.ts';
import type { RollUpReading } from './confirm-roll-up.ts';
import type { SaidFigure } from './figures.ts';
import type { CorrectionReading } from './correct-report.ts';
import type { NoChangeReading } from './report-no-change.ts';
import type { WithdrawReading } from './withdraw-reply.ts';
import type { SignOffNeeded } from './part-request.ts';

/**
 * What one reply says about one part, after a button was pressed or a card confirmed. Free text becomes a
 * `report` or a `claim` only through a card.
 */
export type Reading =
  | { kind: 'receipt' }
  | { kind: 'dispute'; reason: string }
  | {
      kind: 'report';
      words: string;
      progress: number | null;
      expectedOn: LocalDate | null;
      blocker: string | null;
      done: boolean;
      /** Figures with their units; absent: none was said. */
      figures?: SaidFigure[];
      /** The writer's local day, on which the figures hold; absent: the day of receipt. */
      saidOn?: LocalDate;
      /** Item of a linked task of another plan that this repeats. */
      sharedFrom?: string;
    }
  | NoChangeReading
  /** `signOff` absent: nobody has to sign. */
  | { kind: 'claim-completion'; words: string; signOff?: SignOffNeeded; figures?: SaidFigure[]; saidOn?: LocalDate }
  | AskExtension
  | RollUpReading
  | CorrectionReading
  | WithdrawReading
  | { kind: 'coordination'; words: string }
  | { kind: 'kept-words'; words: string };

export type ReadingKind = Reading['kind'];
