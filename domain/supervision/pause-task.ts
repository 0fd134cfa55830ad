import type { Instant, LocalDate } from '../plan/types.ts';
import { refusal, type Refusal } from '../refusals.ts';
import { keptWords } from './kept-words.ts';
import { dayWords } from './day-words.ts';
import { MIN_REASON, recordAct, type ActBy, type Acted } from './office-act.ts';
import type { PausedPart } from './part-request.ts';
import type { PauseTerms } from './pause.ts';
import { clearAll } from './settle.ts';
import type { Part, SupervisedState } from './types.ts';
import { deadlineOf } from './deadline-of.ts';

export interface PauseAct {
  kind: 'pause';
  until: LocalDate;
  reason: string;
  terms: PauseTerms;
}

/** Before the day that was said; `parts`: their due days from today on. */
export interface ResumeAct {
  kind: 'resume';
  reason: string;
  parts: PausedPart[];
}

/** 暂缓至某日: every coming rung ends on record; days that are left are kept, and what is late stays late. */
export function pauseTask(
  state: SupervisedState,
  { until, reason, terms }: PauseAct,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  if (state.paused) return { refused: refusal('TASK_PAUSED', { until: dayWords(state.paused.until) }) };
  if (reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  if (until <= terms.today || until > terms.planEnd || terms.isRestDay)
    return { refused: refusal('PAUSE_DATE', { date: dayWords(until), end: dayWords(terms.planEnd) }) };
  const cleared = clearAll(state, `暂缓至${dayWords(until)}`);
  const paused = {
    since: now,
    until,
    resumeAt: terms.resumeAt,
    reason: keptWords(reason.trim()),
    parts: terms.parts,
  };
  return {
    state: recordAct(
      { ...cleared.state, paused, parts: cleared.state.parts.map((part) => pausedPart(part, now)) },
      by,
      now,
      'taskPaused',
      { until, reason: paused.reason, parts: terms.parts },
      cleared.settled,
    ),
    summary: `已暂缓至${dayWords(until)},期间不发提示`,
  };
}

/** A new sequence for all that is owed: what wasn't late is reckoned anew when it goes on. */
function pausedPart(part: Part, now: Instant): Part {
  if (part.completion === 'accepted') return part;
  const deadlineSeq = part.deadlineSeq + 1;
  const duties = part.duties.flatMap((duty) => {
    if (duty.filedAt !== undefined) return [duty];
    return deadlineOf(duty).redAt <= now ? [{ ...duty, seq: deadlineSeq }] : [];
  });
  return { ...part, deadlineSeq, duties };
}

/** 恢复办理, by a person's word. */
export function resumeTask(
  state: SupervisedState,
  { reason, parts }: ResumeAct,
  by: ActBy,
  now: Instant,
): Acted | { refused: Refusal } {
  if (!state.paused) return { refused: refusal('NOT_PAUSED') };
  if (reason.trim().length < MIN_REASON) return { refused: refusal('REASON_REQUIRED') };
  const body = { reason: keptWords(reason.trim()), parts };
  return { state: recordAct(goingOn(state, parts, now), by, now, 'taskResumed', body, []), summary: '已恢复办理' };
}

const SYSTEM: ActBy = { actId: '', actor: { id: 'system', name: '系统' }, via: 'system', ownPartIds: [] };

/** The day to which it was put off has come, however late that is noticed; the state as it was where it hasn't. */
export function resumeWhenDue(state: SupervisedState, now: Instant): SupervisedState {
  const { paused } = state;
  if (!paused || now < paused.resumeAt) return state;
  const body = { until: paused.until, parts: paused.parts };
  return recordAct(goingOn(state, paused.parts, paused.resumeAt), SYSTEM, now, 'taskResumed', body, []);
}

/** Periods that fell due in between are nobody's debt; rungs that are past by now are recorded, never sent. */
function goingOn(
  { paused: _over, ...state }: SupervisedState,
  moved: PausedPart[],
  resumedAt: Instant,
): SupervisedState {
  return {
    ...state,
    resumedAt,
    scheduleSeq: state.scheduleSeq + 1,
    parts: state.parts.map((part) => {
      const dueOn = moved.find(({ partId }) => partId === part.id)?.dueOn;
      return dueOn === undefined || part.completion === 'accepted' ? part : { ...part, dueOn };
    }),
  };
}
