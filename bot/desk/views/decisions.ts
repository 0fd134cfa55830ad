import { extensionsOpen } from '../../../domain/supervision/part-request.ts';
import { rolledUpOf } from '../../../domain/supervision/roll-up.ts';
import { tallyOf, tallyText } from '../../../domain/supervision/sub-items.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { OfficeItem, Unit } from '../../../prisma/generated/client.ts';
import { noticeStanding } from '../../../domain/reports/notice-body.ts';
import type { LiaisonOf } from '../../../prisma/bound-units.ts';
import type { Decision } from '../../../web/api.ts';
import { DECISION_ACTIONS, extensionText, itemText, type ItemBody } from './decision-words.ts';
import { standsFor } from '../../../domain/supervision/stands-for.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import { decisionLabels } from '../../../domain/chat/desk-labels.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

export interface DecisionsOf {
  items: OfficeItem[];
  /** Tasks and phases of the plan. */
  states: SupervisedState[];
  /** Entity of a sub-item → entity of its task; absent: there are none. */
  parents?: ReadonlyMap<string, string>;
  units: Pick<Unit, 'id' | 'name'>[];
  liaisons: LiaisonOf[];
  /** Of the lines; absent: Chinese. */
  locale?: Locale;
}

/** What waits for a person in the office: completions claimed, and its list without what has settled itself. Oldest first. */
export function decisions({ items, states, parents, units, liaisons, locale = 'zh' }: DecisionsOf): Decision[] {
  const name = (unitId: string | null): string => units.find(({ id }) => id === unitId)?.name ?? '';
  const byId = new Map(states.map((state) => [state.entityId, state]));
  const open = items
    .filter((item) => isStillOpen(item, byId, liaisons))
    .map((item) => fromItem(item, name(item.unitId), locale));
  const waiting = states.flatMap((state) => {
    const subItems = states.filter(({ entityId }) => parents?.get(entityId) === state.entityId);
    return [...claims(state, subItems, name, locale), ...requests(state, states, name, locale)];
  });
  return [...waiting, ...open].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1));
}

const ASKED = {
  zh: { extension: '延期', completion: '办结' },
  en: { extension: 'more time', completion: 'completion' },
};

/** Extensions to decide, and what nobody in its unit can sign. */
function requests(
  state: SupervisedState,
  states: readonly SupervisedState[],
  name: (unitId: string) => string,
  locale: Locale,
): Decision[] {
  if (state.kind !== 'task' || state.status !== 'open') return [];
  return state.parts.flatMap(({ id, unitId, request }): Decision[] => {
    if (!request) return [];
    const common = { taskId: taskIdOf(state.entityId), partId: id, unitId, since: request.signedAt ?? request.filedAt };
    const named = { no: state.no, title: state.title };
    const { extension, signOff, noSigner } = request;
    if (signOff === 'waiting') {
      if (!noSigner) return [];
      const reason = ASKED[locale][extension ? 'extension' : 'completion'];
      const text = itemText('sign-off', { ...named, reason, words: request.words }, name(unitId), locale);
      const key = `sign-off/${common.taskId}/${id}`;
      return [
        {
          ...common,
          id: key,
          kind: 'sign-off',
          label: decisionLabels(locale)['sign-off'],
          text,
          actions: DECISION_ACTIONS['sign-off'],
        },
      ];
    }
    if (!extension) return [];
    const { newDueOn, dueOn, level } = extension;
    return [
      {
        ...common,
        id: `extension/${common.taskId}/${id}`,
        kind: 'extension',
        label: decisionLabels(locale).extension,
        text: itemText(
          'extension',
          {
            ...named,
            reason: extensionText(request.progress, extension, extensionsOpen(states, unitId).length, locale),
            words: extension.reason,
          },
          name(unitId),
          locale,
        ),
        actions: DECISION_ACTIONS.extension,
        request: { id: request.id, newDueOn, dueOn, level },
      },
    ];
  });
}

function claims(
  state: SupervisedState,
  subItems: SupervisedState[],
  name: (unitId: string) => string,
  locale: Locale,
): Decision[] {
  if (state.kind !== 'task' || state.status !== 'open') return [];
  const tally = tallyText(tallyOf(subItems), locale);
  return (
    state.parts
      // What the unit's own supervisor has to sign first isn't the office's to decide yet.
      .filter(({ completion, request }) => completion === 'claimed' && request?.signOff !== 'waiting')
      .map((part) => ({
        id: `completion/${taskIdOf(state.entityId)}/${part.id}`,
        kind: 'completion',
        label: decisionLabels(locale).completion,
        text: itemText(
          'completion',
          {
            no: state.no,
            title: state.title,
            words: part.lastWords ?? '',
            ...(tally === null ? {} : { reason: tally }),
          },
          name(part.unitId),
          locale,
        ),
        taskId: taskIdOf(state.entityId),
        partId: part.id,
        unitId: part.unitId,
        since: part.completionAt ?? part.lastReceivedAt ?? state.startedAt,
        actions: DECISION_ACTIONS.completion,
      }))
  );
}

const OF_A_PART = ['dispute', 'coordination', 'office-call', 'extension'];

/** An item whose matter was settled elsewhere asks nobody: a unit assigned, a contact bound, a report filed. */
function isStillOpen(item: OfficeItem, states: Map<string, SupervisedState>, liaisons: LiaisonOf[]): boolean {
  const body = item.body as ItemBody;
  const state = item.entityId === null ? undefined : states.get(item.entityId);
  if (state && (state.status === 'closed' || state.status === 'cancelled')) return false;
  // Its part went to another unit, or left the plan: nobody decides on it any more.
  const gone = state?.formerParts?.some(({ id }) => id === item.partId) ?? false;
  if (gone && OF_A_PART.includes(item.kind)) return false;
  if (item.kind === 'roll-up') return !isRolledUp(state, body.cycle ?? '', item.planAt.toISOString());
  if (item.kind === 'unassigned') return (state?.parts.length ?? 0) === 0;
  if (item.kind === 'undeliverable' && body.reason === 'no-contact')
    return !liaisons.some(({ unitId, channels }) => unitId === item.unitId && channels.length > 0);
  if (item.kind === 'circular' || item.kind === 'notice')
    return (
      noticeStanding(state ?? null, { partId: item.partId ?? '', duty: body.duty ?? '', cycle: body.cycle ?? '' }) ===
      'owed'
    );
  if (item.kind === 'escalation') return state?.escalations?.some(({ id }) => id === body.escalationId) ?? false;
  if (item.kind === 'office-call') {
    const part = state?.parts.find(({ id }) => id === item.partId);
    return (
      part === undefined ||
      part.duties.some((duty) => standsFor(duty, { duty: body.duty, cycle: body.cycle }) && duty.filedAt === undefined)
    );
  }
  return true;
}

/** Added up since it was put there. */
const isRolledUp = (state: SupervisedState | undefined, cycle: string, since: string): boolean =>
  state !== undefined && (rolledUpOf(state, cycle)?.asOf ?? '') >= since;

function fromItem(item: OfficeItem, unit: string, locale: Locale): Decision {
  const kind = item.kind as Decision['kind'];
  const body = item.body as ItemBody;
  return {
    id: item.id,
    kind,
    label: decisionLabels(locale)[kind] ?? (locale === 'en' ? 'to do' : '待办'),
    text: itemText(kind, body, unit, locale),
    taskId: taskIdOf(item.entityId ?? ''),
    partId: item.partId,
    unitId: item.unitId,
    ...(body.escalationId === undefined ? {} : { escalationId: body.escalationId }),
    ...(body.noticeId === undefined ? {} : { noticeId: body.noticeId }),
    ...(body.files === undefined || body.reason === 'lost' ? {} : { files: body.files }),
    since: item.planAt.toISOString(),
    actions: (DECISION_ACTIONS[kind] ?? ['done']).filter(
      (action) =>
        (action !== 'open' || taskIdOf(item.entityId ?? '') !== null) &&
        // What was never fetched can't be anybody's evidence.
        (action !== 'file-evidence' || body.reason !== 'lost'),
    ),
  };
}
