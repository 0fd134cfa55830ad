const SHELL = 'duban-shell-1';

/**
 * Lets the page open without a network, where the browser allows that (https, or this machine). What this visit loads
 * beside the worker, before it was there above all, is kept too, as it comes.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  const cache = await caches.open(SHELL);
  const keep = (entries: PerformanceEntryList): void => {
    for (const path of assetsAmong(entries)) void keepOne(cache, path).catch(() => undefined);
  };
  new PerformanceObserver((list) => keep(list.getEntries())).observe({ type: 'resource', buffered: true });
}

function assetsAmong(entries: PerformanceEntryList): string[] {
  return entries
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
}

async function keepOne(cache: Cache, path: string): Promise<void> {
  if ((await cache.match(path)) === undefined) await cache.add(path);
}
