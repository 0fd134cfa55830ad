import type { DraftPlan, Question } from '../../../../domain/document/types.ts';
import { plain, type Agreement } from './compare.ts';

const LISTS: Readonly<Record<string, keyof DraftPlan>> = {
  phases: 'phases',
  'phase dates': 'phases',
  'phase duties': 'phases',
  'target names': 'targets',
  'target figures': 'targets',
  bodies: 'bodies',
  safeguards: 'safeguards',
  recurring: 'recurring',
};
const UNIT_ROLES = new Set(['leadUnits', 'responsibleUnits', 'otherUnits']);

/** Where in the draft a wrong fact belongs: pointers of which one must carry a question. */
function pathsOf(field: string, fact: string, plan: DraftPlan): string[] {
  if (field === 'head') return [`/${fact.split('=')[0]}`];
  if (field === 'period') return [`/period/${fact.split(' ')[0]}`, '/period'];
  const list = LISTS[field];
  if (list !== undefined) {
    const items = plan[list] as readonly { name?: string; title?: string }[];
    const at = items.findIndex((item) => fact.includes(plain(item.name ?? item.title ?? '\0')));
    return at < 0 ? [`/${list}`] : [`/${list}`, `/${list}/${at}`];
  }
  const at = plan.tasks.findIndex(({ title }) => fact.includes(plain(title)));
  if (at < 0) return ['/tasks'];
  return UNIT_ROLES.has(field)
    ? [`/tasks/${at}/leadUnits`, `/tasks/${at}/responsibleUnits`, `/tasks/${at}`]
    : [`/tasks/${at}`, '/tasks'];
}

/** Of the wrong facts of a field, how many carry a question on their place or on one inside it. */
export function questioned(
  field: string,
  { missing, extra }: Agreement,
  plan: DraftPlan,
  questions: readonly Question[],
) {
  const wrong = [...new Set([...missing, ...extra])];
  const asked = wrong.filter((fact) => {
    const paths = pathsOf(field, fact, plan);
    return questions.some(({ path }) => paths.some((place) => path === place || path.startsWith(`${place}/`)));
  });
  return { wrong: wrong.length, asked: asked.length };
}
