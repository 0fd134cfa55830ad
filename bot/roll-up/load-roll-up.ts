import { unitInList } from '../../domain/chat/unit-name.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { rollUpCycle, rollUpOf, type RollUp } from '../../domain/supervision/roll-up.ts';
import type { Part, SupervisedState } from '../../domain/supervision/types.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';
import { checkpointOf } from '../../prisma/queries/checkpoint-of.ts';
import { isBeginningOf } from '../../domain/supervision/kept-words.ts';

export interface LoadedRollUp {
  state: SupervisedState;
  /** null: no period of reports is open, or one unit is alone. */
  rollUp: RollUp | null;
  /** A part's unit as lists name it. */
  name: (partId: string) => string;
}

/** What the units of a task have said in the period that is open, with their words whole. null: no such task runs. */
export async function loadRollUp(db: Db, entityId: string, now: string): Promise<LoadedRollUp | null> {
  const checkpoint = await db.checkpoint.findUnique({ where: { entityId }, select: { state: true } });
  return checkpoint && rollUpFrom(db, checkpoint.state as unknown as SupervisedState, now);
}

export async function rollUpFrom(db: Db, state: SupervisedState, now: string): Promise<LoadedRollUp> {
  const cycle = rollUpCycle(state, now);
  const name = await unitNames(db, state);
  if (cycle === null) return { state, rollUp: null, name };
  const whole = await wholeWords(db, state.parts);
  return { state, name, rollUp: rollUpOf(state, cycle, whole) };
}

/** The same without anybody's words: who has reported, and who hasn't. null: no period of reports is open. */
export async function countReports(
  db: PrismaClient,
  entityId: string,
  now: string,
): Promise<{ state: SupervisedState; rollUp: RollUp } | null> {
  const state = ((await checkpointOf(db, entityId))?.state ?? null) as SupervisedState | null;
  const cycle = state && rollUpCycle(state, now);
  return state && cycle !== null ? { state, rollUp: rollUpOf(state, cycle, () => null) } : null;
}

/** A part's unit as lists name it. */
export async function unitNames(db: Db, state: SupervisedState): Promise<(partId: string) => string> {
  const units = await db.unit.findMany({
    where: { id: { in: state.parts.map(({ unitId }) => unitId) } },
    select: { id: true, name: true, short: true },
  });
  const known = [...state.parts, ...(state.formerParts ?? [])];
  return (partId) => {
    const unitId = known.find(({ id }) => id === partId)?.unitId;
    const unit = units.find(({ id }) => id === unitId);
    return unit ? unitInList(unit) : '';
  };
}

/** The state keeps the beginning; the inbox has all. */
async function wholeWords(db: Db, parts: Part[]): Promise<(part: Part) => string | null> {
  const items = await db.inboxItem.findMany({
    where: { id: { in: parts.flatMap(({ lastItemId }) => lastItemId ?? []) } },
    select: { id: true, reading: true },
  });
  return ({ lastItemId, lastWords }) => {
    const reading = items.find(({ id }) => id === lastItemId)?.reading as unknown as Reading | undefined;
    const words = reading && 'words' in reading ? reading.words : '';
    return lastWords !== null && isBeginningOf(lastWords, words) ? words : lastWords;
  };
}
