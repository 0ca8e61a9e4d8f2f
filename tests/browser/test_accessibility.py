"""WCAG 2.2 AA, as far as a program can tell: states, the keyboard, forced colours, motion, names, announcements.

What axe finds on every page, and zoom: test_crawl.py.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.guides.catalogue import GUIDES
from hooks.pages import known_issues
from tests.support.audit_page import WORKSPACE
from tests.support.calculator_page import axe, check, fill, opened, typed_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OF_THE_SCREEN = ("landmark-", "page-has-heading-one", "region:", "scrollable-region-focusable")  # paper has none of it
NAMES = tuple(GUIDES)
KINDS = ("", "procedure/first-action/", "calculators/", WORKSPACE, "reference/glossary/", "continuum/traffic-lights/")
SEEN = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "nothing";
    const boxes = [...focused.getClientRects()];
    const points = boxes.flatMap((box) => [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map(
        (y) => [box.left + x * box.width, box.top + y * box.height])));
    const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (focused.contains(top) || top.contains(focused) && top !== document.body && top.closest("label, summary, svg"));
    });
    const style = getComputedStyle(focused);
    const ring = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none" || style.boxShadow !== "none"
        || focused.closest("svg") || focused.type === "date"; // the parts of a date field draw their own
    return seen && ring ? "" : `${seen ? "no ring" : "hidden"}: ${focused.outerHTML.slice(0, 120)}`;
}"""


def states(page: Page, name: str) -> Iterator[str]:
    """Bring a calculator into one state after the other; give the name of each."""
    page.locator(".calculator__form").wait_for()
    yield "empty"
    check(page)
    yield "errors"
    fill(page, name, typed_for(name))
    check(page)
    expect(page.locator(f"#{name}-result")).to_be_visible()
    yield "result"
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    yield "everything unfolded"
    page.emulate_media(media="print")
    yield "on paper"
    page.evaluate("window.print = () => {}")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    yield "the record on paper"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_role("button", name="Clear all answers").click()
    yield "cleared"
    page.evaluate("document.querySelector('hsb-calculator').fail(new Error('a file is missing'))")
    yield "failed"


@pytest.mark.parametrize("way", [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("name", GUIDES)
def test_axe_finds_nothing_in_any_state_of_a_calculator(
    browser: Browser, address: str, request: pytest.FixtureRequest, name: str, way: tuple[Any, int]
) -> None:
    """Every state, in light colours on a desk or in dark ones on a phone, in turn; none needs a scroll sideways."""
    scheme, width = way
    if (NAMES.index(name) + (scheme == "dark")) % 2 and not request.config.getoption("--every-combination"):
        pytest.skip("`make accessible` looks at each calculator in both")
    viewport: Any = {"width": width, "height": 800}
    with opened(browser, f"{address}calculators/{name}/", color_scheme=scheme, viewport=viewport) as page:
        for state in states(page, name):
            found = [one for one in axe(page) if "paper" not in state or not one.startswith(OF_THE_SCREEN)]
            assert not found, state
            if "paper" not in state:
                assert page.evaluate("document.documentElement.scrollWidth") <= width, state


# What assistive technology is told


def tree(page: Page) -> list[dict[str, str]]:
    """Give the accessibility tree: for each node its role, name, description, and what it says of itself."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        {
            "role": str(node["role"]["value"]),
            "name": str(node.get("name", {}).get("value", "")),
            "description": str(node.get("description", {}).get("value", "")),
            **{entry["name"]: str(entry["value"].get("value", "")) for entry in node.get("properties", ())},
        }
        for node in nodes
        if not node["ignored"]
    ]


def with_role(nodes: list[dict[str, str]], *roles: str) -> list[dict[str, str]]:
    """Give the nodes of these roles."""
    return [node for node in nodes if node["role"] in roles]


INTERACTIVE = (
    "textbox",
    "radio",
    "checkbox",
    "button",
    "link",
    "combobox",
    "navigation",
    "tab",
    "slider",
    "spinbutton",
)


@pytest.mark.parametrize("name", [f"calculators/{name}/" for name in GUIDES] + list(KINDS))
def test_everything_that_can_be_used_has_a_name(browser: Browser, address: str, name: str) -> None:
    """In the accessibility tree every field, button, link and navigation says what it is."""
    with opened(browser, address + name) as page:
        page.wait_for_timeout(200)
        nodes = tree(page)
        assert len(with_role(nodes, "link")) > 10
        assert not [node for node in with_role(nodes, *INTERACTIVE) if not node["name"].strip()]
        assert len(with_role(nodes, "main")) == 1
        assert len(with_role(nodes, "banner")) == 1


@pytest.mark.parametrize("name", GUIDES)
def test_a_calculator_tells_its_questions_errors_and_results(browser: Browser, address: str, name: str) -> None:
    """Each question is a named group or box; an error is an alert that has the focus and is tied to its field; a result is announced."""
    guide = GUIDES[name]
    with opened(browser, f"{address}calculators/{name}/") as page:
        page.locator(".calculator__form").wait_for()
        named = {node["name"] for node in with_role(tree(page), "group", "checkbox")}
        assert {question.text for question in guide.questions if question.relevant({})} <= named
        check(page)
        nodes = tree(page)
        (alert,) = with_role(nodes, "alert")
        assert alert["name"] == "There is a problem"
        assert alert["focused"] == "True"
        wrong = [node for node in with_role(nodes, "textbox", "radio", "checkbox") if node.get("invalid") == "true"]
        assert wrong
        assert all("Error: " in node["description"] for node in wrong)
        fill(page, name, typed_for(name))
        check(page)
        expect(page.locator(f"#{name}-result")).to_be_focused()
        nodes = tree(page)
        said = [node for node in with_role(nodes, "status") if node.get("live") == "polite"]
        assert said
        assert page.get_by_role("status").filter(has_text="The answer is ready").count() == 1
        assert not [node for node in nodes if node.get("invalid") == "true"]
        (focused,) = [node for node in nodes if node.get("focused") == "True" and node["role"] == "heading"]
        assert focused["name"] == page.locator(f"#{name}-result").inner_text()


# The keyboard


def test_the_statement_lists_every_known_issue(site: Path) -> None:
    """The accessibility statement names each expected failure of this file."""
    html = unescape((site / "reference/accessibility/index.html").read_text(encoding="utf-8"))
    for issue in known_issues.issues() or [known_issues.NONE]:
        assert issue in html


# Zoom, colours, motion


@pytest.mark.parametrize("name", [*KINDS, "calculators/FIRST/"])
def test_forced_colours_leave_everything_to_see(browser: Browser, address: str, name: str) -> None:
    """In high contrast: axe finds nothing, buttons keep an edge, the focus keeps a ring, choices can be told."""
    name = name.replace("FIRST", next(iter(GUIDES)))
    with opened(browser, address + name, forced_colors="active") as page:
        page.wait_for_timeout(200)
        assert not axe(page)
        edgeless = """() => [...document.querySelectorAll("main button, main input[type=text]")]
            .filter((one) => one.offsetParent && parseFloat(getComputedStyle(one).borderTopWidth) === 0).map((one) => one.outerHTML)"""
        assert page.evaluate(edgeless) == []
        for _ in range(12):
            page.keyboard.press("Tab")
            assert not page.evaluate(SEEN)


@pytest.mark.parametrize("name", [*KINDS, "calculators/FIRST/"])
def test_nothing_moves_where_less_motion_is_asked_for(browser: Browser, address: str, name: str) -> None:
    """No animation, no transition, no smooth scroll."""
    name = name.replace("FIRST", next(iter(GUIDES)))
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        const lasts = (value) => value.split(",").some((part) => parseFloat(part) > 0.01);
        return style.scrollBehavior === "smooth" || style.animationName !== "none" && lasts(style.animationDuration)
            || style.transitionProperty !== "none" && lasts(style.transitionDuration);
    }).map((one) => one.outerHTML.slice(0, 100))"""
    with opened(browser, address + name, reduced_motion="reduce") as page:
        page.wait_for_timeout(200)
        assert page.evaluate(moving) == []
        assert page.evaluate("document.getAnimations().length") == 0
