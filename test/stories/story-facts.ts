import type { PlanFacts, PlanTask, PlanUnit } from '../../domain/plan/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { huangshi } from '../../seeds/plans/huangshi.ts';
import type { Story, StoryTask } from './story.ts';

const SEEDS: Record<Story['from'], () => PlanFacts> = { 示例市: () => demoFacts(), 黄石: () => huangshi };
const PHASE_NAMES = { deployment: '安排部署阶段', implementation: '实施推进阶段', inspection: '迎检总结阶段' };

export type StoryPlan = Pick<Story, 'from' | 'tasks' | 'units' | 'phases'>;

/** A seed's plan cut down to what the story needs, in its own words. Throws where the seed has no such task or unit in it. */
export function storyFacts({ from, tasks, units: others = [], phases }: StoryPlan): PlanFacts {
  const seed = SEEDS[from]();
  const chosen = tasks.map((task) => taskOf(seed, task));
  const named = new Set([
    ...(seed.office.host === null ? [] : [seed.office.host]),
    ...others,
    ...chosen.flatMap(({ leadUnits, responsibleUnits }) => [...leadUnits, ...responsibleUnits]),
  ]);
  const units = seed.units.filter(({ name }) => named.has(name) || isMember(seed.units, name, named));
  const windows = Object.entries(phases) as [keyof typeof PHASE_NAMES, [string, string]][];
  const days = windows.flatMap(([, window]) => window).sort();
  return {
    ...seed,
    period: { start: days[0] ?? null, end: days.at(-1) ?? null },
    phases: windows.map(([kind, [start, end]]) => ({ name: PHASE_NAMES[kind], kind, start, end, duties: [] })),
    tasks: chosen,
    units,
    targets: [],
    bodies: [],
    recurring: [],
    safeguards: [],
    contacts: [],
  };
}

function taskOf(seed: PlanFacts, { no, leads, responsible = [], due, key, optional }: StoryTask): PlanTask {
  const printed = seed.tasks.find((one) => one.no === no);
  if (!printed) throw new Error(`${seed.title} has no task ${no}`);
  const { leadUnits, responsibleUnits, due: _, key: __, ...rest } = printed;
  const own = [...leadUnits, ...responsibleUnits];
  const foreign = [...leads, ...responsible].find((unit) => !own.includes(unit));
  if (own.length > 0 && foreign !== undefined) throw new Error(`task ${no} does not name ${foreign}`);
  return {
    ...rest,
    leadUnits: leads,
    responsibleUnits: responsible,
    ...(due === undefined ? {} : { due }),
    ...(key ? { key } : {}),
    ...(optional ? { obligation: 'optional' as const } : {}),
  };
}

const isMember = (units: PlanUnit[], name: string, named: Set<string>): boolean =>
  units.some((group) => named.has(group.name) && (group.members ?? []).includes(name));
