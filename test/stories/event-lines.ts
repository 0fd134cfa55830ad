import type { Event } from '../../prisma/generated/client.ts';
import { partNames, type PartNames } from './part-name.ts';
import type { Stage } from './stage.ts';

/** Said by the prompts already, or by the start of every story. */
const BOOKKEEPING = ['scheduled', 'rungsDue', 'planStarted', 'entitiesTold'];
/** Made anew in each run, or told by the prompts. */
const NOT_SHOWN = [
  'partId',
  'entityId',
  'actId',
  'itemId',
  'inboxId',
  'taskId',
  'parentId',
  'deliveryId',
  'noticeId',
  'prompts',
  'amendmentId',
  'dossierHash',
  'requestId',
  'supersedes',
  'corrects',
  'settled',
];

/**
 * Every event of the plan's chains but the system's own bookkeeping, in order of time; within a minute those of plan
 * and desk first, then by task:
 * `12-24 10:00 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 words=…`. A field that is null, false
 * or empty isn't shown, one that is true by its name alone; `received` where that was earlier; `甲(代乙)`: on behalf.
 */
export async function eventLines(stage: Stage): Promise<string[]> {
  const names = await partNames(stage);
  const events = await stage.world.h.prisma.event.findMany({
    where: { planId: { in: stage.planIds }, kind: { notIn: BOOKKEEPING } },
  });
  const order = (event: Event): number => names.states.findIndex(({ entityId }) => entityId === event.entityId);
  return events
    .map((event) => ({ minute: Math.floor(event.planAt.getTime() / 60_000), event }))
    .sort(
      (a, b) =>
        a.minute - b.minute ||
        order(a.event) - order(b.event) ||
        stage.planIds.indexOf(a.event.planId) - stage.planIds.indexOf(b.event.planId) ||
        a.event.seq - b.event.seq,
    )
    .map(({ event }) => lineOf(event, names, stage));
}

function lineOf(event: Event, names: PartNames, { time, cast }: Stage): string {
  const body = event.body as Record<string, unknown>;
  const { id, name, onBehalfOf } = event.actor as { id: string; name: string; onBehalfOf?: string };
  const said = time.text(event.planAt);
  const received = event.receivedAt === null ? said : time.text(event.receivedAt);
  const worded = (value: unknown): string =>
    words(value, event.entityId, names, (text) => personOrTime(text, cast, time));
  const fields = Object.entries(body)
    .filter(([key]) => !NOT_SHOWN.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => (isEmpty(value) ? [] : [value === true ? key : `${key}=${worded(value)}`]));
  // The desk's own chain names the entity that it speaks of.
  const entityId = typeof body['entityId'] === 'string' ? body['entityId'] : event.entityId;
  const about = typeof body['partId'] === 'string' ? names.of(entityId, body['partId']) : ownName(entityId, names);
  return [
    said,
    id === 'system' ? '系统' : onBehalfOf === undefined ? name : `${name}(代${onBehalfOf})`,
    event.kind,
    ...(about === '' ? [] : [about]),
    ...(received === said ? [] : [`received=${received}`]),
    ...fields,
  ].join(' ');
}

const ownName = (entityId: string, names: PartNames): string =>
  entityId.startsWith('plan/') || entityId.startsWith('desk/') ? '' : names.task(entityId);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every((field) => isEmpty(field)));

function personOrTime(text: string, cast: Stage['cast'], time: Stage['time']): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return time.text(text);
  return cast.short.get(text) ?? cast.nameOf(text);
}

/** A value of a body: parts, units and people by name, instants on the story's clock. */
function words(value: unknown, entityId: string, names: PartNames, text: (raw: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => words(one, entityId, names, text)).join(',');
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => !isEmpty(field))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${key}=${words(field, entityId, names, text)}`).join(' ')}}`;
  }
  if (typeof value !== 'string') return String(value);
  if (/^p\d+$/.test(value)) return names.of(entityId, value);
  // An item's id: of which task's answer it is.
  const item = /^[0-9a-f-]{36}\/(task\/[0-9a-f-]{36})\/p\d+$/.exec(value)?.[1];
  return item === undefined ? text(value.replace(/task\/[0-9a-f-]{36}/g, names.task)) : names.task(item);
}
