// Starts Python in a worker, once for all calculators of a page, and asks it.

const PATIENCE = 10_000; // milliseconds without any progress before the page says so
const ASSETS = new URL(".", import.meta.url);

// One Python for all calculators of the page.
class Runtime extends EventTarget {
  #worker;
  #waiting = new Map();
  #number = 0;
  #alarm;

  start() {
    if (this.ready) return this.ready;
    this.ready = new Promise((resolve, reject) => {
      const fail = (why) => {
        clearTimeout(this.#alarm);
        this.#worker?.terminate();
        this.failure = why;
        reject(new Error(why));
      };
      const stillThere = () => {
        clearTimeout(this.#alarm);
        this.#alarm = setTimeout(() => fail("nothing more arrived for ten seconds"), PATIENCE);
      };
      stillThere();
      try {
        this.#worker = new Worker(new URL("calculator-worker.js", ASSETS), { type: "module" });
      } catch (error) {
        fail(`the browser does not allow it (${error.message})`);
        return;
      }
      this.#worker.onerror = (event) => fail(event.message || "the file calculator-worker.js cannot be run");
      this.#worker.onmessage = ({ data }) => {
        if (data.progress !== undefined) {
          stillThere();
          this.progress = data.progress;
          this.dispatchEvent(new Event("progress"));
        } else if (data.failed) {
          fail(data.failed);
        } else if (data.ready) {
          clearTimeout(this.#alarm);
          this.isReady = true;
          resolve();
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
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(() => reject(new Error("no answer came for ten seconds")), PATIENCE);
      const settle = (how) => (value) => { clearTimeout(alarm); how(value); };
      this.#waiting.set(number, { resolve: settle(resolve), reject: settle(reject) });
      this.#worker.postMessage({ number, door, request: JSON.stringify(request) });
    }).then(JSON.parse);
  }
}

export const runtime = new Runtime();
