/*
 * The worker that keeps a learning path for where there is no network.
 *
 * A path is kept whole, in a cache of its own: all that its `offline.json` lists, each file only if it has the hash that
 * stands there. A newer one is made beside it, and takes its place when the learner agrees, or when no page of the path
 * is open. A page in a kept path takes everything from that cache, so that two versions never mix. Any other page comes
 * from the network, and what was seen last where there is none.
 */
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = new URL(worker.registration.scope).pathname;
const LOCALES = "{{ locales }}".split(" ");
/** What every cache of this site begins with. An address holds no space, so no other site's begins so. */
const OWN = `houvast ${SCOPE} `;
const STATE = `${OWN}state`;
const SEEN = `${OWN}seen`;
const LIST = "offline.json";
const MOST_PATHS = 2;
/** Pages and what they need, the last ones seen. */
const MOST_SEEN = 100;
const AT_A_TIME = 6;

/**
 * A kept path: the cache it is in, and the one that may take its place.
 * @typedef {{ path: string, current: string, next?: string }} Kept
 */

/* The code of a new worker may take over at once: which version of a page is shown does not hang on it. */
worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const { houvast, path } = event.data ?? {};
  if (!isPath(path)) return;
  if (houvast === "keep") event.waitUntil(alone(() => keep(path)).catch(() => undefined));
  if (houvast === "renew") event.waitUntil(alone(() => renew(path)));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isRoot = url.pathname === SCOPE && request.mode === "navigate";
  if (request.method !== "GET" || url.origin !== location.origin || !(isRoot || isOurs(url.pathname))) return;
  event.respondWith(answer(event, url));
});

/** Whether an address is in a language of this site: at the same host others may have theirs. @param {string} address */
function isOurs(address) {
  if (!address.startsWith(SCOPE)) return false;
  const [first, ...more] = address.slice(SCOPE.length).split("/");
  return more.length > 0 && LOCALES.includes(first ?? "");
}

/** Whether this can be the place of a path: `nl/recruiter/calm/`. @param {unknown} path @returns {path is string} */
function isPath(path) {
  return typeof path === "string" && /^[\w-]+\/[\w-]+\/[\w-]+\/$/.test(path) && isOurs(SCOPE + path);
}

/** Do one thing at a time, also where two tabs ask. @template T @param {() => Promise<T>} work */
const alone = (work) => navigator.locks.request(OWN, work);

/* ---- Answering ---- */

/** @param {FetchEvent} event @param {URL} url @returns {Promise<Response>} */
async function answer(event, url) {
  const isPage = event.request.mode === "navigate";
  const from = isPage ? url.pathname : await pageOf(event.clientId);
  const kept = (await paths()).find(({ path }) => from.startsWith(SCOPE + path));
  if (kept) {
    const cache = await caches.open(isPage ? await latest(kept) : kept.current);
    const held = await cache.match(url.pathname);
    if (held) return held;
  }
  try {
    const response = await fetch(event.request);
    event.waitUntil(see(url.pathname, response.clone(), isPage).catch(() => undefined));
    return response;
  } catch {
    return (await seen(url.pathname, from)) ?? (isPage ? notHere(url.pathname) : Response.error());
  }
}

/** The address of the page that asks for something. @param {string} id */
async function pageOf(id) {
  const page = id ? await worker.clients.get(id) : undefined;
  return page ? new URL(page.url).pathname : "";
}

/** The open pages of a path. @param {string} path */
async function pagesOf(path) {
  const pages = await worker.clients.matchAll({ type: "window" });
  return pages.filter((page) => new URL(page.url).pathname.startsWith(SCOPE + path));
}

/** The cache that a page which is opened now comes from: a newer one if nobody is in the old. @param {Kept} kept */
async function latest(kept) {
  if (kept.next && (await pagesOf(kept.path)).length === 0) {
    // Not after a download that goes on: nobody waits for that to open a page.
    await navigator.locks.request(OWN, { ifAvailable: true }, (free) => (free ? renew(kept.path) : undefined));
  }
  return (await paths()).find(({ path }) => path === kept.path)?.current ?? kept.current;
}

/** The way to a page that says what is not on this device, and leads to what is. @param {string} address */
async function notHere(address) {
  const [last] = await paths();
  if (address === SCOPE && last) return Response.redirect(`${SCOPE}${last.path.split("/")[0]}/`);
  const [asked = ""] = address.slice(SCOPE.length).split("/");
  for (const locale of [asked, ...LOCALES]) {
    const page = `${SCOPE}${locale}/offline.html`;
    if (address !== page && (await seen(page, page))) return Response.redirect(`${page}#${address}`);
  }
  return Response.error();
}

/* ---- What was seen ---- */

/** Whether an answer is the file itself: no way to a login, no error, from nowhere else. @param {Response} response */
const isWhole = (response) => response.status === 200 && response.type === "basic" && !response.redirected;

/**
 * Keep what came from the network for another time. Of pages only ours: a login may stand at any address.
 * @param {string} address @param {Response} response @param {boolean} isPage
 */
async function see(address, response, isPage) {
  const kind = response.headers.get("Content-Type") ?? "";
  if (!isWhole(response) || kind.startsWith("text/html") !== isPage || address.endsWith(LIST)) return;
  if (isPage) {
    const build = /<html [^>]*data-build="(\w+)"/.exec(await response.clone().text())?.[1];
    if (!build) return;
    await alone(() => seenAt(build));
  }
  const cache = await caches.open(SEEN);
  await cache.delete(address);
  await cache.put(address, response);
  for (const old of (await cache.keys()).slice(0, -MOST_SEEN)) await cache.delete(old);
}

/** Pages go with the styles and scripts of one build: those of another are dropped. @param {string} build */
async function seenAt(build) {
  const state = await caches.open(STATE);
  const before = await state.match(`${SCOPE}build`);
  if (before && (await before.text()) === build) return;
  if (before) await caches.delete(SEEN);
  await state.put(`${SCOPE}build`, new Response(build));
}

/**
 * What there is of an address without a network: as the page that asks was seen, or else as it came with a path.
 * @param {string} address @param {string} from  the page
 */
async function seen(address, from) {
  const cache = await caches.open(SEEN);
  const kept = (await paths()).map(({ current }) => current);
  const names = (await cache.match(from)) ? [SEEN, ...kept] : [...kept, SEEN];
  for (const name of names) {
    const held = await (await caches.open(name)).match(address);
    if (held) return held;
  }
  return undefined;
}

/* ---- Keeping a path ---- */

/** @type {Promise<Kept[]> | undefined} the last one visited first */
let known;

/** @returns {Promise<Kept[]>} */
const paths = () => (known ??= readPaths().catch(() => []));

/** @returns {Promise<Kept[]>} */
async function readPaths() {
  const held = await (await caches.open(STATE)).match(`${SCOPE}paths`);
  return held ? held.json() : [];
}

/** Remember which paths are kept, and delete every cache that is of none. @param {Kept[]} kept */
async function remember(kept) {
  await (await caches.open(STATE)).put(`${SCOPE}paths`, new Response(JSON.stringify(kept)));
  known = Promise.resolve(kept);
  const wanted = new Set([STATE, SEEN, ...kept.flatMap(({ current, next }) => [current, next ?? current])]);
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && !wanted.has(name)).map((name) => caches.delete(name)));
}

/** Keep a path, or get its newer version ready beside the one that is kept. @param {string} path */
async function keep(path) {
  const before = await paths();
  const others = before.filter((kept) => kept.path !== path).slice(0, MOST_PATHS - 1);
  const kept = before.find((one) => one.path === path);
  const answer = await fetch(SCOPE + path + LIST, { cache: "no-cache" });
  if (!isWhole(answer)) return;
  const text = await answer.text();
  const name = `${OWN}${path} ${await hashOf(new TextEncoder().encode(text))}`;
  if (kept?.current === name) {
    await remember([{ path, current: name }, ...others]);
    return;
  }
  if (kept?.next !== name) await download(name, filesIn(text), before, SCOPE + path + LIST, text);
  await remember([kept ? { ...kept, next: name } : { path, current: name }, ...others]);
  if (kept) await tell(path, "newer");
}

/**
 * The files of a list, by address, each with its hash.
 * @param {string} text @returns {Record<string, string>}
 */
const filesIn = (text) => JSON.parse(text).files;

/**
 * Fill a cache with all files of a list. What is kept already, with the same hash, is not asked again.
 * @param {string} name @param {Record<string, string>} files @param {Kept[]} kept @param {string} list @param {string} text
 */
async function download(name, files, kept, list, text) {
  await caches.delete(name);
  const cache = await caches.open(name);
  const here = await byHash(kept);
  const open = Object.entries(files);
  const take = async () => {
    for (let one = open.pop(); one; one = open.pop()) {
      const [address, hash] = one;
      await cache.put(SCOPE + address, (await here.get(hash)?.()) ?? (await exactly(SCOPE + address, hash)));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, take));
  } catch (problem) {
    open.length = 0;
    await caches.delete(name);
    throw problem;
  }
  await cache.put(list, new Response(text));
}

/**
 * What is kept, by hash.
 * @param {Kept[]} kept @returns {Promise<Map<string, () => Promise<Response | undefined>>>}
 */
async function byHash(kept) {
  /** @type {Map<string, () => Promise<Response | undefined>>} */
  const here = new Map();
  for (const { path, current } of kept) {
    const cache = await caches.open(current);
    const list = await cache.match(SCOPE + path + LIST);
    if (!list) continue;
    for (const [address, hash] of Object.entries(filesIn(await list.text()))) {
      here.set(hash, () => cache.match(SCOPE + address));
    }
  }
  return here;
}

/** A file from the network, if it is the very one that was built. @param {string} address @param {string} hash */
async function exactly(address, hash) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!isWhole(response) || (await hashOf(await response.clone().arrayBuffer())) !== hash) {
    throw new Error(`not what was built: ${address}`);
  }
  return response;
}

/** The first half of the SHA-256, in hexadecimal signs. @param {BufferSource} content */
async function hashOf(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content)).slice(0, 16);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Put the newer version of a path in the place of the old. @param {string} path */
async function renew(path) {
  const held = await paths();
  for (const kept of held) {
    if (kept.path === path && kept.next) {
      kept.current = kept.next;
      delete kept.next;
    }
  }
  await remember(held);
  await tell(path, "renewed");
}

/** @param {string} path @param {"newer" | "renewed"} houvast */
async function tell(path, houvast) {
  for (const page of await pagesOf(path)) page.postMessage({ houvast, path });
}
