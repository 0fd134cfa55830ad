import { allHandlersFinished, patched, setHandler } from '@temporalio/workflow';
import { absorbPeriods } from '../domain/supervision/absorb-periods.ts';
import { applyAct } from '../domain/supervision/apply-act.ts';
import { decideIssue, nextInstant, supervisorsDue } from '../domain/supervision/decide-issue.ts';
import { mergeSchedule } from '../domain/supervision/merge-schedule.ts';
import { RULE_VERSION } from '../domain/supervision/new-state.ts';
import { resumeWhenDue } from '../domain/supervision/pause-task.ts';
import { withEvent } from '../domain/supervision/pending.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import { issuePrompts, schedule, unitsWithoutRank } from './activities.ts';
import { createAnswers } from './answers.ts';
import { createEntity, type Entity } from './entity.ts';
import { calendarChanged, decide, recordReplies, recordReply } from './messages.ts';
import { refuse } from './refuse.ts';
import type { Schedule } from '../domain/supervision/schedule.ts';
import { leanState, wholeState } from '../domain/supervision/lean-state.ts';
import { dueSlots } from '../domain/supervision/due-slots.ts';

export interface Supervised extends Entity<SupervisedState> {
  /** Rungs wait for what the office has to decide; in runs from before 23 November 2026 they ended. The patch may go with the last of these. */
  rests: boolean;
}

/** What task and phase have in common: parts that answer, an office that decides, slots that come due. */
export function createSupervised(initial: SupervisedState): Supervised {
  const rests = patched('2026-11-23-resting-rungs');
  const state = withPresentRules(wholeState(initial));
  const entity: Supervised = Object.assign(
    createEntity(state, (one) => nextInstant(one, rests), leanState),
    { rests },
  );

  const answerTo = createAnswers(entity);

  setHandler(recordReply, async (message) => {
    const answer = answerTo(message);
    await entity.recorded();
    if ('refused' in answer) throw refuse(answer.refused);
    return answer;
  });

  setHandler(recordReplies, async (messages) => {
    const answers = messages.map(answerTo);
    await entity.recorded();
    return answers;
  });

  setHandler(decide, async (message) => {
    entity.learnClock(message.offsetMs);
    const acted = applyAct(entity.state, message.act, message, entity.now());
    if ('refused' in acted) return entity.refused(message, message.act.kind, acted.refused);
    entity.state = acted.state;
    await entity.recorded();
    return { summary: acted.summary };
  });

  setHandler(calendarChanged, ({ calendarVersion }) => {
    if (calendarVersion > entity.state.calendarVersion)
      entity.state = { ...entity.state, scheduleSeq: entity.state.scheduleSeq + 1 };
  });

  return entity;
}

/**
 * A state of an older version has slots of the older rules: it asks `schedule` again, which adds what is still to
 * come. Only as a run begins, so that a running one stays as it is until it continues as new. The patch may go
 * when no run from before 24 November 2026 is open.
 */
function withPresentRules(state: SupervisedState): SupervisedState {
  if (state.ruleVersion >= RULE_VERSION || !patched('2026-11-24-rule-version')) return state;
  return { ...state, ruleVersion: RULE_VERSION, scheduleSeq: state.scheduleSeq + 1 };
}

export type Turn = 'over' | 'continue-as-new';

/** The main loop: schedule, issue, flush, wait. Ends when the entity is over or its history is long. */
export async function runSupervised(entity: Supervised): Promise<Turn> {
  for (;;) {
    if (entity.isStale()) return 'over';
    const { state } = entity;
    const over = state.status === 'closed' || state.status === 'cancelled';
    const resumed = over ? state : resumeWhenDue(state, entity.now());
    if (resumed !== state) {
      entity.state = resumed;
      continue;
    }
    if (!over && needsSchedule(entity)) {
      const made = await schedule({
        state: { ...state, pendingEvents: [], slots: [], seenItems: [] },
        now: entity.now(),
      });
      if (made.scheduleSeq === entity.state.scheduleSeq) entity.state = scheduled(entity.state, made, entity.now());
      continue;
    }
    if (!over && dueSlots(state, entity.now(), entity.rests).length > 0) {
      await issue(entity);
      continue;
    }
    if (state.pendingEvents.length > 0) {
      await entity.flushPending();
      continue;
    }
    if (over && allHandlersFinished()) return 'over';
    if (entity.mayContinueAsNew()) return 'continue-as-new';
    await entity.wait(
      over ? null : nextInstant(state, entity.rests),
      () => needsSchedule(entity) || (over && allHandlersFinished()),
    );
  }
}

/** Old debts become one from 23 November 2026 on; the patch may go when no run from before that day is open. */
function scheduled(state: SupervisedState, made: Schedule, now: string): SupervisedState {
  const merged = mergeSchedule(state, made, now);
  return patched('2026-11-23-absorb-periods') ? absorbPeriods(merged, now) : merged;
}

function needsSchedule(entity: Entity<SupervisedState>): boolean {
  const { scheduleSeq, scheduledSeq, scheduleUntil, status, paused } = entity.state;
  if (status !== 'open' || paused) return false;
  return scheduleSeq !== scheduledSeq || (scheduleUntil !== null && scheduleUntil <= entity.now());
}

async function issue(entity: Supervised): Promise<void> {
  const asked = supervisorsDue(entity.state, entity.now(), entity.rests);
  const withoutRank =
    asked.length > 0 ? await unitsWithoutRank({ entityId: entity.state.entityId, unitIds: asked }) : [];
  const now = entity.now();
  const { issued, state } = decideIssue(entity.state, now, withoutRank, entity.rests);
  entity.state = withEvent(state, {
    kind: 'rungsDue',
    actor: { id: 'system', name: '系统' },
    via: 'system',
    at: now,
    body: {
      rungs: issued.map(({ partId, duty, cycle, rung, rule, status, reason }) => ({
        partId,
        duty,
        cycle,
        rung,
        rule,
        status,
        ...(status === 'skipped' ? { reason } : {}),
      })),
    },
  });
  const { clockId, offsetMs } = state;
  await entity.flush((projection) => issuePrompts({ projection, issued, now, offsetMs, clockId }));
}
