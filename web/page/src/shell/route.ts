import { useSyncExternalStore } from 'react';

export const PAGES = [
  'today',
  'tasks',
  'task',
  'briefs',
  'phases',
  'people',
  'undelivered',
  'burden',
  'unsigned',
  'plans',
  'reading',
  'amendments',
  'inbox',
] as const;
export type PageName = (typeof PAGES)[number];

export interface Route {
  page: PageName;
  id: string | null;
}

/** An address cut in the middle of a character stays as it is: no task has that id, and the page says so. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `#/task/<id>` and the like, or `/inbox` as typed; anything unknown is null, and the shell decides. */
export function parseHash(hash: string): Route | null {
  const [page = '', ...rest] = hash
    .replace(/^#?\/?/, '')
    .replace(/\?.*$/, '')
    .split('/');
  const known = PAGES.find((name) => name === page);
  const id = decoded(rest.join('/'));
  return known === undefined || ((known === 'task' || known === 'reading') && id === '')
    ? null
    : { page: known, id: id === '' ? null : id };
}

export function hrefOf(page: PageName, id?: string): string {
  return id === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
}

export function go(page: PageName, id?: string): void {
  location.hash = hrefOf(page, id);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route | null {
  return parseHash(useSyncExternalStore(subscribe, () => (location.hash === '' ? location.pathname : location.hash)));
}
