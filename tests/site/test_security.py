"""What is typed or opened stays text; what the site is built with is pinned; what it may do is little."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from calculators import browser as python_side
from calculators.audit.sums import lines as audit_lines
from calculators.guides.catalogue import GUIDES
from hooks.pages import third_party
from tests.guides.test_scenarios import scenarios
from tests.support.audit_page import WORKSPACE, show
from tests.support.calculator_page import READY, opened
from tools import hosting

ROOT = Path(__file__).parents[2]
RUN = "window.attacked=true"
ATTACKS = (
    f"<img src=x onerror={RUN}>",
    f'"><script>{RUN}</script>',
    f"'></textarea><svg/onload={RUN}>",
    "</option></select><iframe srcdoc='<script>parent.attacked=1</script>'>",
    f"javascript:{RUN}",
    "{{7*7}} ${7*7} &lt;b&gt; \u202e =HYPERLINK(1)",
)


class Markup(HTMLParser):
    """The elements of a piece of HTML with the names of their attributes, its links and its text."""

    def __init__(self, html: str) -> None:
        """Read the piece."""
        super().__init__()
        self.shape: list[tuple[str, ...]] = []
        self.links: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.shape.append((tag, *(key for key, _ in attrs)))
        self.links += [value or "" for key, value in attrs if key in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.words += data


def answer(guide: str, typed: dict[str, str]) -> dict[str, Any]:
    """Ask as the page does."""
    asked = {"calculator": guide, "typed": typed, "today": "2026-11-22", "made": "m", "address": "a"}
    found: dict[str, Any] = json.loads(python_side.answer(json.dumps(asked)))
    return found


@pytest.mark.parametrize("name", GUIDES)
def test_an_attack_in_any_field_of_a_calculator_stays_text(name: str) -> None:
    """Every field of every calculator, every attack: the error repeats it as text, and nothing in it is markup."""
    typed = next(case["typed"] for of, case in scenarios() if of == name)
    for field in GUIDES[name].fields():
        for attack in ATTACKS:
            answered, harmless = (answer(name, {**typed, field: text}) for text in (attack, "word"))
            read = Markup(answered["html"])
            assert read.shape == Markup(harmless["html"]).shape, (field, attack)
            assert all(link.startswith(("#", "/procedure/", "procedure/", "tel:", "https://")) for link in read.links)
            said = any(attack in error["message"] for error in answered.get("errors", ()))
            assert said == (attack in read.words), (field, attack)


def audit_with(text: str) -> dict[str, Any]:
    """Give an audit that says this text wherever it may say anything."""
    line = next(iter(audit_lines()))
    entry = {"score": 2, "evidence": text, "assurance": text}
    action = {"line": line, "action": text, "owner": text, "by": text}
    sheet = {"agency": text, "round": 1, "date": "", "lines": {line: entry}}
    return {"format": "hsb-framework-audit", "version": 1, "sheets": [sheet], "actions": [action]}


def open_audit(name: str, data: dict[str, Any]) -> dict[str, Any]:
    """Open an audit as the page does."""
    text = json.dumps(data)
    none: dict[str, list[Any]] = {"sheets": [], "actions": []}
    asked = {"do": "open", "document": none, "files": [{"name": name, "size": len(text), "text": text}]}
    found: dict[str, Any] = json.loads(python_side.audit(json.dumps(asked)))
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_any_field_of_an_audit_file_stays_text(attack: str) -> None:
    """Every text of the file, and its name: the report has the markup of a harmless one, or the file is refused."""
    good = audit_with(attack)
    read, harmless = (Markup(open_audit("a", audit_with(text))["html"]) for text in (attack, "word"))
    assert read.shape == harmless.shape
    assert read.links == harmless.links
    shown = " ".join(attack.replace("\u202e", " ").split())  # what would turn the words round is taken out
    assert shown in " ".join(read.words.split())
    (sheet,), (action,) = good["sheets"], good["actions"]
    for change in (
        {"format": attack},
        {"version": attack},
        {"sheets": attack},
        {"sheets": [{**sheet, "round": attack}]},
        {"sheets": [{**sheet, "date": attack}]},
        {"sheets": [{**sheet, "lines": {attack: {}}}]},
        {"sheets": [{**sheet, "lines": {next(iter(audit_lines())): {"score": attack}}}]},
        {"actions": [{**action, "line": attack}]},
    ):
        assert open_audit(attack, {**good, **change})["error"].startswith(attack), change


def test_an_opened_audit_full_of_attacks_does_nothing_in_the_browser(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Shown, chosen, planned and reported, they run nothing and break no policy."""
    audits = [audit_with(attack) for attack in ATTACKS]
    whole = {**audits[0], **{part: [one for audit in audits for one in audit[part]] for part in ("sheets", "actions")}}
    path = tmp_path / "<img src=x onerror=alert(1)>.json"
    path.write_text(json.dumps(whole))
    with opened(browser, address + WORKSPACE) as page:
        page.get_by_text("Add or open a sheet").wait_for(timeout=READY)
        page.set_input_files(".audit__files", path)
        expect(page.locator(".audit__report")).to_contain_text(ATTACKS[0], timeout=READY)
        show(page, "Score")
        for place in range(len(ATTACKS)):
            page.select_option("#audit-sheet", index=place)
        path.write_text("{")
        page.set_input_files(".audit__files", path)
        expect(page.get_by_role("alert")).to_contain_text("<img")
        assert page.evaluate("window.attacked === undefined")
        assert page.locator("main img, main iframe, hsb-audit script").count() == 0


@pytest.mark.parametrize("name", GUIDES)
def test_an_attack_typed_into_a_calculator_does_nothing_in_the_browser(
    browser: Browser, address: str, name: str
) -> None:
    """Typed into each text field, and forged into each choice, all at once."""
    for attack in ATTACKS[:2]:
        with opened(browser, f"{address}calculators/{name}/") as page:
            page.locator(".calculator__form").wait_for()
            page.evaluate(
                """attack => {
                    for (const input of document.querySelectorAll(".calculator__form input")) {
                        input.removeAttribute("maxlength");
                        input.value = attack;
                        if (input.type !== "text") input.checked = true;
                    }
                }""",
                attack,
            )
            page.get_by_role("button", name="Check").click()
            summary = page.locator(".calculator__summary")
            summary.wait_for(timeout=READY)
            assert attack in summary.inner_text()
            assert page.evaluate("window.attacked === undefined")
            assert page.locator("hsb-calculator img, hsb-calculator script, hsb-calculator iframe").count() == 0


# Where it is built and served


def test_every_dependency_is_locked_by_its_hash_and_no_lock_names_a_registry() -> None:
    """Python and npm: an exact version, a hash, no address."""
    for path in (ROOT / "locks").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path
        for entry in re.split(r"\n(?=\S)", text.strip()):
            assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        if name:
            assert package["integrity"].startswith("sha512-"), name
            assert "resolved" not in package, name


def test_workflows_pin_each_action_to_a_commit_and_may_do_little() -> None:
    """A commit, not a tag that can be moved; read alone, but for the one job that publishes; no credentials kept."""
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        flow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert flow["permissions"] == {"contents": "read"}, path
        for name, job in flow["jobs"].items():
            writes = {key for key, level in job.get("permissions", {}).items() if level == "write"}
            assert writes == ({"pages", "id-token"} if name == "publish" else set()), (path, name)
            for step in job["steps"]:
                used = step.get("uses", "")
                assert not used or re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", used), used
                if used.startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_each_hosting_recipe_sends_the_policy_of_the_pages(site: Path) -> None:
    """nginx, Apache and IIS: the policy, no guessing of types, the page for a missing file; no place left empty."""
    said = hosting.policy((site / "index.html").read_text(encoding="utf-8"))
    recipes = hosting.recipes(said, "/hsb/", "/srv/hsb/")
    assert set(recipes) == {"nginx.conf", "apache.conf", "web.config"}
    for name, text in recipes.items():
        assert said in (text if name != "web.config" else unescape(text)), name
        assert "frame-ancestors 'self'" in unescape(text), name
        assert "Permissions-Policy" in text, name
        assert "Referrer-Policy" in text, name
        assert "nosniff" in text, name
        assert "/hsb/404.html" in text, name
        assert not re.search(r"\{(policy|base|folder|lasting)\}", text), name


def test_everything_served_that_others_made_is_named_with_its_licence(site: Path) -> None:
    """Each file that is not ours belongs to a part of the list; each npm package of the site is on it."""
    parts = third_party.parts()
    ours = {path.name for path in (ROOT / "overrides/assets").iterdir()}
    patterns = [pattern for part in parts for pattern in part["files"]]
    for path in (site / "assets").rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and path.name not in ours:
            assert any(fnmatch(name, pattern) for pattern in patterns), name
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"][""]["dependencies"]
    assert set(locked) <= {part.get("npm") for part in parts}
    html = (site / "reference/licences/index.html").read_text(encoding="utf-8")
    assert all(part["name"] in html and part["licence"] in html for part in parts)
    assert html.count("Permission is hereby granted") == 2
