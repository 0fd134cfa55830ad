import type { ReadingView } from '../../../api.ts';
import type { Span } from '../../../../domain/document/types.ts';

export type Part = 'questions' | 'basics' | 'tasks' | 'phases' | 'targets' | 'units' | 'changes' | 'text';

/** `/tasks/5`, `/targets/0`: an entry of a list, and no field of one. */
export const isEntry = (path: string): boolean =>
  /^\/(phases|tasks|targets|bodies|recurring|safeguards)\/\d+$/.test(path);

/** Under which part of the draft a place stands; a question's place is `?` and its id. */
export function partOf(path: string): Part {
  if (path.startsWith('?')) return 'questions';
  const list = path.split('/')[1] ?? '';
  return list === 'tasks' || list === 'phases' || list === 'targets' || list === 'units' ? list : 'basics';
}

export const isUnder = (path: string, ancestor: string): boolean =>
  path === ancestor || path.startsWith(`${ancestor}/`);

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Where a place of the draft stands in the text: itself, else what stands under it, else what it stands in. */
export function spansOf({ anchors, questions }: Pick<ReadingView, 'anchors' | 'questions'>, path: string): Span[] {
  if (path.startsWith('?')) {
    const question = questions.find(({ id }) => id === path.slice(1));
    if (question === undefined) return [];
    return question.anchor === null ? spansOf({ anchors, questions }, question.path) : [question.anchor];
  }
  for (let place = path; place !== ''; place = parentOf(place)) {
    const own = anchors[place];
    if (own !== undefined) return [own];
    const under = Object.entries(anchors).flatMap(([each, span]) => (isUnder(each, place) ? [span] : []));
    if (under.length > 0) return under;
  }
  return [];
}

/** The element of the draft that shows a place, or the nearest that holds it. */
export function elementOf(root: ParentNode, path: string): HTMLElement | null {
  for (let place = path; place !== ''; place = parentOf(place)) {
    const found = root.querySelector<HTMLElement>(`[data-path="${CSS.escape(place)}"]`);
    if (found !== null) return found;
  }
  return null;
}
