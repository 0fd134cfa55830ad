import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Part, SupervisedState } from '../supervision/types.ts';
import { gapsOf } from '../supervision/dossier-gaps.ts';
import { partOfEvent, sentence, type Facts } from './facts.ts';
import { blockerSince } from './blockers.ts';
import { nextBriefDay } from './next-brief-day.ts';
import type { StoredSentence } from './types.ts';
import { clause, quoted, taskName } from './wording.ts';
import { taskIdOf } from '../task-entity.ts';

/** A claim older than this is put before the leading group (the coordination answer's three days, and two for the brief itself). */
const CLAIM_WAITS_WORKING_DAYS = 5;

/** 请研究: what waits for a decision. What stood in the last brief and still waits says 仍未. */
export function decideSection(facts: Facts): StoredSentence[] {
  const open = facts.tasks.filter(({ status }) => status === 'open' || status === 'waiting');
  return [
    ...open.flatMap((state) => state.parts.flatMap((part) => issue(facts, state, part))),
    ...open.flatMap((state) => disputes(facts, state)),
    ...open.flatMap((state) => state.parts.flatMap((part) => claim(facts, state, part))),
    ...open.flatMap((state) => unassigned(facts, state)),
    ...phaseGaps(facts),
  ];
}

const about = (state: SupervisedState, part: Part) => ({
  taskId: taskIdOf(state.entityId),
  about: [{ entityId: state.entityId, partId: part.id }],
});

/** 提请协调, or an issue that was reported along with progress. */
function issue(facts: Facts, state: SupervisedState, part: Part): StoredSentence[] {
  if (!part.blocker || part.completion === 'accepted') return [];
  const since = blockerSince(facts, state.entityId, part.id);
  const unit = facts.unitName(part.unitId);
  const id = `decide/issue/${state.entityId}/${part.id}`;
  const days = since ? workingDaysBetween(facts.calendar, facts.localDay(since.at), facts.today) : 0;
  const asked = since?.kind === 'coordinationAsked';
  const still = facts.saidBefore(id) ? `,已${days}个工作日,仍未解决` : '';
  const words = part.blocker.trim() === '提请协调' ? '' : `:${quoted(clause(part.blocker))}`;
  return [
    sentence(
      id,
      `${unit}${since ? facts.day(since.at) : ''}${asked ? `就${taskName(state)}提请协调` : `报${taskName(state)}存在问题`}${words}${still}。`,
      [since ?? null],
      facts.newest(state.entityId),
      about(state, part),
    ),
  ];
}

/** 职责异议 that the office hasn't settled. */
function disputes(facts: Facts, state: SupervisedState): StoredSentence[] {
  return facts.matters
    .filter(({ kind, entityId, open }) => kind === 'dispute' && entityId === state.entityId && open)
    .map((matter) => {
      const told = facts
        .eventsOf(state.entityId)
        .findLast((event) => event.kind === 'dutyDisputed' && partOfEvent(event) === matter.partId);
      const id = `decide/dispute/${state.entityId}/${matter.partId ?? ''}`;
      const unit = matter.unitId === null ? '' : facts.unitName(matter.unitId);
      const words =
        matter.words.trim() === '' || matter.words === '职责有异议' ? '' : `:${quoted(clause(matter.words))}`;
      return sentence(
        id,
        `${unit}${told ? facts.day(told.at) : ''}对${taskName(state)}提出职责异议${words},${facts.saidBefore(id) ? '仍未核定' : '待核定'}。`,
        [told ?? null],
        facts.newest(state.entityId),
        {
          taskId: taskIdOf(state.entityId),
          about: [
            { entityId: state.entityId, key: matter.key, ...(matter.partId === null ? {} : { partId: matter.partId }) },
          ],
        },
      );
    });
}

/** Completions of the office's own host unit are the leading group's to accept; others once they have waited long. */
function claim(facts: Facts, state: SupervisedState, part: Part): StoredSentence[] {
  if (part.completion !== 'claimed' || !part.completionAt) return [];
  const own = part.unitId === facts.hostUnitId;
  const days = workingDaysBetween(facts.calendar, facts.localDay(part.completionAt), facts.today);
  if (!own && days <= CLAIM_WAITS_WORKING_DAYS) return [];
  const id = `decide/claim/${state.entityId}/${part.id}`;
  const claimed = facts
    .eventsOf(state.entityId)
    .findLast((event) => event.kind === 'completionClaimed' && partOfEvent(event) === part.id);
  const waits = `${facts.saidBefore(id) ? '仍' : '尚'}未验收`;
  return [
    sentence(
      id,
      `${facts.unitName(part.unitId)}${facts.day(part.completionAt)}就${taskName(state)}申请办结,${
        own ? `系办公室所在单位承办,${waits},请领导小组审定` : `已${days}个工作日,${waits}`
      }。`,
      [claimed ?? null],
      facts.newest(state.entityId),
      about(state, part),
    ),
  ];
}

function unassigned(facts: Facts, state: SupervisedState): StoredSentence[] {
  if (state.parts.length > 0 || state.optional) return [];
  const id = `decide/unassigned/${state.entityId}`;
  return [
    sentence(
      id,
      `${taskName(state)}${facts.saidBefore(id) ? '仍未明确承办单位' : '未列承办单位,请予明确'}。`,
      [],
      facts.newest(state.entityId),
      { taskId: taskIdOf(state.entityId), about: [{ entityId: state.entityId }] },
    ),
  ];
}

/** What the phase still lacks, once it ends before the next brief. */
function phaseGaps(facts: Facts): StoredSentence[] {
  const { plan } = facts;
  const phase = plan?.phases[plan.current];
  if (!plan || !phase || phase.end > nextBriefDay(facts.calendar, facts.policy, facts.today)) return [];
  const own =
    facts.phases.find((state) => state.phase?.kind === phase.kind && state.phase.epoch === plan.epoch) ?? null;
  const gaps = gapsOf({ ...phase, epoch: plan.epoch }, { tasks: facts.tasks, own }, facts.cutoff);
  if (gaps.length === 0) return [];
  const past = phase.end < facts.today;
  const id = `decide/gaps/${phase.kind}/${plan.epoch}`;
  const entities = [...new Set(gaps.flatMap(({ items }) => items.map(entityOf)))];
  return [
    sentence(
      id,
      `${phase.name}${past ? '已于' : ''}${facts.day(phase.end)}${past ? '到期' : '结束'},${facts.saidBefore(id) ? '仍有' : '尚有'}:${gaps.map(({ text }) => text).join(';')}。`,
      entities.filter((entityId) => facts.eventsOf(entityId).length > 0).map((entityId) => facts.newest(entityId)),
      facts.newest(plan.entityId),
      { about: entities.map((entityId) => ({ entityId })) },
    ),
  ];
}

/** `task/<id>/<part>/<cycle>` and `phase/<plan>/<kind>/<epoch>/<part>` begin with the entity's own id. */
const entityOf = (item: string): string =>
  item
    .split('/')
    .slice(0, item.startsWith('phase/') ? 4 : 2)
    .join('/');
