import { ended, sourcesOf, stateOf, type Became } from './became.ts';
import { partOfEvent, type Facts } from './facts.ts';
import type { About } from './types.ts';
import { unitsText } from './wording.ts';

export function issueBecame(facts: Facts, about: About | undefined): Became {
  const state = stateOf(facts, about);
  const part = state?.parts.find(({ id }) => id === about?.partId);
  if (!state || !part) return { text: '事项已不在方案中。', sources: [] };
  const over = ended(facts, state);
  if (over) return over;
  const told = facts
    .newOf(state.entityId)
    .findLast(
      (event) =>
        partOfEvent(event) === part.id && ['reportFiled', 'reportCorrected', 'coordinationAsked'].includes(event.kind),
    );
  if (part.blocker) return { text: '仍未解决,见本期请研究。', sources: [...sourcesOf(told)] };
  return { text: told ? `${facts.day(told.at)}报送未再列报该问题。` : '未再列报该问题。', sources: sourcesOf(told) };
}

export function disputeBecame(facts: Facts, about: About | undefined): Became {
  const matter = facts.matters.find(({ key }) => key === about?.key);
  const settled = facts.events.findLast(({ kind, body }) => kind === 'itemSettled' && body['key'] === about?.key);
  if (matter?.open) return { text: '仍未核定,见本期请研究。', sources: [] };
  const decided = facts
    .newOf(about?.entityId ?? '')
    .findLast((event) => event.kind === 'disputeDecided' && partOfEvent(event) === about?.partId);
  if (decided) {
    const outcome = decided.body['uphold'] === true ? '异议成立' : '异议不成立,分工不变';
    return { text: `已于${facts.day(decided.at)}核定,${outcome}。`, sources: sourcesOf(decided) };
  }
  return { text: `已于${settled ? facts.day(settled.at) : '本期'}核定。`, sources: sourcesOf(settled) };
}

export function claimBecame(facts: Facts, about: About | undefined): Became {
  const state = stateOf(facts, about);
  const part = state?.parts.find(({ id }) => id === about?.partId);
  if (!state || !part) return { text: '事项已不在方案中。', sources: [] };
  const decided = facts
    .newOf(state.entityId)
    .findLast(
      (event) =>
        ['completionAccepted', 'completionReturned', 'taskAccepted'].includes(event.kind) &&
        (partOfEvent(event) ?? part.id) === part.id,
    );
  if (part.completion === 'accepted')
    return { text: `已于${decided ? facts.day(decided.at) : '本期'}通过验收。`, sources: sourcesOf(decided) };
  if (part.completion === 'claimed') return { text: '仍未验收,见本期请研究。', sources: [] };
  return { text: `${decided ? facts.day(decided.at) : '本期'}退回补充。`, sources: sourcesOf(decided) };
}

export function assignedBecame(facts: Facts, about: About | undefined): Became {
  const state = stateOf(facts, about);
  if (!state) return { text: '事项已不在方案中。', sources: [] };
  const assigned = facts.newOf(state.entityId).findLast(({ kind }) => kind === 'unitsAssigned');
  const units = unitsText(state.parts.map(({ unitId }) => facts.unitName(unitId)));
  if (state.parts.length > 0) return { text: `已明确由${units}承办。`, sources: sourcesOf(assigned) };
  return ended(facts, state) ?? { text: '仍未明确承办单位。', sources: [] };
}

/** The end of a phase, or what it lacked: moved on since, or not yet. */
export function phaseBecame(facts: Facts, kind: string): Became {
  const { plan } = facts;
  if (!plan) return { text: '方案尚未启动。', sources: [] };
  const moved = facts
    .newOf(plan.entityId)
    .findLast(
      (event) => (event.kind === 'phaseAdvanced' || event.kind === 'planClosed') && event.body['from'] === kind,
    );
  const to = plan.phases.find((phase) => phase.kind === moved?.body['to']);
  if (moved)
    return { text: `${facts.day(moved.at)}${to ? `已转入${to.name}` : '各阶段结束'}。`, sources: sourcesOf(moved) };
  return { text: '阶段仍未转换。', sources: [facts.newest(plan.entityId)] };
}
