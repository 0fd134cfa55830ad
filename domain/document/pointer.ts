/** Keys that reach into every object's own machinery; no plan has a field of that name. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The keys of a JSON pointer (RFC 6901); null for what is none. */
export function pointerKeys(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return null;
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.some((key) => FORBIDDEN.has(key)) ? null : keys;
}

export const pointerOf = (...keys: (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The place itself, or one under it. */
export const isWithin = (pointer: string, ancestor: string): boolean =>
  pointer === ancestor || pointer.startsWith(`${ancestor}/`);

const indexIn = (list: readonly unknown[], key: string): number | null => {
  const at = /^(0|[1-9]\d{0,5})$/.test(key) ? Number(key) : -1;
  return at >= 0 && at <= list.length ? at : null;
};

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  let here = value;
  for (const key of pointerKeys(pointer) ?? ['']) {
    if (Array.isArray(here)) here = here[indexIn(here, key) ?? here.length];
    else if (typeof here === 'object' && here !== null && Object.hasOwn(here, key))
      here = (here as Record<string, unknown>)[key];
    else return undefined;
  }
  return here;
}

/** A copy with another value there; a list may grow by one at its end. Undefined where the place doesn't exist. */
export function withValueAt<T>(value: T, pointer: string, next: unknown): T | undefined {
  const keys = pointerKeys(pointer);
  return keys === null ? undefined : (withValue(value, keys, next) as T | undefined);
}

function withValue(value: unknown, [key, ...rest]: string[], next: unknown): unknown {
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    const at = indexIn(value, key);
    if (at === null || (at === value.length && rest.length > 0)) return undefined;
    const inner = withValue(value[at], rest, next);
    return inner === undefined ? undefined : value.toSpliced(at, 1, inner);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = withValue((value as Record<string, unknown>)[key], rest, next);
  return inner === undefined ? undefined : { ...value, [key]: inner };
}

/** `tasks[3].leadUnits[0]`, as problems name their place, as a JSON pointer. */
export const pointerOfPath = (path: string): string => pointerOf(...path.split(/[.[\]]+/).filter((key) => key !== ''));
