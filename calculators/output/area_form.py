"""The form for an area's file, as the build puts it into the page of the editor; the browser does not need it.

It asks for every key that a file may have: the few that most areas need first, the others folded. What may stand several
times is a template, of which the page's script makes as many as are wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.actions.meetings import meetings
from calculators.actions.register import actions
from calculators.areas import labels
from calculators.areas.editor import LISTS, NUMBERS
from calculators.areas.keys import CONTACT, NAMED, ONCE, SEVERAL, TOP
from calculators.areas.model import WEEKS
from calculators.engine.rules import TIMES
from calculators.output.markup import NOTHING, Html, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculators.areas.keys import Key

FIRST = {"partnership", "telephone", "hours", "out_of_hours", "email", "form", "serves", "address", "first_for"}
LONG = {"text", "cross_boundary", "held", "needs"}
ABOUT = {
    "contact.front-door": "This is the one service that every area needs. Readers see it first, on every page that says whom to ring.",
    "panel": "Add one for each panel that your area has.",
    "line": "Your addition stands under the national step and is marked as your area’s own. It never takes the step’s place. "
    "Nobody checks these words but you: ask a safeguarding professional to read them.",
    "timescale": "You can ask for a step sooner than the national guidance does, not later.",
    "review": "A review can come more often than the national guidance asks, not more rarely. Three months at first, for six "
    "months, then every six months is 3, 6 and 6.",
    "neighbour": "Readers see these when a child lives outside your area.",
    "names": "Fill in only what your area calls by another name.",
    "scale": "Fill this in only if your area uses its own scale beside the continuum.",
}
HINTS = {
    "checked": "For example 22 November 2026",
    "starts": "For example 1 April 2027",
    "until": "For example 31 March 2027",
    "cites": "Only if a document in this site’s register says so, such as nel:front-door. Separate several with commas. "
    "Leave it empty for what you know yourself.",
    "criteria": "A line for each thing it asks for",
    "levels": "A line for each level",
    "telephone": "For example 01632 960001, or 01632 960001 ext 2",
    "out_of_hours": "A comma and the name of who answers can follow, such as 01632 960002, emergency duty team",
    "link": "Copy it from the browser. It begins with https://",
    "form": "Copy it from the browser. It begins with https://",
    "address": "Copy it from the browser. It begins with https://",
    "hours": "For example Monday to Friday 9am to 5pm",
    "first_age": "In completed years",
    "last_age": "In completed years",
    "email": "For referrals, not for emergencies",
    "audience": "For example professionals, or the public",
    "within": "For example 24 hours or 10 working days",
}
FOLDS = {  # the sections of the form, with their tables
    "Other people and services to ring": tuple(
        f"contact.{name}" for name in NAMED["contact"][0] if name != "front-door"
    ),
    "Panels and specialist services": ("panel", "service", "practitioner"),
    "Meetings and reviews": ("names", "review", "attendee", "meeting"),
    "What your area adds to a step": ("line", "timescale"),
    "Papers and scales": (*(f"link.{name}" for name in NAMED["link"][0]), "paper", "scale"),
    "Areas next to yours": ("neighbour",),
}


def editor() -> Html:
    """Give the editor: tools, form, the place for what is to mend and for the preview, and the templates."""
    without = (
        "This editor runs in your browser and needs scripts. Without them, ask whoever hosts the site to write the file for "
        "you: the page on area files lists every key."
    )
    return tag(
        "hsb-area-editor",
        tag("p", without, cls="calculator__without"),
        tag("div", _tools(), _form(), _outcome(), cls="area-editor__all", hidden=True),
        joined(_templates()),
        cls="area-editor",
    )


def _button(do: str, words: str, **also: str) -> Html:
    return tag("button", words, cls="calculator__button calculator__button--quiet", type="button", data_do=do, **also)


def _save() -> Html:
    return tag("button", "Save the file", cls="calculator__button", type="button", data_do="save")


def _tools() -> Html:
    return joined(
        [
            tag(
                "p",
                "What you type stays in this page and in the file that you save. Nothing is sent, and nothing is kept here.",
                cls="calculator__hint",
            ),
            tag(
                "div",
                _button("open", "Open a file"),
                tag("input", type="file", accept=".toml,text/plain", aria_label="Area file to open", hidden=True),
                _save(),
                cls="calculator__buttons",
            ),
            tag("p", cls="calculator__status", role="status"),
        ]
    )


def _form() -> Html:
    first = [_once("", TOP), _several("contact.front-door")]
    folds = [
        tag("details", tag("summary", title), joined(_table(name) for name in tables), cls="fold")
        for title, tables in FOLDS.items()
    ]
    save = tag("div", _save(), cls="calculator__buttons")
    return tag(
        "form",
        joined([*first, *folds, save]),
        cls="area-editor__form",
        aria_label="Your area’s file",
        novalidate=True,
        autocomplete="off",
    )


def _table(name: str) -> Html:
    kind = name.partition(".")[0]
    if kind in ONCE:
        return _once(name, ONCE[kind])
    return _once(name, NAMED["link"][1]) if kind == "link" else _several(name)


def _once(name: str, keys: tuple[Key, ...]) -> Html:
    """Give a table that stands once, with its fields."""
    fields = tag("div", _fields(keys), data_item=True)
    return tag("section", _heading(name), _about(name), fields, data_table=name, data_once=True)


def _several(name: str) -> Html:
    """Give a table that may stand several times; its fields come from a template."""
    called = labels.ONE.get(name, "way to reach it").lower()
    add = f"Add {'an' if called[0] in 'aeiou' else 'a'} {called}"
    return tag(
        "section",
        _heading(name),
        _about(name),
        tag("div", cls="area-editor__items"),
        _button("add", add, aria_label=f"{add}: {labels.TABLES[name]}"),
        data_table=name,
        data_template=name.partition(".")[0],
        data_called=labels.ONE.get(name, labels.TABLES[name]),
    )


def _heading(name: str) -> Html:
    return tag("h3", labels.TABLES[name])


def _about(name: str) -> Html:
    return tag("p", ABOUT[name]) if name in ABOUT else NOTHING


def _templates() -> Iterable[Html]:
    """Give the fields of each table that may stand several times, and the steps that there are to choose from."""
    for name, keys in {"contact": CONTACT, **SEVERAL}.items():
        yield tag(
            "template",
            tag("fieldset", tag("legend"), _fields(keys), _button("drop", "Remove"), data_item=True),
            data_item_of=name,
        )
    groups = [
        tag(
            "optgroup",
            joined(tag("option", one.instruction, value=key) for key, one in actions().items() if one.when == when),
            label=said,
        )
        for when, said in TIMES.items()
    ]
    yield tag("template", joined(groups), data_steps=True)


def _fields(keys: tuple[Key, ...]) -> Html:
    """Give the fields of a table: at first those that most areas need, the others folded."""
    first = [key for key in keys if key.name in FIRST or key.needed]
    rest = [key for key in keys if key not in first]
    if len(rest) < len(first):
        first, rest = list(keys), []
    fold = tag("details", tag("summary", "More about this"), joined(map(_field, rest)), cls="fold") if rest else NOTHING
    return joined([*map(_field, first), fold])


def _field(key: Key) -> Html:
    """Give one field: its label, a hint, the place for its error, and what to type in. The script links the three."""
    hint = HINTS.get(key.name)
    return tag(
        "div",
        tag(
            "label",
            labels.KEYS[key.name],
            "" if key.needed else tag("span", " (optional)", cls="area-editor__optional"),
        ),
        tag("p", hint, cls="calculator__hint") if hint else None,
        tag("p", cls="calculator__error", hidden=True),
        _input(key.name),
        cls="area-editor__field",
    )


def _input(name: str) -> Html:
    if name in {"step", "meeting", "unit"}:
        options = {"": "Months" if name == "unit" else "Choose one"}
        options |= {WEEKS: "Weeks"} if name == "unit" else {}
        options |= {key: one.name for key, one in meetings().items()} if name == "meeting" else {}
        choices = joined(tag("option", said, value=value) for value, said in options.items())
        return tag("select", choices, cls="calculator__text", data_key=name)
    if LISTS.get(name) == "\n" or name in LONG:
        return tag("textarea", cls="calculator__text", data_key=name, rows="3")
    return tag(
        "input",
        cls="calculator__text",
        data_key=name,
        type="text",
        inputmode="numeric" if name in NUMBERS else None,
        spellcheck="false" if name in {"email", "link", "form", "address", "cites"} else None,
    )


def _outcome() -> Html:
    return tag(
        "section",
        tag("div", cls="area-editor__faults", tabindex="-1", aria_label="What is still to mend", role="group"),
        tag("h3", "How it will look"),
        tag(
            "p",
            "Write the area’s name and the front door: then this shows what readers will see.",
            cls="area-editor__none",
        ),
        tag("div", cls="area-editor__preview"),
        cls="area-editor__outcome",
        aria_label="How it will look",
    )
