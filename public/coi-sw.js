// Cross-origin isolation on static hosts that send no headers. One file in two roles.
//
// As a service worker: answers of our own origin get COOP, COEP and CORP.
// As a page script: registers that worker and reloads once it is ready, at most twice per tab.
(() => {
  const HEADERS = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  const TRIES = 'rearm-isolation-tries';
  const MAX_TRIES = 2;

  if (typeof window === 'undefined') actAsWorker();
  // The first touch of a store waits for the browser; the page has better things to do at its start.
  else if (window.crossOriginIsolated) setTimeout(forgetTries, 5_000);
  // Where there is no worker or no store to be had, the page goes on without isolation.
  else if (window.isSecureContext && 'serviceWorker' in navigator && wantsIsolation()) isolate().catch(() => undefined);

  function forgetTries() {
    try {
      sessionStorage.removeItem(TRIES);
    } catch {
      // A store that is blocked holds none.
    }
  }

  function wantsIsolation() {
    return !new URLSearchParams(location.search).has('no-isolation');
  }

  function actAsWorker() {
    self.addEventListener('install', () => self.skipWaiting());
    self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
    self.addEventListener('fetch', (event) => {
      const { request } = event;
      if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
      if (new URL(request.url).origin !== self.location.origin) return;
      event.respondWith(fetch(request).then(withHeaders));
    });
  }

  function withHeaders(response) {
    if (response.status === 0) return response;
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
    const hasBody = response.status !== 204 && response.status !== 304;
    const { status, statusText } = response;
    return new Response(hasBody ? response.body : null, { status, statusText, headers });
  }

  // Reloading before the load event leaves the page without isolation for good.
  async function isolate() {
    const tries = Number(sessionStorage.getItem(TRIES) ?? 0);
    if (tries >= MAX_TRIES) return;
    await navigator.serviceWorker.register(document.currentScript?.src ?? './coi-sw.js');
    await navigator.serviceWorker.ready;
    if (document.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
    sessionStorage.setItem(TRIES, String(tries + 1));
    location.reload();
  }
})();
