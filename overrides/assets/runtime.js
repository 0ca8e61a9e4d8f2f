// Starts Python in a worker, once for all calculators of a page, and asks it.

const PATIENCE = 10; // seconds without any progress before the page says so
const NEAR = "1000px"; // a calculator this far below what is seen already starts Python

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

  more() {
    this.left = PATIENCE;
  }

  end() {
    clearInterval(this.timer);
  }
}

// One Python for all calculators of the page.
class Runtime extends EventTarget {
  #worker;
  #waiting = new Map();
  #number = 0;

  // Starts Python when the element comes near what the reader sees, or is used.
  startNear(element) {
    return new Promise((resolve, reject) => {
      const seen = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) begin(); }, { rootMargin: NEAR });
      const begin = () => {
        seen.disconnect();
        this.start().then(resolve, reject);
      };
      seen.observe(element);
      element.addEventListener("focusin", begin, { once: true });
    });
  }

  start() {
    if (this.ready) return this.ready;
    this.ready = new Promise((resolve, reject) => {
      const fail = (why) => {
        patience.end();
        this.#worker?.terminate();
        this.failure = why;
        reject(new Error(why));
        for (const { reject: refuse } of this.#waiting.values()) refuse(new Error(why));
      };
      const patience = new Patience(() => fail("nothing more arrived for ten seconds. Check your connection"));
      try {
        this.#worker = new Worker(new URL("calculator-worker.js", import.meta.url), { type: "module" });
      } catch (error) {
        fail(`the browser does not allow it (${error.message}). Tell whoever keeps this site`);
        return;
      }
      this.#worker.onerror = (event) => fail(event.message || "the file calculator-worker.js cannot be run. Tell whoever keeps this site");
      this.#worker.onmessage = ({ data }) => {
        if (data.progress !== undefined) {
          for (const one of [patience, ...[...this.#waiting.values()].map((asked) => asked.patience)]) one.more();
          this.progress = data.progress;
          this.dispatchEvent(new Event("progress"));
        } else if (data.failed) {
          fail(data.failed);
        } else if (data.ready) {
          patience.end();
          this.isReady = true;
          resolve();
          navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ keep: data.ready })); // for a visit offline
        } else {
          const { resolve: give, reject: refuse } = this.#waiting.get(data.number);
          this.#waiting.delete(data.number);
          data.error ? refuse(new Error(data.error)) : give(data.answer);
        }
      };
    });
    this.ready.catch(() => {});
    return this.ready;
  }

  async ask(request, door = "answer") {
    await this.start();
    const number = ++this.#number;
    const answer = new Promise((resolve, reject) => {
      const patience = new Patience(() => reject(new Error("no answer came for ten seconds. Close other pages and programs")));
      const settle = (how) => (value) => { patience.end(); how(value); };
      this.#waiting.set(number, { resolve: settle(resolve), reject: settle(reject), patience });
      this.#worker.postMessage({ number, door, request: JSON.stringify(request) });
    });
    return JSON.parse(await answer);
  }
}

export const runtime = new Runtime();
