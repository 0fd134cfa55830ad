import { numbersIn } from './numbers.ts';
import { percentsIn } from './percents.ts';
import { topicScores, type Topics } from './topics.ts';
import { unitAt } from './units.ts';

export const withoutSpans = (text: string, spans: { start: number; end: number }[]): string =>
  spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);

/** 除第(十四)项外都没有变化: the tasks left out, and how long the words are. */
export function exceptIn(
  text: string,
  found: { end: number; tasks: number[] | null }[],
  topics: Topics,
): { tasks: number[]; length: number } | null {
  const match =
    /^(?:[^,。;]{0,6}[项件个](?:任务|工作)?(?:里|中|里面)?)?除了?(.{1,24}?)(?:(?:之外|以外|外(?!出))|(?=,?(?:其余|其他)?[都均全]))/.exec(
      text,
    );
  if (!match) return null;
  const numbered = found.filter(({ end }) => end <= match[0].length).flatMap(({ tasks }) => tasks ?? []);
  if (numbered.length > 0) return { tasks: numbered, length: match[0].length };
  const scores = topicScores(match[1] ?? '', topics);
  const best = Math.max(...scores);
  return best >= 0.5 ? { tasks: [scores.indexOf(best)], length: match[0].length } : null;
}

/** Third to fifth: what lies between two numbers joined by 至 belongs with them. */
export function ranged(text: string, found: { start: number; end: number; tasks: number[] | null }[]): number[] {
  const tasks = new Set<number>();
  found.forEach((one, at) => {
    for (const task of one.tasks ?? []) tasks.add(task);
    const before = found[at - 1];
    const [from] = before?.tasks ?? [];
    const [to] = one.tasks ?? [];
    if (
      before &&
      from !== undefined &&
      to !== undefined &&
      /^\s?(?:至|到|-|~)\s?$/.test(text.slice(before.end, one.start))
    )
      for (let task = from; task <= to; task += 1) tasks.add(task);
  });
  return [...tasks].sort((a, b) => a - b);
}

/** Tasks that count in a unit which this clause counts in. */
export function ownersOf(text: string, unitsOf: ReadonlySet<string>[], bases: ReadonlySet<string>): number[] {
  const owners = new Set<number>();
  const counters = new Set([...bases].filter((base) => base !== '%'));
  for (const number of numbersIn(text)) {
    const unit = unitAt(text, number.end, counters);
    if (unit && unit.kind !== 'other') unitsOf.forEach((own, task) => own.has(unit.base) && owners.add(task));
    else if (unit && /^[场件户家台]$/.test(unit.base))
      unitsOf.forEach((own, task) => own.has(`${unit.base}次`) && owners.add(task));
  }
  if (/率|占比|比例|比重/.test(text) && !/完成率/.test(text) && percentsIn(text).length > 0)
    unitsOf.forEach((own, task) => own.has('%') && owners.add(task));
  return [...owners];
}

/** 另有一项卡住了, of three or more: which one isn't told. */
const ONE_MORE =
  /^(?:另外?|还|其中|另外还)有一?(?:项|件事|个任务)(?:任务|工作)?(?=[没还暂尚未停卡不正已目要受因做推进干搞弄])/;
export const isOneMore = (text: string, topics: Topics): boolean =>
  ONE_MORE.test(text) && Math.max(...topicScores(text, topics)) < 0.4;
