// Starts Python in a worker, once for all calculators of a page, and asks it.

const PATIENCE = 10; // seconds without any progress before the page says so
const STARTING = 150; // the same once everything came and Python starts: a slow PC is busy, and no connection is to blame
const CAME = 0.95; // the progress at which everything came
const NEEDED = {
  WebAssembly: "WebAssembly is switched off in this browser, as Lockdown Mode and Edge’s enhanced security do. Use another browser or device",
  DecompressionStream: "this browser is too old for the calculators. Update it, or use another",
};
const NEAR = 1000; // pixels: a calculator this far below what is seen already starts Python

// Counts the seconds in which nothing happened while the page was awake: a device that slept for an hour, or a page in
// the background, whose clock the browser slows, counts as one second at a time.
class Patience {
  constructor(onEnd) {
    this.left = PATIENCE;
    this.timer = setInterval(() => {
      if (--this.left > 0) return;
      this.end();
      onEnd();
    }, 1000);
  }

  more(seconds = PATIENCE) {
    this.left = seconds;
  }

  end() {
    clearInterval(this.timer);
  }
}

// One Python for all calculators of the page. A start that failed is forgotten: who asks again begins again.
class Runtime extends EventTarget {
  #worker;
  #patience;
  #ready; // a promise of the start; none before it is begun, and after it failed
  #settle;
  #refuse;
  #waiting = new Map();
  #number = 0;

  // Starts Python when the element comes near what the reader sees, or is used.
  startNear(element) {
    if (element.getBoundingClientRect().top < innerHeight + NEAR) return this.start();
    return new Promise((resolve, reject) => {
      const seen = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) begin(); }, { rootMargin: `${NEAR}px` });
      const begin = () => {
        seen.disconnect();
        this.start().then(resolve, reject);
      };
      seen.observe(element);
      element.addEventListener("focusin", begin, { once: true });
    });
  }

  start() {
    if (this.#ready) return this.#ready;
    const ready = new Promise((resolve, reject) => { this.#settle = resolve; this.#refuse = reject; });
    ready.catch(() => {});
    this.#ready = ready;
    this.failure = this.progress = undefined;
    const lacking = Object.entries(NEEDED).find(([name]) => typeof self[name] === "undefined");
    if (lacking) {
      this.#fail(lacking[1]);
      return ready;
    }
    try {
      this.#worker = window.calculatorWorker ?? new Worker(new URL("calculator-worker.js", import.meta.url), { type: "module" }); // see frame.js
    } catch (error) {
      this.#fail(`the browser does not allow it (${error.message}). Tell whoever keeps this site`);
      return ready;
    }
    window.calculatorWorker = undefined; // it is used once
    this.#worker.onerror = (event) => this.#fail(event.message || "the file calculator-worker.js cannot be run. Tell whoever keeps this site");
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#patience = new Patience(() => this.#fail(this.progress >= CAME
      ? "Python did not start. Close other pages and programs, then press Check again"
      : "nothing more arrived for ten seconds. Check your connection"));
    this.#worker.postMessage({}); // it begins
    return ready;
  }

  #fail(why) {
    this.#patience?.end();
    this.#worker?.terminate();
    this.failure = why;
    this.isReady = false;
    this.#ready = this.#worker = undefined;
    this.#refuse(new Error(why));
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(why));
  }

  #hear(data) {
    if (data.progress !== undefined) {
      const seconds = data.progress >= CAME ? STARTING : PATIENCE;
      for (const one of [this.#patience, ...[...this.#waiting.values()].map((asked) => asked.patience)]) one.more(seconds);
      this.progress = data.progress;
      this.dispatchEvent(new Event("progress"));
    } else if (data.failed) {
      this.#fail(data.failed);
    } else if (data.ready) {
      this.#patience.end();
      this.isReady = true;
      this.#settle();
      navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ keep: data.ready })); // for a visit offline
    } else {
      const asked = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      data.error ? asked?.reject(new Error(data.error)) : asked?.resolve(data.answer);
    }
  }

  async ask(request, door = "answer") {
    await this.start();
    const number = ++this.#number;
    const answer = new Promise((resolve, reject) => {
      const patience = new Patience(() => this.#fail("no answer came for ten seconds. Close other pages and programs"));
      const settle = (how) => (value) => { patience.end(); how(value); };
      this.#waiting.set(number, { resolve: settle(resolve), reject: settle(reject), patience });
      this.#worker.postMessage({ number, door, request: JSON.stringify(request) });
    });
    return JSON.parse(await answer);
  }
}

export const runtime = new Runtime();
