import { cutWords } from '../../domain/supervision/cut-words.ts';
import { compilerOf } from '../../domain/supervision/roll-up.ts';
import { loadRollUp } from '../roll-up/load-roll-up.ts';
import { localDay } from '../../domain/chat/local-text.ts';
import { rollUpDraft } from '../../domain/chat/roll-up-text.ts';
import { decideTask } from './decide-task.ts';
import type { DeskActor, DeskDeps, DeskResult } from './deps.ts';
import { findRunningTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';

/** As the workflow takes them. */
const WORDS_MAX = 2_000;

export interface RollUpAsked {
  taskId: string;
  /** Own words in the draft's place; absent: the draft as it is now. */
  words?: string | undefined;
  /** What the draft was made of and when, where a person has seen one; what came later isn't in it. */
  seen?: { cycle: string; from: string[]; asOf: string; progress: number | null } | undefined;
}

/**
 * 登记汇总, by a member of the unit that adds up, or by the office where no subordinate unit leads. Throws RefusedError
 * ROLL_UP_ALONE, ROLL_UP_CHANGED, ROLL_UP_NO_PERIOD, ROLL_UP_NONE_IN, ROLL_UP_NOT_YOURS, TEXT_EMPTY, TASK_CLOSED.
 */
export async function confirmRollUp(
  deps: DeskDeps,
  actor: DeskActor,
  { taskId, words, seen }: RollUpAsked,
): Promise<DeskResult> {
  const found = await findRunningTask(deps, actor, taskId, 'roll-up');
  const { row, state, now, policy, entityId } = found;
  const refuse = (
    code: 'ROLL_UP_ALONE' | 'ROLL_UP_NO_PERIOD' | 'ROLL_UP_NOT_YOURS' | 'ROLL_UP_CHANGED' | 'TEXT_EMPTY',
  ) => refuseRecorded(deps, actor, row.id, 'roll-up', code);
  const part = compilerOf(state);
  const isMine =
    part === null
      ? actor.grants.some(({ role }) => role === 'coordinator')
      : actor.memberships.some(({ unitId }) => unitId === part.unitId);
  if (!isMine) return refuse('ROLL_UP_NOT_YOURS');
  if (state.parts.length < 2) return refuse('ROLL_UP_ALONE');
  const loaded = await loadRollUp(deps.prisma, entityId, now);
  const rollUp = loaded?.rollUp;
  if (!loaded || !rollUp) return refuse('ROLL_UP_NO_PERIOD');
  if (words !== undefined && words.trim() === '') return refuse('TEXT_EMPTY');
  // The draft goes in as it was seen, or with a person's own words: never as nobody has read it.
  const isNewer = state.parts.some(({ lastReportAt }) => seen && lastReportAt !== null && lastReportAt > seen.asOf);
  if (words === undefined && isNewer) return refuse('ROLL_UP_CHANGED');
  const told = [...(rollUp.own ? [rollUp.own] : []), ...rollUp.reported];
  const draft = rollUpDraft(rollUp, loaded.name, localDay(now, policy.values.zone)).join('\n');
  return decideTask(deps, actor, found, {
    kind: 'roll-up',
    partId: part?.id ?? null,
    cycle: seen?.cycle ?? rollUp.cycle,
    words: cutWords((words ?? draft).trim(), WORDS_MAX),
    progress: seen ? seen.progress : (rollUp.progress?.mean ?? null),
    from: seen?.from ?? told.map(({ partId }) => partId),
    asOf: seen && seen.asOf < now ? seen.asOf : now,
  });
}
