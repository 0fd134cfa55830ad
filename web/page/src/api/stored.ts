import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(`duban.${key}`);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`duban.${key}`);
    else localStorage.setItem(`duban.${key}`, value);
  } catch {
    // Storage may be full or forbidden; the page works on, it only forgets at reload.
  }
  for (const listener of listeners) listener();
}

export function storeValue(key: string, value: string | null): void {
  write(key, value);
}

export function storedValue(key: string): string | null {
  return read(key);
}

/** At sign-out: nothing that somebody typed stays on a machine that others use. */
export function forgetDrafts(): void {
  try {
    const drafts = Object.keys(localStorage).filter((key) => /^duban\.(draft|form|last-inbox)/.test(key));
    for (const key of drafts) localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing may be.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A text that survives a reload (a draft, a chosen plan), shared by all components that name its key. */
export function useStored(key: string): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => read(key));
  return [value, useCallback((next: string | null) => write(key, next), [key])];
}
