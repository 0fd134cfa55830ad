import { partOfEvent, sentence, type Facts } from './facts.ts';
import { partChange } from './part-changes.ts';
import { settledRequests } from './settled-requests.ts';
import { taskChange } from './task-changes.ts';
import type { StoredSentence } from './types.ts';
import { quoted, taskNumber } from './wording.ts';

/** 变化: what happened since the last brief, one sentence a task with the net change. Nothing: says so. */
export function changesSection(facts: Facts): StoredSentence[] {
  const said = [
    ...planChanges(facts),
    ...receipts(facts),
    ...phaseDuties(facts),
    ...facts.tasks.flatMap((state) => taskChange(facts, state)),
    ...settledRequests(facts),
    ...unchanged(facts),
  ];
  if (said.length > 0) return said;
  const { previous, plan, drafting } = facts;
  const text = previous ? `第${previous.no}期简报以来没有新的变化。` : '方案启动以来尚无进展报送。';
  return [
    sentence(
      'changes/none',
      text,
      [previous ? { briefNo: previous.no, sentenceId: 'overall/counts' } : plan ? facts.newest(plan.entityId) : null],
      drafting,
    ),
  ];
}

const PHASE_MOVED = ['planStarted', 'phaseAdvanced', 'planClosed'];

function planChanges(facts: Facts): StoredSentence[] {
  const { plan } = facts;
  if (!plan) return [];
  return facts
    .newOf(plan.entityId)
    .filter(({ kind }) => PHASE_MOVED.includes(kind))
    .map((event) => {
      const to = plan.phases.find(({ kind }) => kind === (event.body['to'] ?? event.body['phase']));
      const words = {
        planStarted: `方案启动,进入${to?.name ?? '第一阶段'}`,
        phaseAdvanced: `试点转入${to?.name ?? '下一阶段'}`,
        planClosed: '方案各阶段结束',
      }[event.kind];
      return sentence(
        `changes/${event.kind}/${event.seq}`,
        `${facts.day(event.at)}${words}。`,
        [event],
        facts.drafting,
      );
    });
}

/** One sentence for all units that signed. */
function receipts(facts: Facts): StoredSentence[] {
  const live = facts.tasks.filter(({ status, optional }) => status !== 'cancelled' && !optional);
  const given = live.flatMap((state) =>
    facts
      .newOf(state.entityId)
      .filter(({ kind }) => kind === 'receiptGiven')
      .map((event) => ({ state, event })),
  );
  if (given.length === 0) return [];
  const parts = live.flatMap((state) => state.parts);
  const signed = parts.filter(({ receiptAt, completion }) => receiptAt !== null || completion === 'accepted').length;
  const total =
    signed === parts.length
      ? `${parts.length}份任务已全部签收`
      : `累计${signed}份,尚有${parts.length - signed}份未签收`;
  return [
    sentence(
      'changes/receipts',
      `任务签收:${given.length === signed && signed === parts.length ? '' : `新签收${given.length}份,`}${total}。`,
      given.map(({ event }) => event),
      facts.drafting,
    ),
  ];
}

/** A phase's own work that was done, one sentence a phase. */
function phaseDuties(facts: Facts): StoredSentence[] {
  return facts.phases.flatMap((state) => {
    const events = facts
      .newOf(state.entityId)
      .filter(({ kind }) => kind === 'completionClaimed' || kind === 'completionAccepted' || kind === 'taskAccepted');
    const touched = new Set(
      events.flatMap(
        (event) => partOfEvent(event) ?? (event.kind === 'taskAccepted' ? state.parts.map(({ id }) => id) : []),
      ),
    );
    const done = state.parts.filter(
      ({ id, completion }) => touched.has(id) && (completion === 'claimed' || completion === 'accepted'),
    );
    if (done.length === 0) return [];
    const titles = done.map(({ title, id }) => quoted(title ?? id, 20)).join('、');
    return [
      sentence(
        `changes/${state.entityId}`,
        `${state.phase?.name ?? state.title}自身工作报完成:${titles}。`,
        events,
        facts.newest(state.entityId),
        { about: [{ entityId: state.entityId }] },
      ),
    ];
  });
}

/** Units that reported that nothing had moved, in one sentence. */
function unchanged(facts: Facts): StoredSentence[] {
  const said = facts.tasks
    .filter(({ status }) => status === 'open')
    .flatMap((state) => {
      const events = facts.newOf(state.entityId);
      return state.parts.flatMap((part) => {
        const last = events.findLast((event) => partOfEvent(event) === part.id && event.kind === 'noChangeReported');
        return last && partChange(facts, part, events) === null ? [{ state, part, last }] : [];
      });
    });
  if (said.length === 0) return [];
  const named = said.map(({ state, part }) => `${taskNumber(state)}${facts.unitName(part.unitId)}`);
  return [
    sentence(
      'changes/unchanged',
      `${named.join('、')}报送较上次无变化。`,
      said.map(({ last }) => last),
      facts.drafting,
    ),
  ];
}
