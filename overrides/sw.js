// Keeps copies of the site's own public files in the browser, so that a second visit works without a network: the frame,
// the pages that were opened, and Python once it was used. The build writes FILES above this line: each file of the site
// with the beginning of its SHA-256. Nothing is kept that is not in it, and nothing whose content is another: what a
// reader types is in no file.
// Each edition has a cache of its own, filled before it is used. It takes over when no page of the old one is open. Its name
// begins with the folder in which the site stands: others on the same host keep their own.

const SCOPE = new URL("./", self.location).href;
const NAME = `guidance ${new URL(SCOPE).pathname} `;
const FRAME = /^(assets\/(?!python\/)|search\/)/; // what every page can need
const PYTHON = /^assets\/python\//;
const UNAVAILABLE = 500; // from this status on a host says that it cannot answer now
const LATE = 4000; // milliseconds after which a kept copy is shown in place of an answer that does not come
// What a host says of a file that a browser has to obey in a copy too: above all the policy for the calculators' worker.
const KEPT_HEADERS = /^(content-type|content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|x-content-type-options|x-frame-options)$/;
const shown = new Map(); // pages → whether a copy was shown, and why: "offline", "unavailable", or undefined
let pages = 0; // that were asked for since this worker was started
const smallLetters = new Map(Object.keys(FILES).map((name) => [name.toLowerCase(), name]));
const nameOfCache = digest(new TextEncoder().encode(JSON.stringify(FILES))).then((hash) => NAME + hash);
const cacheOfEdition = nameOfCache.then((name) => caches.open(name));

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Gives the name in FILES of an address, or undefined: in each form that a host may take, which are folders with and
// without their page, doubled slashes, signs in percents, and small letters for large ones.
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  let plain;
  try {
    plain = decodeURIComponent(origin + pathname.replace(/\/{2,}/g, "/"));
  } catch {
    return undefined; // no address of ours
  }
  if (!plain.startsWith(SCOPE)) return undefined;
  const name = plain.slice(SCOPE.length).replace(/(^|\/)$/, "$1index.html");
  return [name, smallLetters.get(name.toLowerCase())].find((found) => found in FILES);
}

// Gives the address with a slash behind it, if that is the one of a page: hosts send a reader there, as links need it.
function withSlash(address) {
  const url = new URL(address);
  if (url.pathname.endsWith("/")) return undefined;
  url.pathname += "/";
  return nameOf(url) && url.href;
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

// The frame, and whatever the last edition had kept; of Python, whose files have other names now, all. If one file fails,
// nothing changes.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const names = Object.keys(FILES);
  const wanted = new Map(names.filter((name) => FRAME.test(name)).map((name) => [name, undefined]));
  for (const cacheName of (await caches.keys()).filter((name) => name.startsWith(NAME))) {
    const earlier = await caches.open(cacheName);
    for (const { url } of await earlier.keys()) {
      const name = nameOf(url);
      if (name) wanted.set(name, earlier);
      if (PYTHON.test(url.slice(SCOPE.length))) names.filter((one) => PYTHON.test(one) && !wanted.has(one)).forEach((one) => wanted.set(one, earlier));
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
    const all = new Set(names.flatMap((name) => [name, ...(TABLES[name] ?? [])]));
    event.waitUntil(Promise.all([...all].map((name) => keep(name).catch(() => {}))));
  } else {
    event.waitUntil(whyCopy(event.source).then((why) => event.source.postMessage({ copy: why })));
  }
});

// Says why a page is a copy; undefined where it is not one. While a browser starts this worker, it may take the first page
// from its own store, whatever is said here: of such a page the host is asked whether it is there.
async function whyCopy({ id, url }) {
  if (shown.has(id)) return shown.get(id);
  try {
    return (await fetch(url, { method: "HEAD", cache: "no-store" })).status < UNAVAILABLE ? undefined : "unavailable";
  } catch {
    return "offline";
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const name = nameOf(request.url);
  const page = request.mode === "navigate" && !name && withSlash(request.url);
  if (name) event.respondWith(answer(event, name));
  else if (page) event.respondWith(fetch(request).catch(() => Response.redirect(page)));
});

// The host answers first, but for files whose names carry their content.
async function answer({ request, resultingClientId }, name) {
  const isPage = request.mode === "navigate";
  const first = isPage && !pages++;
  const kept = await cacheOfEdition.then((cache) => cache.match(SCOPE + name)).catch(() => undefined);
  if (kept && /^assets\/(python|calculators-)/.test(name)) return kept;
  let why = "unavailable"; // unless the network says otherwise
  const late = new Promise((resolve) => { if (kept) setTimeout(resolve, LATE); });
  // A page is asked of the host even where the browser holds it for fresh: else nobody would be told of a copy.
  const asked = fetch(isPage ? new Request(request, { cache: "no-cache" }) : request).catch((error) => { why = "offline"; return kept ? undefined : Promise.reject(error); });
  try {
    const answered = await Promise.race([asked, late]);
    const good = answered && !(kept && answered.status >= UNAVAILABLE);
    if (isPage && (!good || !first)) shown.set(resultingClientId, good ? undefined : why);
    return good ? answered : kept;
  } catch (error) {
    if (isPage) return notKept();
    throw error;
  }
}

function notKept() {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not available offline</title>
    <h1>You are offline</h1><p>This page was not opened in this browser before, so there is no copy of it. Pages that you opened before still work: <a href="${SCOPE}">go to the home page</a>.</p>
    <p>Child in immediate danger: ring <a href="tel:999">999</a>.</p></html>`;
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
