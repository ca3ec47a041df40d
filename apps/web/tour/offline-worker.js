/*
 * Keeps the page and the built files of the nurse's tour, so that a reload in a dead zone still opens it. Registered
 * on the tour alone. Never an answer of the api, never anything of a person: built files only, the same for everybody.
 * The two names in capitals are written by the build (vite.config.ts).
 */
const CACHE = 'guichet-coquille-__BUILD__';
const FILES = __FILES__;
/** Any address that answers with the page that starts the application. */
const SHELL = '/connexion';
/** A network that answers nothing for so long is no network. */
const PATIENCE_MS = 4000;

const known = new Set(FILES);

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(SHELL, { cache: 'reload' }), ...FILES]);
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function pageOrShell(request) {
  const shell = () => caches.match(SHELL, { cacheName: CACHE });
  const silence = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)).then(shell);
  try {
    const answer = await Promise.race([fetch(request), silence]);
    return answer ?? (await fetch(request));
  } catch {
    return (await shell()) ?? Response.error();
  }
}

async function fileOf(request) {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageOrShell(request));
  else if (known.has(pathname)) event.respondWith(fileOf(request));
});
