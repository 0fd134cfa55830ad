import { attach } from './attach.ts';
import type { Clause } from './clauses.ts';
import type { Naming } from './naming.ts';
import { tasksNumbered } from './task-numbers.ts';
import { byPlace } from './tasks-by-place.ts';
import { exceptIn, isOneMore, ownersOf, ranged, withoutSpans } from './tasks-told.ts';
import { ANNOUNCES, ENUMERATES } from './words.ts';
import { taskBySigns, topicScores } from './topics.ts';

/** A clause with the open tasks of which it speaks; `label`: the words that only name them. */
export interface Part {
  clause: Clause;
  tasks: number[];
  label: { start: number; end: number }[];
  /** It names its tasks itself. */
  named: boolean;
  /** Said of all tasks, or of the others. */
  sweeping: boolean;
  /** Only characters that no other task's words hold speak for it. */
  guessed?: true;
}

export interface Segments {
  parts: Part[];
  /** Clauses of no task that could be told. */
  loose: Clause[];
  /** A number was named that no open task has. */
  unknown: boolean;
  /** Such a number leads words that report something. */
  strange: boolean;
}

/** Words without anything said of a task: a name alone, waiting for what follows. */
const LABEL_ONLY = /^[^\d%零一二三四五六七八九十]{0,16}$/;
const SAYS = /已|了|未|没|无|在|完|办|停(?!车)|卡|等|待|申请|延|请|达|新增|累计|印发|不|正常|进行|推进/;

export function segmentsOf(clauses: Clause[], naming: Naming, masked: (clause: Clause) => string): Segments {
  const { count, topics, unitsOf, units } = naming;
  const parts: Part[] = [];
  const waiting: Clause[] = [];
  const loose: Clause[] = [];
  let unknown = false;
  let strange = false;
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
        strange ||=
          count > 1 &&
          /^(?:[(第①-⑳A-Za-z一二三四五六七八九十]|\d+(?:\.\d+)?项)/.test(text.slice(found[0]?.start ?? 0)) &&
          found[0]?.start === 0;
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
      const inside = text.slice(0, outside.length);
      if (
        /累计|新增|完成|[^第\d(]\d+[个家户件场座处台套人%]/.test(
          withoutSpans(
            inside,
            found.filter(({ end }) => end <= inside.length),
          ),
        )
      )
        put({ ...clause, end: clause.start + inside.length, text: inside }, outside.tasks, label, true);
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
    if (!place && count > 2 && isOneMore(text, topics)) {
      current = [];
      strange = true;
      loose.push(clause);
      return;
    }
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
        : best >=
            ((clause.first || Math.max(...topicScores(text.slice(0, 3), topics)) >= 0.4) && here === 0 ? 0.4 : 0.5) &&
          (best > here || (current.length > 1 && scores.filter((score) => score === best).length === 1));
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
    if (task !== null)
      parts.push(
        ...loose.splice(0).map((clause) => ({
          clause,
          tasks: [task],
          label: [],
          named: false,
          sweeping: false,
          guessed: true as const,
        })),
      );
  }
  const addressed = new Set(
    parts.filter(({ sweeping }) => !sweeping).flatMap(({ tasks }) => tasks.filter((task) => task >= 0)),
  );
  const others = Array.from({ length: count }, (_, task) => task).filter((task) => !addressed.has(task));
  return {
    parts: parts.map((part) => (part.tasks[0] === -1 ? { ...part, tasks: others } : part)),
    loose,
    unknown,
    strange,
  };
}
