// Keeps copies of the site's own public files in the browser, so that a second visit works without a network: the frame,
// the pages that were opened, and Python once it was used. The build writes FILES above this line: each file of the site
// with the beginning of its SHA-256. Nothing is kept that is not in it, and nothing whose content is another: what a
// reader types is in no file.
// Each edition has a cache of its own, filled before it is used. It takes over when no page of the old one is open.

const SCOPE = new URL("./", self.location).href;
const NAME = "guidance ";
const LATE = 4000; // milliseconds after which a kept copy is shown in place of an answer that does not come
// What a host says of a file that a browser has to obey in a copy too: above all the policy for the calculators' worker.
const KEPT_HEADERS = /^(content-type|content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|x-content-type-options|x-frame-options)$/;
const withoutNetwork = new Set(); // pages that were shown from a copy
const nameOfCache = digest(new TextEncoder().encode(JSON.stringify(FILES))).then((hash) => NAME + hash);
const cacheOfEdition = nameOfCache.then((name) => caches.open(name));

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Gives the name in FILES of an address, or undefined.
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  const plain = decodeURI(origin + pathname);
  if (!plain.startsWith(SCOPE)) return undefined;
  const name = plain.slice(SCOPE.length).replace(/(^|\/)$/, "$1index.html");
  return name in FILES ? name : undefined;
}

// Keeps a copy of a file: an earlier one if it is still right, else what the host gives now.
async function keep(name, earlier) {
  const cache = await cacheOfEdition;
  const address = SCOPE + name;
  if (await cache.match(address)) return;
  for (const fetching of [() => earlier?.match(address), () => fetch(address), () => fetch(address, { cache: "reload" })]) {
    const response = await fetching();
    if (!response?.ok) continue;
    const headers = [...response.headers].filter(([header]) => KEPT_HEADERS.test(header));
    const bytes = await response.arrayBuffer();
    if ((await digest(bytes)) !== FILES[name]) continue;
    await cache.put(address, new Response(bytes, { headers }));
    return;
  }
  throw new Error(`${name} is not what it should be`);
}

// The frame, and whatever the last edition had kept. If one file fails, nothing changes.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const wanted = new Map(Object.keys(FILES).filter((name) => name.startsWith("assets/") && !name.startsWith("assets/python/")).map((name) => [name, undefined]));
  for (const cacheName of (await caches.keys()).filter((name) => name.startsWith(NAME))) {
    const earlier = await caches.open(cacheName);
    for (const { url } of await earlier.keys()) {
      const name = nameOf(url);
      if (name) wanted.set(name, earlier);
    }
  }
  for (const [name, earlier] of wanted) await keep(name, earlier);
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const own = await nameOfCache;
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== own) await caches.delete(name);
})()));

self.addEventListener("message", (event) => {
  if (event.data.keep) {
    const names = event.data.keep.map(nameOf).filter(Boolean);
    event.waitUntil(Promise.all(names.map((name) => keep(name).catch(() => {}))));
  } else {
    event.source.postMessage({ withoutNetwork: withoutNetwork.has(event.source.id) });
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const name = request.method === "GET" ? nameOf(request.url) : undefined;
  if (name) event.respondWith(answer(event, name));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(notKept));
});

// The host answers first, but for files whose names carry their content.
async function answer({ request, resultingClientId }, name) {
  const kept = await (await cacheOfEdition).match(SCOPE + name);
  if (kept && /^assets\/(python|calculators-)/.test(name)) return kept;
  const late = new Promise((_, reject) => { if (kept) setTimeout(() => reject(new Error("late")), LATE); });
  try {
    // A page is asked of the host even where the browser holds it for fresh: else nobody would be told of a copy.
    const asked = request.mode === "navigate" ? new Request(request, { cache: "no-cache" }) : request;
    return await Promise.race([fetch(asked), late]);
  } catch (error) {
    if (request.mode === "navigate") withoutNetwork.add(resultingClientId);
    if (kept) return kept;
    if (request.mode === "navigate") return notKept();
    throw error;
  }
}

function notKept() {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not available offline</title>
    <h1>You are offline</h1><p>This page was not opened in this browser before, so there is no copy of it. Pages that you opened before still work: <a href="${SCOPE}">go to the home page</a>.</p>
    <p>Child in immediate danger: ring <a href="tel:999">999</a>.</p></html>`;
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
