import type { Instant } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { cutWords } from './cut-words.ts';
import { fileDuties } from './file-duties.ts';
import { recordAct, type ActBy, type Acted } from './office-act.ts';
import { compilerOf, rolledUpOf, rollUpOf, type RolledUp } from './roll-up.ts';
import { replacePart } from './settle.ts';
import type { Part, SettledRungs, SupervisedState } from './types.ts';

/** What a person confirmed: the draft's words, or their own in its place. */
export interface RollUpReading {
  kind: 'roll-up';
  cycle: string;
  words: string;
  /** The mean that the draft showed; null where nobody gave a figure. */
  progress: number | null;
  from: string[];
  /** When the draft was made. */
  asOf: Instant;
}

/** The same from page, command line or the office's chat. `partId` null: the office compiles. */
export interface RollUpAct extends RollUpReading {
  partId: string | null;
}

interface Confirmation {
  /** The compiling part; null: the office. */
  part: Part | null;
  reading: RollUpReading;
  receivedAt: Instant;
  /** Puts the Event on record. */
  record: (
    state: SupervisedState,
    kind: string,
    body: Record<string, unknown>,
    settled: SettledRungs[],
  ) => SupervisedState;
}

const WORDS_KEPT = 600;

/**
 * The roll-up of one period takes the place of an earlier one: it is made of the parts each time, so nothing counts
 * twice. The compiling unit's own report of the period is filed by it; its progress stays what it last said itself.
 */
export function confirmRollUp(
  state: SupervisedState,
  { part, reading, receivedAt, record }: Confirmation,
): { state: SupervisedState; summary: string } | { refused: Refusal } {
  const { cycle, words, progress, asOf } = reading;
  if (state.parts.length < 2) return { refused: refusal('ROLL_UP_ALONE') };
  if ((compilerOf(state)?.id ?? null) !== (part?.id ?? null)) return { refused: refusal('ROLL_UP_NOT_YOURS') };
  if (words.trim() === '') return { refused: refusal('TEXT_EMPTY') };
  const now = rollUpOf(state, cycle);
  if (now.asked === 0) return { refused: refusal('ROLL_UP_NO_PERIOD') };
  const known = [...state.parts, ...(state.formerParts ?? [])];
  // Nobody is counted in who has not filed; a part that was taken away since the draft had.
  const from = reading.from.filter(
    (id) => known.some((one) => one.id === id) && !now.missing.some(({ partId }) => partId === id),
  );
  if (from.length === 0) return { refused: refusal('ROLL_UP_NONE_IN') };
  const before = rolledUpOf(state, cycle);
  const body = { partId: part?.id ?? null, cycle, words, progress, from, asOf };
  if (before !== null && before.asOf > asOf)
    return {
      state: record(state, 'rollUpOlder', body, []),
      summary: '已留存。此后已有更新的汇总,未作改动。',
    };
  const n = (before?.n ?? 0) + 1;
  const rolledUp: RolledUp = { cycle, at: receivedAt, asOf, from, n, progress, words: cutWords(words, WORDS_KEPT) };
  const missing = now.missing.map(({ partId }) => partId);
  const filed = part ? fileDuties(state, part.id, ['receipt', 'report'], receivedAt, '已汇总报送') : null;
  const next = part
    ? replacePart(filed?.state ?? state, part.id, (p) => ({
        ...p,
        rolledUp,
        receiptAt: p.receiptAt ?? receivedAt,
        // A report of its own stays the newer word about itself.
        ...(filed && filed.filed.length > 0 ? { lastReportAt: receivedAt } : {}),
        recovering: p.recovering || (filed?.wasRed ?? false),
      }))
    : { ...state, rolledUp };
  return {
    state: record(
      next,
      'rollUpConfirmed',
      { ...body, missing, n, ...(filed ? { filed: filed.filed, late: filed.late } : {}) },
      filed?.settled ?? [],
    ),
    summary: `已登记:汇总(${from.length}家${missing.length > 0 ? `,缺${missing.length}家` : ''})`,
  };
}

/** The same as an act at the desk: of the office, or of a member of the compiling unit. */
export function rollUpAtDesk(
  state: SupervisedState,
  { partId, ...reading }: RollUpAct,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  const part = state.parts.find(({ id }) => id === partId);
  if (partId !== null && !part) return { refused: refusal('PART_UNKNOWN', { unit: partId }) };
  return confirmRollUp(state, {
    part: part ?? null,
    reading,
    receivedAt: now,
    record: (next, kind, body, settled) => recordAct(next, by, now, kind, body, settled),
  });
}
