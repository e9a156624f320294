/** Takes away the worker of this site and all that it kept; another site at this host keeps its own. */

const root = new URL("../../../", import.meta.url);

export async function forget() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(root.href);
  if (registration?.scope === root.href) await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(`houvast ${root.pathname} `)).map((name) => caches.delete(name)));
}
