// Only in the edition that opens from a folder (file://), where a browser gives no page a module, a worker or, by
// fetch, a file of its own folder: a worker is made from its code, which stands in CODE (the build writes it above this
// line, and the names of the pages in PAGES), and Python's files come as text in a script, which is loaded when a calculator
// wants them.

const PlainWorker = window.Worker;
const place = /** @type {HTMLScriptElement} */ (document.currentScript).src;

window.Worker = class extends PlainWorker {
  constructor(address) {
    const name = String(address).split("/").pop();
    super(URL.createObjectURL(new Blob([CODE[name]], { type: "text/javascript" })));
    if (name !== "calculator-worker.js") return;
    const script = document.createElement("script");
    script.src = String(new URL("python/files.js", place));
    script.onload = () => this.postMessage({ files: window.pythonFiles });
    script.onerror = () => this.onerror(new ErrorEvent("error", { message: "the file assets/python/files.js is missing. Unpack the whole archive again" }));
    document.head.append(script);
  }
};

// A script of the site, loaded when it is wanted.
function fromFolder(name) {
  const address = new URL(name, place).href;
  if ([...document.scripts].some((script) => script.src === address)) return;
  document.head.append(Object.assign(document.createElement("script"), { src: address }));
}

// Links that a script makes end with a slash, as on a host; from a folder they lead to the file of that page.
function fileOf(address) {
  const url = new URL(address, document.baseURI);
  const top = new URL("..", place).pathname;
  if (url.protocol !== "file:" || !url.pathname.startsWith(top) || !url.pathname.endsWith("/")) return url.href;
  const path = decodeURI(url.pathname.slice(top.length));
  const name = [`${path}index.html`, path.replace(/\/$/, ".html")].find((one) => PAGES.has(one));
  if (name) url.pathname = top + name;
  return url.href;
}
for (const way of ["click", "auxclick"]) {
  addEventListener(way, ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link) link.href = fileOf(link.href);
  }); // last of all: the area has been put into the address by then
}
