"""Time the calculators in a real Chromium, beside the same pages with stock Pyodide and one written by hand in JavaScript.

`python -m bench.browser SITE [RUNS]` prints one `name value` a line: medians of runs that take turns, in
milliseconds, kilobytes and megabytes; then ratios to stock. The server stands for the network: it compresses what
hosts compress, and on the slow line it sends 10 Mbit/s and waits 40 ms before each answer. Slowing the processor
is Chromium's own; it slows the page's thread, not the worker.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from hooks.runtime.browser_package import RUNTIME, WORK
from tests.guides.test_scenarios import scenarios
from tools.find_browser import find, node_for_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
PAGES = {"site": "calculators/age/", "stock": "stock/calculators/age/", "twin": "bench/twin.html"}
COMPRESSED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".xml")
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}
OF_PYTHON = re.compile(r"/assets/(?:python/|calculators-)")  # the page itself is the same
PIECE = 16_384  # bytes sent at once on the slow line
MEGABIT = 1_000_000 / 8  # bytes a second
GOALS = {
    "cold_boot_ratio": 0.20,
    "warm_boot_ratio": 0.20,
    "slow_line_cold_boot_ratio": 0.60,
    "bytes_ratio": 0.90,
    "first_lines_ms": 100,
    "slow_line_first_lines_ms": 100,
    "answer_ready_ms": 50,
    "slowest_answer_ms": 50,
    "longest_block_ms": 50,
}

# Runs in the page: answers as soon as there is a form, and notes when what came; Python's boot begins when the page
# asks its worker for it.
ANSWER = """
const noted = (window.noted = { longest: 0, drawing: 0 });
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    const when = startTime > (noted.asked ?? Infinity) ? "longest" : "drawing";
    noted[when] = Math.max(noted[when], duration);
  }
}).observe({ type: "longtask", buffered: true });
const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (...parts) { noted.begun ??= performance.now(); return send.apply(this, parts); };
window.answered = new Promise((resolve) => addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form:not([role=search]):has([name=child])");
  new MutationObserver(() => {
    if (document.querySelector(".result .result__group")) noted.first ??= performance.now();
    if (noted.whole || !document.querySelector(".result__record")) return;
    noted.whole = performance.now();
    resolve(noted);
  }).observe(document.body, { childList: true, subtree: true });
  const ready = () => {
    if (form.hidden || (form.closest("hsb-calculator") && !customElements.get("hsb-calculator"))) return void setTimeout(ready, 1);
    form.querySelector("[name=child]").value = "13";
    const development = form.querySelector('[name=development][value="no"]');
    if (development) development.checked = true;
    noted.asked = performance.now();
    form.requestSubmit();
  };
  ready();
}));
"""
AGAIN = """age => new Promise((resolve) => {
  const form = document.querySelector("form:has([name=child])");
  form.querySelector("[name=child]").value = age;
  document.querySelector(".result").replaceChildren();
  const begun = performance.now();
  const seen = new MutationObserver(() => {
    if (document.querySelector(".result__record")) { seen.disconnect(); resolve(performance.now() - begun); }
  });
  seen.observe(document.body, { childList: true, subtree: true });
  form.requestSubmit();
})"""

# Asks each fictional case three times; gives the slowest case by its middle time.
SLOWEST = """async requests => {
  const scripts = document.querySelector('script[src$="/calculator.js"]').src;
  const { runtime } = await import(new URL("runtime.js", scripts));
  let slowest = 0;
  for (const request of requests) {
    const times = [];
    for (let time = 0; time < 3; time++) {
      const begun = performance.now();
      await runtime.ask(request);
      times.push(performance.now() - begun);
    }
    slowest = Math.max(slowest, times.sort((one, other) => one - other)[1]);
  }
  return slowest;
}"""


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that compresses, lets the browser keep files, and counts what it sends."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - the standard library's attribute
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a host does not wait for the reader before it sends what follows
    sent = 0
    of_python = 0
    rate: float | None = None
    wait = 0.0
    line = threading.Lock()

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(Host.wait)
        if not path.is_file():
            self.send_error(404)
            return
        content = compressed(path) if path.suffix in COMPRESSED else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        size = PIECE if Host.rate else len(content) or 1
        for start in range(0, len(content), size):
            piece = content[start : start + size]
            if Host.rate:
                with Host.line:
                    time.sleep(len(piece) / Host.rate)
            self.wfile.write(piece)
            Host.sent += len(piece)
            if OF_PYTHON.search(self.path):
                Host.of_python += len(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing."""


@functools.cache
def compressed(path: Path) -> bytes:
    """Give what a host that compresses would send."""
    return gzip.compress(path.read_bytes(), 6)


class Quiet(http.server.ThreadingHTTPServer):
    """A server on which a browser may hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


def serve(site: Path, folder: Path) -> Quiet:
    """Serve the site with the two others beside it: the same with stock Pyodide, and the page by hand."""
    _linked(site, folder)
    stock = folder / "stock"
    _linked(site, stock, but="assets")
    _linked(site / "assets", stock / "assets", but=r"python|calculators-.*")
    scripts = next((site / "assets").glob("calculators-*"))
    _linked(scripts, stock / "assets" / scripts.name, but="calculator-worker.js")
    (stock / "assets" / scripts.name / "calculator-worker.js").symlink_to(HERE / "stock-worker.js")
    python = stock / "assets" / "python"
    python.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"):
        (python / name).symlink_to(RUNTIME / name)
    (python / "calculators.whl").symlink_to(next(WORK.glob("*.whl")))
    _linked(HERE, folder / "bench")
    server = Quiet(("127.0.0.1", 0), functools.partial(Host, directory=os.fspath(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _linked(source: Path, target: Path, but: str = "") -> None:
    """Make a folder that holds what another holds, but for the names that match."""
    target.mkdir(exist_ok=True)
    for path in source.iterdir():
        if not re.fullmatch(but, path.name):
            (target / path.name).symlink_to(path)


def visit(page: Page, address: str, figures: dict[str, list[float]], name: str) -> None:
    """Open a page, wait for its answer, note the times."""
    before, of_python = Host.sent, Host.of_python
    page.goto(address)
    noted = page.evaluate("window.answered")
    figures[f"{name}_answer_from_navigation_ms"].append(noted["whole"])
    if "begun" in noted:
        figures[f"{name}_boot_ms"].append(noted["whole"] - noted["begun"])
    figures[f"{name}_first_lines_ms"].append(noted.get("first", noted["whole"]) - noted["asked"])
    figures[f"{name}_block_ms"].append(noted["longest"])
    figures[f"{name}_drawing_block_ms"].append(noted["drawing"])
    figures[f"{name}_kb"].append((Host.sent - before) / 1000)
    figures[f"{name}_python_kb"].append((Host.of_python - of_python) / 1000)


def run(browser: Browser, address: str, line: str, slower: float, figures: dict[str, list[float]]) -> None:
    """Visit each page cold, then warm; on the plain line also ask again, and weigh the memory."""
    for which, path in PAGES.items():
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.add_init_script(ANSWER)
        session: Any = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        visit(page, address + path, figures, f"{line}{which}_cold")
        if line == "":
            page.wait_for_timeout(500)
            figures[f"{which}_answer_ms"].append(page.evaluate(AGAIN, "12"))
            figures[f"{which}_memory_mb"].append(memory(browser))
        if line == "" and which == "site":
            figures["site_slowest_answer_ms"].append(page.evaluate(SLOWEST, requests()))
        page.goto("about:blank")
        visit(page, address + path, figures, f"{line}{which}_warm")
        context.close()


def requests() -> list[dict[str, Any]]:
    """Give every fictional case of every calculator as the page asks it."""
    made = {"today": "2026-11-22", "made": "now", "address": "here"}
    return [{"calculator": of, "typed": case["typed"], **made} for of, case in scenarios()]


def memory(browser: Browser) -> float:
    """Give the megabytes that the pages' processes hold."""
    session: Any = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    total = 0.0
    for process in found:
        status = Path(f"/proc/{int(process['id'])}/status")
        if process["type"] == "renderer" and status.exists():
            held = next(row for row in status.read_text(encoding="utf-8").splitlines() if row.startswith("VmRSS"))
            total += int(held.split()[1]) / 1000
    session.detach()
    return total


def lines(figures: dict[str, list[float]]) -> Iterator[str]:
    """Give the medians, then the ratios and what the goals say."""
    median = {name: statistics.median(values) for name, values in figures.items()}
    for name, value in median.items():
        yield f"{name} {value:.1f}"
    found = {
        "cold_boot_ratio": median["site_cold_boot_ms"] / median["stock_cold_boot_ms"],
        "warm_boot_ratio": median["site_warm_boot_ms"] / median["stock_warm_boot_ms"],
        "slow_line_cold_boot_ratio": median["slow_line_site_cold_boot_ms"] / median["slow_line_stock_cold_boot_ms"],
        "slow_line_warm_boot_ratio": median["slow_line_site_warm_boot_ms"] / median["slow_line_stock_warm_boot_ms"],
        "slow_cpu_cold_boot_ratio": median["slow_cpu_site_cold_boot_ms"] / median["slow_cpu_stock_cold_boot_ms"],
        "cold_answer_from_navigation_ratio": median["site_cold_answer_from_navigation_ms"]
        / median["stock_cold_answer_from_navigation_ms"],
        "warm_answer_from_navigation_ratio": median["site_warm_answer_from_navigation_ms"]
        / median["stock_warm_answer_from_navigation_ms"],
        "bytes_ratio": median["site_cold_python_kb"] / median["stock_cold_python_kb"],
        "first_lines_ms": median["site_cold_first_lines_ms"],
        "slow_line_first_lines_ms": median["slow_line_site_cold_first_lines_ms"],
        "answer_ready_ms": median["site_answer_ms"],
        "slowest_answer_ms": median["site_slowest_answer_ms"],
        "longest_block_ms": median["site_cold_block_ms"],
    }
    for name, value in found.items():
        goal = f" goal {GOALS[name]} {'met' if value <= GOALS[name] else 'NOT_MET'}" if name in GOALS else ""
        yield f"{name} {value:.3f}{goal}"


def main(site: str, runs: str = "5") -> None:
    """Run all, in turns, and print."""
    figures: dict[str, list[float]] = defaultdict(list)
    node_for_playwright()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = serve(Path(site).resolve(), Path(folder))
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for _ in range(int(runs)):
            for line, rate, wait, slower in (
                ("", None, 0.0, 1),
                ("slow_line_", 10 * MEGABIT, 0.04, 1),
                ("slow_cpu_", None, 0.0, 4),
            ):
                Host.rate, Host.wait = rate, wait
                run(browser, f"http://127.0.0.1:{server.server_port}/", line, slower, figures)
        browser.close()
        server.shutdown()
    print("\n".join(lines(figures)))


if __name__ == "__main__":
    main(*sys.argv[1:])
