import { localDateOf } from '../../../domain/calendar/local-time.ts';
import { momentText } from '../../../domain/chat/local-text.ts';
import type { BriefSource, StoredSection, StoredSentence } from '../../../domain/reports/types.ts';
import { clause } from '../../../domain/reports/wording.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import type { Event } from '../../../prisma/generated/client.ts';
import { planStates } from '../../../prisma/plan-states.ts';
import type { BriefSources, OpenedSource } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { eventSentence } from '../views/event-words.ts';
import { bodyOf } from './brief-row.ts';
import { findBrief, type FoundBrief } from './find-brief.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

/** What a sentence stands on, opened: words, who, when, and the place in the chain. Throws RefusedError BRIEF_UNKNOWN, NOT_PERMITTED. */
export async function briefSources(
  deps: DeskDeps,
  actor: DeskActor,
  { briefId, sentenceId }: { briefId: string; sentenceId?: string | undefined },
): Promise<BriefSources> {
  const found = await findBrief(deps, actor, briefId, 'read-brief');
  const sections = bodyOf(found.brief).sections.map((section) => ({
    ...section,
    sentences: section.sentences.filter(({ id }) => sentenceId === undefined || id === sentenceId),
  }));
  return { sentences: await openSources(deps.prisma, found, sections) };
}

type EventRow = Omit<Event, 'stateAfter'>;

interface Known {
  events: Map<string, EventRow>;
  /** Item by its id, and refused ones too. */
  items: Map<string, { inboxId: string; partId: string; text: string | null }>;
  inboxes: Map<string, { text: string | null; at: Date; channel: string; who: string }>;
  said: Map<string, { text: string; at: Date }>;
  unitOf: (entityId: string, partId: string | null) => string | null;
  moment: (at: Date) => string;
}

/** All sources of some sentences in a handful of queries. */
export async function openSources(
  db: Db,
  { brief, policy }: Pick<FoundBrief, 'brief' | 'policy'>,
  sections: StoredSection[],
): Promise<BriefSources['sentences']> {
  const sentences = sections.flatMap((section) => section.sentences).filter(({ dropped }) => !dropped);
  const known = await lookUp(db, brief.planId, sentences, (at) =>
    momentText(at.toISOString(), policy.values.zone, localDateOf(brief.cutoff.toISOString(), policy.values.zone)),
  );
  return sentences.map(({ id, text, sources }) => ({
    id,
    text,
    sources: sources.map((source) => opened(source, known)),
  }));
}

async function lookUp(db: Db, planId: string, sentences: StoredSentence[], moment: Known['moment']): Promise<Known> {
  const sources = sentences.flatMap((one) => one.sources);
  const refs = sources.flatMap((source) => ('seq' in source ? [source] : []));
  const inboxIds = sources.flatMap((source) => ('inboxId' in source ? [source.inboxId] : []));
  const nos = sources.flatMap((source) => ('briefNo' in source ? [source.briefNo] : []));
  const byEntity = Map.groupBy(refs, ({ entityId }) => entityId);
  const events =
    byEntity.size === 0
      ? []
      : await db.event.findMany({
          where: {
            OR: [...byEntity].map(([entityId, own]) => ({ entityId, seq: { in: own.map(({ seq }) => seq) } })),
          },
          omit: { stateAfter: true },
        });
  const items = await db.inboxItem.findMany({
    where: { id: { in: events.flatMap(({ inboxItemId }) => inboxItemId ?? []) } },
    select: { id: true, inboxId: true, partId: true, inbox: { select: { text: true } } },
  });
  const inboxes = await db.inbox.findMany({
    where: { id: { in: inboxIds } },
    select: { id: true, text: true, planAt: true, channel: true, personId: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: inboxes.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  });
  const briefs = await db.brief.findMany({ where: { planId, no: { in: nos } } });
  return {
    events: new Map(events.map((event) => [`${event.entityId}#${event.seq}`, event])),
    items: new Map(items.map(({ id, inboxId, partId, inbox }) => [id, { inboxId, partId, text: inbox.text }])),
    inboxes: new Map(
      inboxes.map(({ id, text, planAt, channel, personId }) => [
        id,
        { text, at: planAt, channel, who: people.find((one) => one.id === personId)?.name ?? '' },
      ]),
    ),
    said: new Map(
      briefs.flatMap((row) =>
        bodyOf(row).sections.flatMap((section) =>
          section.sentences.map((one) => [`${row.no}#${one.id}`, { text: one.text, at: row.releasedAt ?? row.cutoff }]),
        ),
      ),
    ),
    unitOf: await unitsOf(db, planId),
    moment,
  };
}

async function unitsOf(db: Db, planId: string): Promise<Known['unitOf']> {
  const { tasks, phases } = await planStates(db, planId);
  const units = await db.unit.findMany({ where: { planId }, select: { id: true, name: true } });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const parts = new Map(
    [...tasks, ...phases].flatMap((state: SupervisedState) =>
      state.parts.map((part) => [`${state.entityId}#${part.id}`, names.get(part.unitId) ?? null]),
    ),
  );
  return (entityId, partId) => (partId === null ? null : (parts.get(`${entityId}#${partId}`) ?? null));
}

const NOTHING: OpenedSource = {
  kind: 'event',
  at: null,
  when: '',
  text: '',
  words: null,
  who: '',
  unit: null,
  via: null,
  taskId: null,
  entityId: null,
  seq: null,
  hash: null,
  inboxId: null,
};

function opened(source: BriefSource, known: Known): OpenedSource {
  if ('byHand' in source) return { ...NOTHING, kind: 'hand', text: '办公室撰写。', who: source.byHand.name };
  if ('briefNo' in source) {
    const said = known.said.get(`${source.briefNo}#${source.sentenceId}`);
    return {
      ...NOTHING,
      kind: 'brief',
      text: `第${source.briefNo}期简报:“${clause(said?.text ?? '')}”`,
      ...timed(said?.at, known),
    };
  }
  if ('inboxId' in source) {
    const row = known.inboxes.get(source.inboxId);
    return {
      ...NOTHING,
      kind: 'reply',
      text: '已答复,尚未核对。',
      words: row?.text ?? null,
      who: row?.who ?? '',
      via: row?.channel ?? null,
      inboxId: source.inboxId,
      ...timed(row?.at, known),
    };
  }
  const event = known.events.get(`${source.entityId}#${source.seq}`);
  return event ? openedEvent(event, known) : { ...NOTHING, entityId: source.entityId, seq: source.seq };
}

const timed = (at: Date | undefined, { moment }: Known): Pick<OpenedSource, 'at' | 'when'> =>
  at ? { at: at.toISOString(), when: moment(at) } : { at: null, when: '' };

function openedEvent(event: EventRow, known: Known): OpenedSource {
  const body = event.body as Record<string, unknown>;
  const item = event.inboxItemId === null ? undefined : known.items.get(event.inboxItemId);
  const partId = typeof body['partId'] === 'string' ? body['partId'] : (item?.partId ?? null);
  // The other reasons stand in the event's own sentence.
  const reason = event.kind === 'dutyDisputed' ? body['reason'] : undefined;
  const said = [item?.text, body['words'], reason].find((one) => typeof one === 'string' && one.trim() !== '');
  return {
    ...NOTHING,
    kind: item ? 'reply' : 'event',
    text: eventSentence(event.kind, body),
    words: typeof said === 'string' ? said : null,
    who: (event.actor as { name?: string }).name ?? '',
    unit: known.unitOf(event.entityId, partId),
    via: event.via,
    taskId: taskIdOf(event.entityId),
    entityId: event.entityId,
    seq: event.seq,
    hash: event.hash,
    inboxId: item?.inboxId ?? null,
    ...timed(event.receivedAt ?? event.planAt, known),
  };
}
