// The frame of every page. Runs before anything is drawn; stores nothing but copies of the site's own files (see sw.js).

// Dark colours follow the system. Material's own switch would store the choice.
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.body?.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
dark.addEventListener("change", paint);
new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  paint();
}).observe(document.documentElement, { childList: true });

// Material's single-key shortcuts cannot be switched off and get in the way of screen readers: keep the keys from it.
addEventListener(
  "keydown",
  (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
  },
  true,
);

// Folded parts are opened for printing and folded again after it.
const folded = () => document.querySelectorAll("details.fold");
addEventListener("beforeprint", () => folded().forEach((fold) => { fold.dataset.was = fold.open; fold.open = true; }));
addEventListener("afterprint", () => folded().forEach((fold) => { fold.open = fold.dataset.was === "true"; }));

// Copies for a visit without a network: see sw.js. There are none where the site stands on plain http or in a folder, or
// where the browser keeps no site data.
const ours = new URL("../sw.js", document.currentScript.src);
addEventListener("load", async () => {
  try {
    const copies = navigator.serviceWorker;
    copies.onmessage = ({ data }) => { if (data.withoutNetwork) sayOffline(); };
    copies.controller?.postMessage({});
    await copies.register(ours);
    const { active } = await copies.ready;
    active.postMessage({ keep: [location.href] });
  } catch {
    return;
  }
});

function sayOffline() {
  const said = document.createElement("p");
  said.className = "frame__offline";
  said.setAttribute("role", "status");
  (document.querySelector("#content, article") ?? document.body).prepend(said);
  said.textContent = "You are offline. This is the copy that your browser kept; guidance and telephone numbers may have changed since.";
}
