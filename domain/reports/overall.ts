import type { BriefCounts, StoredSentence } from './types.ts';
import { sentence, type Facts } from './facts.ts';
import { dayText } from '../chat/local-text.ts';

/** Tasks by light, each with its sub-items; what is accepted is counted by itself. */
export function briefCounts({ counted: lines }: Pick<Facts, 'counted'>): BriefCounts {
  const open = lines.filter(({ state }) => state.status !== 'closed');
  const of = (light: string): number => open.filter(({ line }) => line.light === light).length;
  return {
    total: lines.length,
    onTrack: of('green'),
    dueSoon: of('blue'),
    behind: of('yellow'),
    overdue: of('red'),
    notStarted: of('grey'),
    done: lines.length - open.length,
  };
}

const NAMES: [keyof BriefCounts, string][] = [
  ['onTrack', '正常'],
  ['dueSoon', '临期'],
  ['behind', '滞后'],
  ['overdue', '逾期'],
  ['notStarted', '未启动'],
  ['done', '已办结'],
];

/** 16项,正常10、临期2、滞后2、逾期1、未启动1。 What is none isn't named. */
export function countsText(counts: BriefCounts): string {
  const named = NAMES.filter(([key]) => counts[key] > 0).map(([key, name]) => `${name}${counts[key]}`);
  return `${counts.total}项${named.length > 0 ? `,${named.join('、')}` : ''}。`;
}

/** 总体: the counts, the phase, and which counts are not what they were. */
export function overallSection(facts: Facts, counts: BriefCounts): StoredSentence[] {
  return [
    sentence(
      'overall/counts',
      countsText(counts),
      facts.lines.map(({ state }) => facts.newest(state.entityId)),
      facts.drafting,
    ),
    ...compared(facts, counts),
    ...phaseNow(facts),
  ];
}

function compared(facts: Facts, counts: BriefCounts): StoredSentence[] {
  const { previous } = facts;
  if (!previous) return [];
  const before = previous.body.counts;
  const moved = NAMES.filter(([key]) => before[key] !== counts[key]).map(
    ([key, name]) => `${name}由${before[key]}项变为${counts[key]}项`,
  );
  if (moved.length === 0) return [];
  return [
    sentence(
      'overall/compared',
      `与第${previous.no}期相比,${moved.join(',')}。`,
      [
        { briefNo: previous.no, sentenceId: 'overall/counts' },
        ...facts.lines
          .filter(({ state }) => facts.newOf(state.entityId).length > 0)
          .map(({ state }) => facts.newest(state.entityId)),
      ],
      facts.drafting,
    ),
  ];
}

/** Said in the first brief and whenever the phase is another: else it is no news. */
function phaseNow(facts: Facts): StoredSentence[] {
  const { plan, previous } = facts;
  const phase = plan?.phases[plan.current];
  if (!plan || !phase) return [];
  const moved = facts.newOf(plan.entityId).some(({ kind }) => kind === 'phaseAdvanced' || kind === 'planStarted');
  if (previous && !moved) return [];
  const opened = facts
    .eventsOf(plan.entityId)
    .findLast(({ kind }) => kind === 'phaseAdvanced' || kind === 'planStarted');
  return [
    sentence(
      'overall/phase',
      `目前处于${phase.name},自${dayText(phase.start, facts.today)}至${dayText(phase.end, facts.today)}。`,
      [opened ?? null],
      facts.newest(plan.entityId),
    ),
  ];
}
