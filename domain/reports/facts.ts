import { localDateOf } from '../calendar/local-time.ts';
import { dayText } from '../chat/local-text.ts';
import type { Instant, LocalDate } from '../plan/types.ts';
import { board, type BoardLine } from '../supervision/board.ts';
import { countedLines, treeLines } from '../supervision/tree-lights.ts';
import type { SupervisedState } from '../supervision/types.ts';
import type { About, BriefEvent, BriefInput, BriefSource, EventRef, StoredSentence } from './types.ts';
import { taskEntityId, taskIdOf } from '../task-entity.ts';

/** The input with what every section asks of it. */
export interface Facts extends BriefInput {
  /** The cut-off's local day. */
  today: LocalDate;
  /** One a task that isn't cancelled, with its light on the day. */
  lines: { line: BoardLine; state: SupervisedState }[];
  /** Those that the counts speak of: a task with the worst of its sub-items, which count with it. */
  counted: { line: BoardLine; state: SupervisedState }[];
  /** 11月20日, of an instant or a local day. */
  day: (at: Instant) => string;
  localDay: (at: Instant) => LocalDate;
  /** An entity's events, oldest first. */
  eventsOf: (entityId: string) => BriefEvent[];
  /** Those after the previous brief. */
  newOf: (entityId: string) => BriefEvent[];
  /** The newest event that the state of an entity stands on. */
  newest: (entityId: string) => EventRef;
  /** Was a sentence about this in the previous brief, and left in it? */
  saidBefore: (sentenceId: string) => boolean;
}

/** Events that no person would call something that happened, where there is any other. */
const MACHINERY = ['scheduled', 'rungsSkipped', 'rungsDue', 'entitiesTold'];

export function factsOf(input: BriefInput): Facts {
  const { policy, cutoff, previous } = input;
  const { zone } = policy.values;
  const byEntity = new Map<string, BriefEvent[]>();
  for (const event of withoutTakenBack(input.events)) {
    const known = byEntity.get(event.entityId);
    if (known) known.push(event);
    else byEntity.set(event.entityId, [event]);
  }
  const today = localDateOf(cutoff, zone);
  const eventsOf = (entityId: string): BriefEvent[] => byEntity.get(entityId) ?? [];
  const localDay = (at: Instant): LocalDate => localDateOf(at, zone);
  const said = new Set(
    (previous?.body.sections ?? []).flatMap(({ sentences }) =>
      sentences.filter(({ dropped }) => !dropped).map(({ id }) => id),
    ),
  );
  return {
    ...input,
    today,
    ...linesOf(input),
    localDay,
    day: (at) => dayText(at.length === 10 ? at : localDay(at), today),
    eventsOf,
    newOf: (entityId) => eventsOf(entityId).filter(({ seq }) => seq > (previous?.heads[entityId] ?? 0)),
    newest: (entityId) =>
      refOf(eventsOf(entityId).findLast(({ kind }) => !MACHINERY.includes(kind)) ?? eventsOf(entityId).at(-1)) ??
      input.drafting,
    saidBefore: (sentenceId) => said.has(sentenceId),
  };
}

/** An answer that its author took back within its minutes, and the taking back, come to nothing. */
function withoutTakenBack(events: BriefEvent[]): BriefEvent[] {
  const key = (entityId: string, seq: unknown): string => `${entityId}|${String(seq)}`;
  const undone = new Set(
    events
      .filter(({ kind }) => kind === 'replyWithdrawn')
      .flatMap(({ entityId, seq, body }) => [key(entityId, seq), key(entityId, body['undoes'])]),
  );
  return undone.size === 0 ? events : events.filter(({ entityId, seq }) => !undone.has(key(entityId, seq)));
}

function linesOf({ tasks, parents, calendar, policy, cutoff, unitName }: BriefInput): Pick<Facts, 'lines' | 'counted'> {
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const lines = board(
    live.map((state) => ({ taskId: taskIdOf(state.entityId) ?? '', section: null, state })),
    { calendar, policy, now: cutoff, unitShort: unitName, isUnconfirmed: () => false, contactOf: () => null },
  );
  const stateOf = new Map(live.map((state) => [taskIdOf(state.entityId) ?? '', state]));
  const withState = <L extends BoardLine>(list: readonly L[]): { line: L; state: SupervisedState }[] =>
    list.flatMap((line) => {
      const state = stateOf.get(line.taskId);
      return state ? [{ line, state }] : [];
    });
  const isClosed = (taskId: string): boolean => stateOf.get(taskId)?.status === 'closed';
  const parentOf = (taskId: string): string | null => taskIdOf(parents?.get(taskEntityId(taskId)) ?? '');
  const tree = treeLines(lines, parentOf, isClosed);
  return { lines: withState(lines), counted: withState(countedLines(tree, isClosed)) };
}

export const refOf = (event: EventRef | undefined): EventRef | null =>
  event ? { entityId: event.entityId, seq: event.seq } : null;

/** An event's part; null where it is about the whole entity. */
export const partOfEvent = ({ body }: BriefEvent): string | null =>
  typeof body['partId'] === 'string' ? body['partId'] : null;

/** A sentence as drafted; without a source of its own it stands on `otherwise`. */
export function sentence(
  id: string,
  text: string,
  sources: (BriefSource | null)[],
  otherwise: BriefSource,
  more: { about?: About[]; taskId?: string | null; said?: string } = {},
): StoredSentence {
  const named = uniqueSources(sources.filter((source) => source !== null));
  return {
    id,
    text,
    said: more.said ?? null,
    taskId: more.taskId ?? null,
    sources: named.length > 0 ? named : [otherwise],
    derivedText: null,
    dropped: false,
    about: more.about ?? [],
  };
}

const keyOf = (source: BriefSource): string => JSON.stringify(source);

const uniqueSources = (sources: BriefSource[]): BriefSource[] => [
  ...new Map(
    sources
      .map((source) => ('seq' in source ? { entityId: source.entityId, seq: source.seq } : source))
      .map((source) => [keyOf(source), source]),
  ).values(),
];
