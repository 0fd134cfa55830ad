import type { SupervisedState } from '../supervision/types.ts';
import { ended, stateOf, type Became } from './became.ts';
import { partOfEvent, type Facts } from './facts.ts';
import type { About, BriefEvent } from './types.ts';
import { quoted, taskNumber, unique, unitsText } from './wording.ts';
import { deadlineOf } from '../supervision/deadline-of.ts';
import { standsFor } from '../supervision/stands-for.ts';

const FILES: Record<string, string[]> = {
  receipt: ['receiptGiven', 'reportFiled', 'noChangeReported', 'completionClaimed', 'replyOlder'],
  report: ['reportFiled', 'noChangeReported', 'completionClaimed', 'replyOlder'],
  completion: ['completionClaimed', 'completionAccepted', 'taskAccepted'],
};

/** The first event since the last brief that met a duty of one part; none where it is still owed. */
function met(facts: Facts, { entityId, partId, duty, cycle }: About): BriefEvent | undefined {
  const part = stateOf(facts, { entityId })?.parts.find(({ id }) => id === partId);
  const owed = part?.duties.some(
    (one) => standsFor(one, { duty, cycle }) && one.filedAt === undefined && part.completion !== 'accepted',
  );
  if (owed || duty === undefined) return undefined;
  return facts
    .newOf(entityId)
    .find(
      (event) =>
        (FILES[duty] ?? []).includes(event.kind) && (partOfEvent(event) === partId || event.kind === 'taskAccepted'),
    );
}

const DONE: Record<string, string> = { receipt: '签收', report: '报送', completion: '申请办结' };
const NOT_YET: Record<string, string> = { receipt: '仍未签收', report: '仍未报送', completion: '仍未办结' };

/** An overdue task: filed, or still not. A lagging one: by its light. */
export function lateBecame(facts: Facts, about: About[]): Became {
  const [first] = about;
  const state = stateOf(facts, first);
  if (!first || !state) return { text: '事项已不在方案中。', sources: [] };
  const over = ended(facts, state);
  if (over) return over;
  if (first.duty !== undefined) return dueBecame(facts, about);
  const light = facts.lines.find(({ line }) => `task/${line.taskId}` === state.entityId)?.line;
  const late = light?.light === 'red' || light?.light === 'yellow';
  return {
    text: late ? `仍${light.label},见本期逾期滞后。` : `已转为${light?.label ?? '正常'}。`,
    sources: [facts.newest(state.entityId)],
  };
}

/** Duties that were to be met: who has, who hasn't. */
export function dueBecame(facts: Facts, about: About[]): Became {
  const seen = about.map((one) => ({ one, event: met(facts, one), state: stateOf(facts, one) }));
  const isDone = ({ event, state, one }: (typeof seen)[number]): boolean =>
    event !== undefined ||
    state === undefined ||
    state.status === 'closed' ||
    state.status === 'cancelled' ||
    !isOwed(state, one);
  const done = seen.filter(isDone);
  const open = seen.filter((one) => !isDone(one));
  const events = done.flatMap(({ event }) => (event ? [event] : []));
  const last = events
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const duty = about[0]?.duty ?? 'report';
  const wasLate = events.some(({ body }) => body['late'] === true);
  const when = last === undefined ? '' : `${facts.day(last)}${about.length > 1 && done.length > 1 ? '前' : ''}`;
  const doneText = `${wasLate ? '逾期后' : ''}${DONE[duty] ?? '办理'}`;
  const sources = [...events, ...open.flatMap(({ one }) => facts.newest(one.entityId))];
  if (open.length === 0)
    return { text: `已于${when === '' ? '本期' : when}${about.length > 1 ? '全部' : ''}${doneText}。`, sources };
  const late = overdueNow(
    facts,
    open.map(({ one }) => one),
  );
  const not = late ? (NOT_YET[duty] ?? '仍未办理') : '尚未到期,待办';
  if (done.length === 0) return { text: `${not}${late ? ',见本期逾期滞后' : ''}。`, sources };
  const oneTask = new Set(about.map(({ entityId }) => entityId)).size === 1;
  const missing = unique(open.map((one) => missingName(facts, one, oneTask)));
  return { text: `${about.length}份中已${doneText}${done.length}份;${unitsText(missing, 5)}${not}。`, sources };
}

/** The unit, and where several tasks are spoken of, which one. */
function missingName(
  facts: Facts,
  { one, state }: { one: About; state: SupervisedState | undefined },
  oneTask: boolean,
): string {
  const part = state?.parts.find(({ id }) => id === one.partId);
  const unit = part ? facts.unitName(part.unitId) : '';
  if (state?.kind === 'phase') return `${unit}${quoted(part?.title ?? '', 16)}`;
  return oneTask || state === undefined ? unit : `${unit}${taskNumber(state)}`;
}

function isOwed(state: SupervisedState, { partId, duty, cycle }: About): boolean {
  const part = state.parts.find(({ id }) => id === partId);
  if (!part || part.completion === 'accepted') return false;
  return part.duties.some((one) => standsFor(one, { duty, cycle }) && one.filedAt === undefined);
}

const overdueNow = (facts: Facts, about: About[]): boolean =>
  about.some((one) => {
    const part = stateOf(facts, one)?.parts.find(({ id }) => id === one.partId);
    return part?.duties.some((duty) => standsFor(duty, one) && deadlineOf(duty).redAt <= facts.cutoff) ?? false;
  });
