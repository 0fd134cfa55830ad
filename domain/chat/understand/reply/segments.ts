import type { Clause } from './clauses.ts';
import { countOf, numbersIn } from './numbers.ts';
import { percentsIn } from './percents.ts';
import { unitAt } from './units.ts';
import { numberingOf, tasksNumbered, type Numbering } from './task-numbers.ts';
import { ANNOUNCES, ENUMERATES } from './words.ts';
import { taskBySigns, topicScores, topicsOf, type Topics } from './topics.ts';

/** A clause with the open tasks of which it speaks; `label`: the words that only name them. */
export interface Part {
  clause: Clause;
  tasks: number[];
  label: { start: number; end: number }[];
  /** It names its tasks itself. */
  named: boolean;
  /** Said of all tasks, or of the others. */
  sweeping: boolean;
}

export interface Segments {
  parts: Part[];
  /** Clauses of no task that could be told. */
  loose: Clause[];
  /** A number was named that no open task has. */
  unknown: boolean;
}

export interface Naming {
  numbering: Numbering;
  topics: Topics;
  units: ReadonlySet<string>;
  /** For each task: the base units of its targets. */
  unitsOf: ReadonlySet<string>[];
  count: number;
}

export const namingOf = (tasks: { no: string | null; names: string; units: ReadonlySet<string> }[]): Naming => ({
  numbering: numberingOf(tasks.map(({ no }) => no)),
  topics: topicsOf(tasks.map(({ names }) => names)),
  units: new Set(tasks.flatMap(({ units }) => [...units])),
  unitsOf: tasks.map(({ units }) => units),
  count: tasks.length,
});

const N = '[一二两三四五六七八九十\\d]{1,3}';
const REST = new RegExp(
  `^(?:另外|此外|除此之外|至于)?(?:其余|其他|其它|余下|剩下|别的|余(?=按|均|都|无|未|正常)|(?:剩余|另外)(?=${N}项))(?:的|各)?(?:(?:${N}|几|各)?(?:项|个|件|条)?(?:任务|工作|事项|事)?)(?:的)?(?=$|[没无暂均都全皆按正同跟与和照维进这本下请不未尚还老一也仍依较保待推§已在继稳积扎持抓顺完办结仅只将预处加]|有(?![\\d一二两三四五六七八九十])|年前|年后|节前)`,
);
const EVERY = new RegExp(
  `^(?:以上|上述|我们|[我本](?:单位|局|校|院|镇|办|委|处|街道|乡|县|区|馆|所|中心)|承担的?|负责的?|牵头的?|涉及的?|手上|本期|本次|这|今年的?)*(?:(${N})(?:项|件|个)(?:任务|工作|指标|事|重点)*|(?:各项|每项|几项|这些)(?:任务|工作|事项)?|(?:所有|全部)(?:的)?(?:任务|工作|事项|项目)|(?:全部|全都|统统)(?=完成|办结|已|没|无|正常|按|都|搞)|(?:都|均|皆)(?=[已和与跟同无没按未是在正完办不]))`,
);
/** 我负责的三项任务都…, 目前均…: said of all, whatever stands before. */
const EVERY_LATER = new RegExp(
  `^[^\\d,§]{0,8}?(${N})(?:项|件|个)(?:任务|工作|指标|事项?|重点)*(?=都|均|全|皆|一起|暂?无|没)|^(?:我们|我这[边里]|这边|目前|现在|现|截至目前|任务|各?任务|工作|进展|情况|手头的?|负责的?|承担的?|牵头的?|[我本](?:单位|局|校|院|镇|办|委|处|街道|乡|县|区))+(?:任务|工作)?(?=都|均|全都|全部|皆)`,
);
const FIRST = new RegExp(`^(?:前面?|头)(${N})(?:项|个|条)(?:任务)?`);
const FINAL = new RegExp(`^(?:最?后面?)(${N})(?:项|个|条|件)(?:任务)?`);
const LAST = /^(?:最后|末|倒数第)一?(?:项|个任务|条任务|件事)/;
const FROM_END = new RegExp(`^倒数第(${N})(?:项|个|条)`);
const HEAD = /^头一(?:项|个|条|件)/;

/** Tasks by their place among the open ones; `except` are left out of 其余. */
function byPlace(
  text: string,
  clause: Clause,
  count: number,
  next: Clause | undefined,
): { tasks: number[] | 'rest'; length: number } | null {
  const all = Array.from({ length: count }, (_, at) => at);
  if (count === 1) return null;
  const final = LAST.exec(text);
  if (final) return { tasks: [count - 1], length: final[0].length };
  const head = HEAD.exec(text);
  if (head) return { tasks: [0], length: head[0].length };
  const back = FROM_END.exec(text);
  const nth = countOf(back?.[1]);
  if (back && nth !== null && nth >= 1 && nth <= count) return { tasks: [count - nth], length: back[0].length };
  for (const [pattern, take] of [
    [FIRST, (n: number) => all.slice(0, n)],
    [FINAL, (n: number) => all.slice(-n)],
  ] as const) {
    const match = pattern.exec(text);
    const n = countOf(match?.[1]);
    if (match && n !== null && n >= 2 && n < count + 1) return { tasks: take(n), length: match[0].length };
  }
  const rest = REST.exec(text);
  if (rest && (clause.first || clause.last || next === undefined || next.sentence !== clause.sentence))
    return { tasks: 'rest', length: rest[0].length };
  const every = [EVERY, EVERY_LATER]
    .map((pattern) => pattern.exec(text))
    .find((match) => match && match[0] !== '' && (match[1] === undefined || countOf(match[1]) === count));
  if (every) {
    const n = every[1] === undefined ? count : countOf(every[1]);
    if (n === count) return { tasks: all, length: every[0].length };
  }
  return null;
}

/** Words without anything said of a task: a name alone, waiting for what follows. */
const LABEL_ONLY = /^[^\d%零一二三四五六七八九十]{0,16}$/;
const SAYS = /已|了|未|没|无|在|完|办|停|卡|等|待|申请|延|请|达|新增|累计|印发|不|正常|进行|推进/;

export function segmentsOf(clauses: Clause[], naming: Naming, masked: (clause: Clause) => string): Segments {
  const { count, topics, unitsOf, units } = naming;
  const parts: Part[] = [];
  const waiting: Clause[] = [];
  const loose: Clause[] = [];
  let unknown = false;
  let current: number[] = count === 1 ? [0] : [];
  /** The sentence in which the current tasks were named by number. */
  let numberedIn = -1;
  let labels: number[] = [];
  let excepted: { sentence: number; tasks: number[] } | null = null;
  const put = (clause: Clause, tasks: number[], label: Part['label'], named: boolean, sweeping = false): void => {
    parts.push({ clause, tasks, label, named, sweeping });
  };
  clauses.forEach((clause, at) => {
    const text = masked(clause);
    const next = clauses[at + 1];
    if (count > 1 && ANNOUNCES.test(text) && !/第/.test(text)) return;
    // 一、第3项: the place in the letter is no number of a task.
    if (count > 1 && ENUMERATES.test(text) && next && /[、.)]/.test(clause.after) && /^(?:关于)?第/.test(next.text))
      return;
    const found = tasksNumbered(text, naming.numbering, units);
    const label = found.map(({ start, end }) => ({ start: clause.start + start, end: clause.start + end }));
    if (found.some(({ tasks }) => tasks === null)) {
      unknown = true;
      if (found.every(({ tasks }) => tasks === null)) {
        current = [];
        loose.push(clause);
        return;
      }
    }
    const outside = count > 1 ? exceptIn(text, found, topics) : null;
    if (outside) {
      excepted = { sentence: clause.sentence, tasks: outside.tasks };
      current = outside.tasks;
      numberedIn = clause.sentence;
      labels = [];
      const others = Array.from({ length: count }, (_, task) => task).filter((task) => !outside.tasks.includes(task));
      if (text.length > outside.length)
        put(clause, others, [{ start: clause.start, end: clause.start + outside.length }], true, true);
      return;
    }
    const numbered = ranged(text, found);
    const left = withoutSpans(text, found);
    const alone = LABEL_ONLY.test(left.trim()) && !SAYS.test(left) && left.trim().length <= 12;
    if (numbered.length > 0) {
      let tasks = numbered;
      if (labels.length > 0 && /[,、和及与]/.test(clause.before)) tasks = [...new Set([...labels, ...numbered])];
      labels = alone && left.trim().length <= 2 ? tasks : [];
      if (text.startsWith('除')) excepted = { sentence: clause.sentence, tasks };
      current = tasks;
      numberedIn = clause.sentence;
      attach(waiting, clause, tasks, put, loose);
      put(clause, tasks, label, true);
      return;
    }
    const carried = labels;
    labels = [];
    const ahead = /^[§\s]*(?:[上下]午|晚上|前|内|之前)?/.exec(text)?.[0].length ?? 0;
    const found0 = byPlace(text.slice(/§/.test(text.slice(0, ahead)) ? ahead : 0), clause, count, next);
    // 均已装完 in the middle of a sentence is said of what it speaks of.
    const place =
      found0 !== null &&
      found0.tasks !== 'rest' &&
      found0.tasks.length === count &&
      !clause.first &&
      current.length > 0 &&
      !/[\d一二两三四五六七八九十]项|任务|工作/.test(text)
        ? null
        : found0;
    if (
      place &&
      !(
        place.tasks !== 'rest' &&
        excepted === null &&
        topicScores(text.slice(place.length), topics).some(
          (score, task) => score >= 0.9 && !(place.tasks as number[]).includes(task),
        )
      )
    ) {
      const rest = place.tasks === 'rest';
      const left = excepted?.sentence === clause.sentence ? excepted.tasks : null;
      const tasks = rest
        ? []
        : left
          ? (place.tasks as number[]).filter((task) => !left.includes(task))
          : (place.tasks as number[]);
      if (!rest) current = tasks;
      numberedIn = -1;
      put(
        clause,
        rest ? [-1] : tasks,
        [{ start: clause.start, end: clause.start + place.length }],
        true,
        rest || tasks.length === count,
      );
      if (rest) current = [-1];
      return;
    }
    if (count > 1) {
      // In the middle of a sentence only its subject leads over to another task.
      const view = current.length > 0 && clause.before === ',' ? text.slice(0, 10) : text;
      const scores = topicScores(view, topics);
      const best = Math.max(...scores);
      const here = Math.max(0, ...current.map((task) => scores[task] ?? 0));
      const held = numberedIn === clause.sentence && current.length > 0;
      const enough = held
        ? best >= 1.9 && here < 0.4
        : best >= 0.5 && (best > here || (current.length > 1 && scores.filter((score) => score === best).length === 1));
      if (enough) {
        const several = /[和与及跟]|[两三四]项/.test(text);
        const tasks = scores.flatMap((score, task) => (score === best || (several && score >= 0.9) ? [task] : []));
        const joined =
          carried.length > 0 && /[、和及]/.test(clause.before) ? [...new Set([...carried, ...tasks])] : tasks;
        if (tasks.length === 1 || several) {
          if (text.startsWith('除')) excepted = { sentence: clause.sentence, tasks: joined };
          if (joined.length !== 1 || joined[0] !== current[0]) current = joined;
          if (!held) numberedIn = -1;
          if (LABEL_ONLY.test(text) && !SAYS.test(text) && text.length <= 12) labels = joined;
          attach(waiting, clause, joined, put, loose);
          put(clause, joined, [], true);
          return;
        }
      }
      if (best < 0.5 || current.length === 0) {
        const owners = ownersOf(text, unitsOf, units);
        const stays = current.some((task) => owners.includes(task));
        if (owners.length === 1 && !stays && !held) {
          current = owners;
          attach(waiting, clause, owners, put, loose);
          put(clause, owners, [], true);
          return;
        }
      }
    }
    if (
      excepted?.sentence === clause.sentence &&
      /^(?:其余|其他|别的)?(?:均|都|皆|全|暂?无|没|同上|与|和)/.test(text) &&
      count > 1
    ) {
      const left = excepted.tasks;
      put(
        clause,
        Array.from({ length: count }, (_, task) => task).filter((task) => !left.includes(task)),
        [],
        true,
        true,
      );
      return;
    }
    if (current.length > 0) put(clause, current, [], false);
    else waiting.push(clause);
  });
  loose.push(...waiting);
  // Nothing names a task: a character that only one task's words hold is better than a question.
  if (parts.length === 0 && count > 1 && !unknown) {
    const task = taskBySigns(loose.map((clause) => clause.text).join(''), topics);
    if (task !== null) for (const clause of loose.splice(0)) put(clause, [task], [], false);
  }
  const addressed = new Set(
    parts.filter(({ sweeping }) => !sweeping).flatMap(({ tasks }) => tasks.filter((task) => task >= 0)),
  );
  const others = Array.from({ length: count }, (_, task) => task).filter((task) => !addressed.has(task));
  return { parts: parts.map((part) => (part.tasks[0] === -1 ? { ...part, tasks: others } : part)), loose, unknown };
}

/** What stood before a task was named, in the same sentence, was said of it. */
function attach(
  waiting: Clause[],
  clause: Clause,
  tasks: number[],
  put: (clause: Clause, tasks: number[], label: Part['label'], named: boolean) => void,
  loose: Clause[],
): void {
  for (const one of waiting.splice(0)) {
    if (one.sentence === clause.sentence) put(one, tasks, [], false);
    else loose.push(one);
  }
}

const withoutSpans = (text: string, spans: { start: number; end: number }[]): string =>
  spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);

/** 除第(十四)项外都没有变化: the tasks left out, and how long the words are. */
function exceptIn(
  text: string,
  found: { end: number; tasks: number[] | null }[],
  topics: Topics,
): { tasks: number[]; length: number } | null {
  const match = /^除了?(.{1,24}?)(?:之外|以外|外(?!出))/.exec(text);
  if (!match) return null;
  const numbered = found.filter(({ end }) => end <= match[0].length).flatMap(({ tasks }) => tasks ?? []);
  if (numbered.length > 0) return { tasks: numbered, length: match[0].length };
  const scores = topicScores(match[1] ?? '', topics);
  const best = Math.max(...scores);
  return best >= 0.5 ? { tasks: [scores.indexOf(best)], length: match[0].length } : null;
}

/** Third to fifth: what lies between two numbers joined by 至 belongs with them. */
function ranged(text: string, found: { start: number; end: number; tasks: number[] | null }[]): number[] {
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
function ownersOf(text: string, unitsOf: ReadonlySet<string>[], bases: ReadonlySet<string>): number[] {
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
