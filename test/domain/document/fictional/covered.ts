import type { DraftPlan, Question } from '../../../../domain/document/types.ts';
import { plain, type Agreement } from './compare.ts';

const LISTS: Readonly<Record<string, 'phases' | 'targets' | 'bodies' | 'safeguards' | 'recurring'>> = {
  phases: 'phases',
  'phase dates': 'phases',
  'phase duties': 'phases',
  'target names': 'targets',
  'target figures': 'targets',
  'targets in full': 'targets',
  bodies: 'bodies',
  safeguards: 'safeguards',
  recurring: 'recurring',
};
/** Which parts of a task a question must be about to cover a wrong fact of that field. */
const OF_TASK: Readonly<Record<string, readonly string[]>> = {
  leadUnits: ['leadUnits', 'responsibleUnits', 'otherUnits'],
  responsibleUnits: ['leadUnits', 'responsibleUnits', 'otherUnits'],
  otherUnits: ['leadUnits', 'responsibleUnits', 'otherUnits'],
  'due dates': ['due'],
  obligations: ['obligation'],
};

const nameOf = (item: object): string => {
  const { name, title, what } = item as { name?: string; title?: string; what?: string };
  return plain(name ?? title ?? what);
};

/** The item of which a fact speaks, the longest name that stands in it; -1 where the draft has none. */
function itemOf(fact: string, items: readonly object[]): number {
  const names = items.map(nameOf);
  const found = names.filter((name) => name !== '' && fact.includes(name)).sort((a, b) => b.length - a.length)[0];
  return found === undefined ? -1 : names.indexOf(found);
}

/** Pointers of which one must carry a question if the fact is wrong. */
function pathsOf(field: string, fact: string, plan: DraftPlan): string[] {
  if (field === 'head') return [`/${fact.split('=')[0]}`];
  if (field === 'period') return [`/period/${fact.split(' ')[0]}`, '/period'];
  const list = LISTS[field];
  if (list !== undefined) {
    const at = itemOf(fact, plan[list]);
    const inside = ['name', 'start', 'end', 'duties', 'value', 'max', 'unit', 'comparator', 'by', 'title', 'kind'];
    return at < 0 ? [`/${list}`] : [`/${list}`, `/${list}/${at}`, ...inside.map((part) => `/${list}/${at}/${part}`)];
  }
  const at = itemOf(fact, plan.tasks);
  if (at < 0) return ['/tasks'];
  const parts = OF_TASK[field] ?? ['title', 'no', 'section'];
  return ['/tasks', `/tasks/${at}`, ...parts.map((part) => `/tasks/${at}/${part}`)];
}

/** Whatever is asked about a task that isn't one makes a person look at it. */
const anythingAsked = (at: number, questions: readonly Question[]) =>
  questions.some(({ path }) => path.startsWith(`/tasks/${at}/`));

/** Of the wrong facts of a field, how many carry a question on their own place, or on the plan as a whole. */
export function questioned(
  field: string,
  { missing, extra }: Agreement,
  plan: DraftPlan,
  questions: readonly Question[],
) {
  const asked = new Set(questions.map(({ path }) => path));
  const wrong = [...new Set([...missing, ...extra])];
  const covered = wrong.filter(
    (fact) =>
      asked.has('') ||
      pathsOf(field, fact, plan).some((path) => asked.has(path)) ||
      (field.startsWith('task ') && extra.includes(fact) && anythingAsked(itemOf(fact, plan.tasks), questions)),
  );
  return { wrong: wrong.length, asked: covered.length };
}
