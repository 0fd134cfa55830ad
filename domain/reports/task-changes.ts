import { cycleText } from '../chat/local-text.ts';
import { tallyOf, tallyText } from '../supervision/sub-items.ts';
import type { SupervisedState } from '../supervision/types.ts';
import { resolvedBlockers } from './blockers.ts';
import { partOfEvent, sentence, type Facts } from './facts.ts';
import { partChange, type PartChange } from './part-changes.ts';
import type { BriefEvent, StoredSentence } from './types.ts';
import { clause, quoted, taskName, unique, unitsText } from './wording.ts';
import { taskIdOf } from '../task-entity.ts';

/** What one task's events since the last brief come to: one sentence with the net change, or none. */
export function taskChange(facts: Facts, state: SupervisedState): StoredSentence[] {
  const events = facts.newOf(state.entityId);
  if (events.length === 0) return [];
  const whole = wholeTask(facts, state, events);
  const parts = whole.closed
    ? []
    : [...state.parts]
        .sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'))
        .flatMap((part) => partChange(facts, part, events) ?? []);
  const solved = whole.closed ? [] : resolvedBlockers(facts, state);
  const rollUp = whole.closed ? null : rollUpChange(facts, state, events);
  const clauses = [
    ...whole.clauses,
    ...(rollUp ? [rollUp.clause] : []),
    ...partClauses(facts, parts),
    ...solved.map(({ unitId }) => `${facts.unitName(unitId)}原报问题本期未再列报`),
  ];
  if (clauses.length === 0) return [];
  return [
    sentence(
      `changes/${state.entityId}`,
      `${taskName(state)}${whole.clauses.length > 0 ? '' : ':'}${clauses.join(';')}。`,
      [
        ...whole.events,
        ...(rollUp ? [rollUp.event] : []),
        ...parts.flatMap((change) => change.events),
        ...solved.map(({ event }) => event),
      ],
      facts.newest(state.entityId),
      { taskId: taskIdOf(state.entityId), about: [{ entityId: state.entityId }] },
    ),
  ];
}

/** What the unit that adds up has confirmed, before what each unit said. */
function rollUpChange(
  facts: Facts,
  state: SupervisedState,
  events: BriefEvent[],
): { clause: string; event: BriefEvent } | null {
  const event = events.findLast(({ kind }) => kind === 'rollUpConfirmed');
  if (!event) return null;
  const { words, from, missing, cycle } = event.body;
  const part = state.parts.find(({ id }) => id === partOfEvent(event));
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
  const lacks = count(missing) > 0 ? `,缺${count(missing)}家` : '';
  const said = typeof words === 'string' ? `:${quoted(clause(words), 120)}` : '';
  return {
    clause: `${part ? facts.unitName(part.unitId) : '办公室'}${facts.day(event.at)}汇总${cycleText(typeof cycle === 'string' ? cycle : '')}(${count(from)}家${lacks})${said}`,
    event,
  };
}

interface Whole {
  clauses: string[];
  events: BriefEvent[];
  closed: boolean;
}

/** What was decided about the task itself. */
function wholeTask(facts: Facts, state: SupervisedState, events: BriefEvent[]): Whole {
  const lastOf = (kind: string): BriefEvent | undefined => events.findLast((event) => event.kind === kind);
  const accepted =
    lastOf('taskAccepted') ??
    events.findLast(({ kind, body }) => kind === 'completionAccepted' && body['closes'] === true);
  if (accepted) {
    const claims = events.filter(({ kind }) => kind === 'completionClaimed');
    return { clauses: [`${facts.day(accepted.at)}验收办结`], events: [...claims, accepted], closed: true };
  }
  const cancelled = lastOf('taskCancelled');
  if (cancelled) {
    const reason = clause(typeof cancelled.body['reason'] === 'string' ? cancelled.body['reason'] : '');
    return {
      clauses: [`${facts.day(cancelled.at)}取消${reason === '' ? '' : `(${reason})`}`],
      events: [cancelled],
      closed: true,
    };
  }
  const opted = lastOf('optedIn');
  const assigned = events.filter(({ kind }) => kind === 'unitsAssigned');
  const moved = events.filter(({ kind }) => kind === 'partReassigned' || kind === 'partMerged');
  const broken = events.filter(({ kind }) => kind.startsWith('subItem'));
  const added = broken.filter(({ kind }) => kind === 'subItemAdded').length;
  const tally = broken.length > 0 ? tallyText(tallyOf(subItemsOf(facts, state))) : null;
  const units = unique(
    assigned
      .flatMap(({ body }) => (Array.isArray(body['parts']) ? (body['parts'] as { unitId: string }[]) : []))
      .map(({ unitId }) => facts.unitName(unitId)),
  );
  return {
    clauses: [
      ...(opted ? [`${facts.day(opted.at)}列为选定事项`] : []),
      ...(units.length > 0 ? [`明确由${unitsText(units)}承办`] : []),
      ...moved.map((event) => movedText(facts, event)),
      ...(added > 0 ? [`新列分解任务${added}项`] : []),
      ...(tally !== null && added < broken.length ? [tally] : []),
    ],
    events: [...(opted ? [opted] : []), ...assigned, ...moved, ...broken],
    closed: state.status === 'closed' || state.status === 'cancelled',
  };
}

const subItemsOf = ({ tasks, parents }: Facts, { entityId }: SupervisedState): SupervisedState[] =>
  tasks.filter((one) => parents?.get(one.entityId) === entityId);

/** 7月13日由市科技局改由市公安局承办 */
function movedText(facts: Facts, { at, kind, body }: BriefEvent): string {
  const name = (value: unknown): string => (typeof value === 'string' ? value : '');
  const [from, to] = [name(body['from']), name(body['to'])];
  return kind === 'partMerged' ? `${facts.day(at)}${from}承办部分并入${to}` : `${facts.day(at)}由${from}改由${to}承办`;
}

/** More responsible units than this are told in one clause when all that they say is a figure; each stays a source. */
const SAID_EACH = 2;

/** Lead units one by one, and the others too while they are few or something was decided about them. */
function partClauses(facts: Facts, changes: PartChange[]): string[] {
  const inOne = changes.filter(({ part, progress }) => part.role === 'responsible' && progress !== null);
  const [kept, summed] =
    inOne.length > SAID_EACH ? [changes.filter((one) => !inOne.includes(one)), inOne] : [changes, []];
  const figures = summed.flatMap(({ progress }) => progress ?? []);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return [
    ...kept.map(({ part, text }) => `${facts.unitName(part.unitId)}${text}`),
    ...(summed.length > 0 ? [`责任单位${summed.length}个报送,进度${least === most ? '' : `${least}%至`}${most}%`] : []),
  ];
}
