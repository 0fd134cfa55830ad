import { workingDaysBetween } from '../calendar/working-days.ts';
import { dutyLabel } from '../chat/duty-label.ts';
import { lightOf } from '../supervision/lights.ts';
import { lightInput } from '../supervision/part-light.ts';
import type { Duty, Part, SupervisedState } from '../supervision/types.ts';
import { partOfEvent, sentence, type Facts } from './facts.ts';
import { blockerSince } from './blockers.ts';
import type { About, BriefEvent, BriefSource, StoredSentence } from './types.ts';
import { clause, taskName, unique, unitsText } from './wording.ts';
import { deadlineOf } from '../supervision/deadline-of.ts';
import { taskIdOf } from '../task-entity.ts';

/** 逾期滞后: one sentence a task, overdue ones first, else in the order of the plan (nobody is ranked). */
export function lateSection(facts: Facts): StoredSentence[] {
  const of = (light: string) => facts.lines.filter(({ line }) => line.light === light);
  return [
    ...of('red').map(({ state }) => overdue(facts, state)),
    ...of('yellow').map(({ state }) => behind(facts, state)),
  ];
}

interface Overdue {
  part: Part;
  duty: Duty;
}

/** Duties of a task that are past their time on the cut-off. */
const overdueOf = ({ cutoff }: Facts, state: SupervisedState): Overdue[] =>
  state.parts.flatMap((part) =>
    part.completion === 'accepted'
      ? []
      : part.duties
          .filter((duty) => duty.filedAt === undefined && deadlineOf(duty).redAt <= cutoff)
          .map((duty) => ({ part, duty })),
  );

function overdue(facts: Facts, state: SupervisedState): StoredSentence {
  const id = `late/${state.entityId}`;
  const late = overdueOf(facts, state);
  const groups = [
    ...Map.groupBy(late, ({ duty }) => `${duty.kind}/${duty.cycle}/${duty.dueOn}/${duty.also?.length}`).values(),
  ];
  const texts = groups.map((group) => groupText(facts, state, group, facts.saidBefore(id)));
  return sentence(
    id,
    `${taskName(state)}:${texts.map(({ text }) => text).join(';')}。`,
    texts.flatMap(({ sources }) => sources),
    facts.newest(state.entityId),
    {
      taskId: taskIdOf(state.entityId),
      about: late.map(({ part, duty }) => ({
        entityId: state.entityId,
        partId: part.id,
        duty: duty.kind,
        cycle: duty.cycle,
      })),
    },
  );
}

/** Who is late is named, as long as a sentence can hold it. */
const NAMED_MAX = 8;

const NOT_YET: Record<Duty['kind'], string> = { receipt: '未签收', report: '未报送', completion: '未办结' };

function groupText(
  facts: Facts,
  state: SupervisedState,
  group: Overdue[],
  again: boolean,
): { text: string; sources: BriefSource[] } {
  const { duty } = group[0] as Overdue;
  const units = unitsText(unique(group.map(({ part }) => facts.unitName(part.unitId))), NAMED_MAX);
  const days = workingDaysBetween(facts.calendar, facts.localDay(deadlineOf(duty).redAt), facts.today);
  const tried = triedText(facts, state, group);
  const answered = answeredText(facts, state, group);
  const text = [
    `${units}${dutyLabel(duty.kind, duty.cycle, duty.also)}时限${facts.day(duty.dueOn)},${days > 0 ? `已逾期${days}个工作日` : '已过时限'}`,
    tried.text,
    `${again ? '仍' : '尚'}${NOT_YET[duty.kind]}`,
    answered.text,
  ]
    .filter((piece) => piece !== '')
    .join(',');
  return { text, sources: [...tried.sources, ...answered.sources] };
}

const rungsOf = ({ body }: BriefEvent): { partId?: string; duty?: string; cycle?: string; rung?: string }[] =>
  Array.isArray(body['rungs']) ? (body['rungs'] as { partId?: string }[]) : [];

/** What was tried: reminders that reached somebody and nudges by the office, with the last day of either. */
function triedText(
  facts: Facts,
  { entityId }: SupervisedState,
  group: Overdue[],
): { text: string; sources: BriefSource[] } {
  const isOf = ({ partId, duty, cycle }: { partId?: unknown; duty?: unknown; cycle?: unknown }): boolean =>
    group.some((one) => one.part.id === partId && one.duty.kind === duty && one.duty.cycle === cycle);
  const events = facts.eventsOf(entityId);
  const nudges = events.filter(({ kind, body }) => kind === 'nudged' && isOf(body));
  const sent = facts.reminders.filter((one) => one.entityId === entityId && isOf(one));
  const came = events.findLast((event) => event.kind === 'rungsDue' && rungsOf(event).some(isOf));
  const last = [...nudges.map(({ at }) => at), ...sent.map(({ at }) => at)].sort().at(-1);
  // Each unit was reminded so often; several units don't make it more.
  const reminded = Math.max(0, ...group.map(({ part }) => sent.filter(({ partId }) => partId === part.id).length));
  const counted = [
    ...(reminded > 0 ? [`提示${reminded}次`] : []),
    ...(nudges.length > 0 ? [`催办${nudges.length}次`] : []),
  ];
  return {
    text: last === undefined ? '' : `已${counted.join('、')}(最近${facts.day(last)})`,
    sources: [...nudges, ...(came ? [came] : [])],
  };
}

function answeredText(
  facts: Facts,
  { entityId }: SupervisedState,
  group: Overdue[],
): { text: string; sources: BriefSource[] } {
  const last = facts.unconfirmed
    .filter((one) => one.entityId === entityId && group.some(({ part }) => part.id === one.partId))
    .at(-1);
  return last
    ? { text: `${facts.day(last.at)}已有答复,待本人核对`, sources: [{ inboxId: last.inboxId }] }
    : { text: '', sources: [] };
}

const STILL: Record<string, string> = {
  returned: '仍未补正',
  unquantified: '仍未量化',
  'issue-open': '仍未销号',
  'behind-pace': '仍未达到序时进度',
  recovering: '仍未达到序时进度',
};

function behind(facts: Facts, state: SupervisedState): StoredSentence {
  const id = `late/${state.entityId}`;
  const seen = state.parts
    .map((part) => ({ part, verdict: verdictOf(facts, state, part) }))
    .filter(({ verdict }) => verdict.light === 'yellow');
  const texts = seen.map(({ part, verdict }) => {
    const still = facts.saidBefore(id) ? STILL[verdict.reason] : undefined;
    const expected = part.expectedOn ? `,预计${facts.day(part.expectedOn)}完成` : '';
    return `${facts.unitName(part.unitId)}${clause(verdict.zh)}${still ? `,${still}` : ''}${expected}`;
  });
  return sentence(
    id,
    `${taskName(state)}:${texts.join(';')}。`,
    seen.flatMap(({ part }) => behindSources(facts, state, part)),
    facts.newest(state.entityId),
    {
      taskId: taskIdOf(state.entityId),
      about: seen.map(({ part }): About => ({ entityId: state.entityId, partId: part.id })),
    },
  );
}

const verdictOf = ({ calendar, policy, cutoff }: Facts, state: SupervisedState, part: Part) =>
  lightOf(lightInput(state, part, { calendar, policy, now: cutoff }), calendar, policy, cutoff);

const SAYS_STANDING = ['reportFiled', 'reportCorrected', 'noChangeReported', 'completionReturned'];

/** The last word of the part, or of the office about it; of an open issue also its beginning. */
function behindSources(facts: Facts, { entityId }: SupervisedState, part: Part): BriefSource[] {
  const last = facts
    .eventsOf(entityId)
    .findLast((event) => partOfEvent(event) === part.id && SAYS_STANDING.includes(event.kind));
  const issue = part.blocker ? blockerSince(facts, entityId, part.id) : undefined;
  return [...(issue ? [issue] : []), ...(last ? [last] : [])];
}
