// Keeps the page's shell, so that it opens without a network. Answers of the interface (/api) are a person's own and
// are never kept; what was typed lies in the page's own storage.
const SHELL = 'duban-shell-1';
const PAGE = '/';
const KEPT = [PAGE, '/manifest.webmanifest', '/icons/duban.svg', '/icons/duban-192.png'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(KEPT))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(newestPage(request));
  else if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/icons/'))
    event.respondWith(keptAsset(request));
});

/** The page as the server has it; as it was last, where there is no way to the server. Its address may hold a one-time code: only the page itself is kept. */
async function newestPage(request) {
  try {
    const response = await fetch(request);
    if (response.ok && (response.headers.get('content-type') ?? '').includes('text/html'))
      await (await caches.open(SHELL)).put(PAGE, response.clone());
    return response;
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

/** Names of assets hold a hash of their content: what is kept is right for ever. */
async function keptAsset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(SHELL)).put(request, response.clone());
  return response;
}
