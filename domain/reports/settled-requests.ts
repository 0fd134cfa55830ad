import type { LocalDate } from '../plan/types.ts';
import type { SupervisedState } from '../supervision/types.ts';
import { partOfEvent, sentence, type Facts } from './facts.ts';
import type { BriefEvent, StoredSentence } from './types.ts';
import { clause, taskName } from './wording.ts';
import { taskIdOf } from '../task-entity.ts';

/**
 * What was decided since the last brief and goes to the leading group whatever became of it since: extensions granted, a
 * completion returned again (issue 6 "Completion"), and the acceptance of what the office's own host unit did (policy "Sign-off").
 */
export function settledRequests(facts: Facts): StoredSentence[] {
  return facts.tasks.flatMap((state) => {
    const events = facts.newOf(state.entityId);
    return [
      ...extensions(facts, state, events),
      ...returnedAgain(facts, state, events),
      ...hostsOwn(facts, state, events),
    ];
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A part's unit, former ones too. */
function unitOf(facts: Facts, { parts, formerParts = [] }: SupervisedState, partId: string | null): string {
  const part = [...parts, ...formerParts].find(({ id }) => id === partId);
  return part ? facts.unitName(part.unitId) : '';
}

function said(facts: Facts, state: SupervisedState, what: string, words: string, event: BriefEvent): StoredSentence {
  const partId = partOfEvent(event);
  return sentence(`changes/${what}/${state.entityId}/${event.seq}`, words, [event], facts.newest(state.entityId), {
    taskId: taskIdOf(state.entityId),
    about: [{ entityId: state.entityId, ...(partId === null ? {} : { partId }) }],
  });
}

/** 12月2日同意市科技局第(九)项“……”由12月18日延至12月28日. One that was taken back was never told to anybody. */
function extensions(facts: Facts, state: SupervisedState, events: BriefEvent[]): StoredSentence[] {
  return events.flatMap((event, at) => {
    if (event.kind !== 'extensionGranted') return [];
    const partId = partOfEvent(event);
    const undone = events.slice(at + 1).find((one) => one.kind === 'extensionUndone' && partOfEvent(one) === partId);
    if (undone) return [];
    const day = (value: unknown): string => facts.day(text(value) as LocalDate);
    const by = event.body['level'] === 'leading-group' ? '(报领导小组)' : '';
    const words = `${facts.day(event.at)}同意${unitOf(facts, state, partId)}${taskName(state)}由${day(event.body['from'])}延至${day(event.body['dueOn'])}${by}。`;
    return [said(facts, state, 'extension', words, event)];
  });
}

/** Where it is returned still, the task's own sentence says so. */
function returnedAgain(facts: Facts, state: SupervisedState, events: BriefEvent[]): StoredSentence[] {
  const last = events.findLast(({ kind, body }) => kind === 'completionReturned' && Number(body['n']) > 1);
  if (!last) return [];
  const partId = partOfEvent(last);
  const part = state.parts.find(({ id }) => id === partId);
  const isToldAlready = state.status === 'open' && part?.completion === 'returned';
  if (isToldAlready) return [];
  const reason = clause(text(last.body['reason']));
  const words = `${facts.day(last.at)}${unitOf(facts, state, partId)}${taskName(state)}的办结申请第${Number(last.body['n'])}次退回补充${reason === '' ? '' : `(${reason})`}。`;
  return [said(facts, state, 'returned', words, last)];
}

/** Accepted by the office in which it sits: put before the leading group afterwards. */
function hostsOwn(facts: Facts, state: SupervisedState, events: BriefEvent[]): StoredSentence[] {
  const own = state.parts.filter(({ unitId }) => unitId === facts.hostUnitId).map(({ id }) => id);
  if (own.length === 0) return [];
  return events.flatMap((event) => {
    const partId = partOfEvent(event);
    const parts = event.kind === 'taskAccepted' ? state.parts.filter(({ role }) => role === 'lead') : [];
    const isOwn =
      event.kind === 'completionAccepted'
        ? partId !== null && own.includes(partId)
        : parts.some(({ id }) => own.includes(id));
    if (!isOwn) return [];
    const unit = facts.unitName(facts.hostUnitId ?? '');
    const words = `${unit}承办的${taskName(state)}${facts.day(event.at)}由${event.actor.name}验收,系办公室所在单位承办,报领导小组审阅。`;
    return [said(facts, state, 'host', words, event)];
  });
}
