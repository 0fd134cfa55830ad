import type { ReadingView } from '../../../api.ts';
import type { ReviewAct } from '../../../../domain/document/review-acts.ts';
import { pointerKeys, valueAt } from '../../../../domain/document/pointer.ts';
import { editWords } from './edit-words.ts';
import { isEntry } from './places.ts';
import { valueWords } from './value-words.ts';
import { labelWords } from './label-words.ts';
import { readingWords } from './words.ts';

type Language = 'zh' | 'en';

/** Fields whose label has another name than their key; the same key may mean different things in two lists. */
const LABELS: Record<string, keyof typeof labelWords.zh> = {
  '/title': 'planTitle',
  '/place': 'area',
  '/period/start': 'periodStart',
  '/period/end': 'periodEnd',
  '/office/name': 'officeName',
  '/office/host': 'officeHost',
  'tasks/title': 'task',
  'phases/name': 'phaseName',
  'phases/kind': 'phaseKind',
  'targets/name': 'targetName',
  'targets/unit': 'targetUnit',
  'units/kind': 'unitKind',
};

function fieldLabel(path: string, language: Language): string {
  const words = labelWords[language];
  const keys = pointerKeys(path) ?? [];
  const field = keys.find((key, at) => at >= 2 && !/^\d+$/.test(key)) ?? keys[0] ?? '';
  const key = LABELS[path] ?? LABELS[`${keys[0]}/${field}`] ?? field;
  const word = words[key as keyof typeof words];
  return typeof word === 'string' ? word : field;
}

/** The entry in which a place stands, by its name; empty outside the lists. */
function entryName({ plan }: Pick<ReadingView, 'plan'>, path: string): string {
  const [list = '', key = ''] = pointerKeys(path) ?? [];
  if (list === 'units') return key;
  return /^\d+$/.test(key) ? valueWords(`/${list}/${key}`, valueAt(plan, `/${list}/${key}`), 'zh') : '';
}

/** What an act did, in one sentence. */
export function actText(view: Pick<ReadingView, 'plan'>, { kind, changes }: ReviewAct, language: Language): string {
  const words = editWords[language];
  const [first] = changes;
  if (first === undefined) return '';
  const named = (path: string): string => entryName(view, path);
  const dropped = changes.find(({ path, now }) => isEntry(path) && now === null);
  const added = changes.find(({ path, now }) => isEntry(path) && now !== null);
  if (kind === 'merge' && dropped !== undefined) {
    const into = changes.find(({ path }) => path !== dropped.path)?.path ?? '';
    return words.didMerge(named(dropped.path), named(into));
  }
  if (kind === 'split')
    return words.didSplit(
      valueWords(first.path, first.was, language),
      changes.filter(({ path }) => isEntry(path)).length + 1,
    );
  if (added !== undefined) return words.didAdd(named(added.path));
  if (dropped !== undefined) return words.didDrop(named(dropped.path));
  const moved = changes.find(({ path }) => path.endsWith('/after'));
  const section = changes.find(({ path }) => path.endsWith('/section'));
  if (moved !== undefined && section === undefined) return words.didMove(named(moved.path));
  if (moved !== undefined) return words.didMoveTo(named(moved.path), valueWords('', section?.now, language));
  const said = (value: unknown): string => valueWords(first.path, value, language) || readingWords[language].empty;
  const name = changes.length > 1 ? '' : named(first.path);
  const one = words.didChange(name, fieldLabel(first.path, language), said(first.was), said(first.now));
  return changes.length > 1 ? `${one}${words.andMore(changes.length)}` : one;
}
