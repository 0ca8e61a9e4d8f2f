"""The rules, actions, sources and areas as data beside the site, so that another system can show the same advice: data/v1/.

What each file holds is said on the page “The guidance as data”, and by schema.json beside the files. The first version
may gain fields; none of its fields is taken away or means something else.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculators import __version__, sources
from calculators.actions.people import ACTORS, CONTACTS, ROLES
from calculators.actions.register import actions
from calculators.areas.data import to_data
from calculators.engine.ages import Ages, LaterAge
from calculators.engine.rules import TIMES
from calculators.guides.catalogue import GUIDES
from calculators.output import data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.actions.register import Action
    from calculators.areas.model import Area
    from calculators.engine.guide import Guide
    from calculators.engine.rules import Rule

FOLDER = "data/v1"
SCHEMA = Path(__file__).with_name("published_data.schema.json")
AREAS, INDEX = f"{FOLDER}/areas.json", f"{FOLDER}/index.json"
READ_FIRST = (
    "Show each reason with its units, the edition and a link to the page. Take the files anew at each edition: advice that "
    "is out of date can hurt a child. A telephone number belongs to its area and to the day on which it was checked."
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def write(site: Path, areas: Sequence[Area], address: str) -> None:
    """Write every file into a built site.

    Args:
        site: the folder.
        areas: the areas that the site offers.
        address: where the site stands, with a slash at its end; empty if that is not known.

    """
    files = {
        "sources.json": _sources(),
        "actions.json": _actions(),
        "areas.json": _areas(areas),
        **{f"rules/{name}.json": _rules(guide) for name, guide in GUIDES.items()},
    }
    files["index.json"] = {
        "version": 1,
        "edition": __version__,
        "address": address,
        "licence": LICENCE,
        "read_first": READ_FIRST,
        "files": sorted(files),
    }
    schema = SCHEMA.read_text(encoding="utf-8")
    (site / FOLDER / "rules").mkdir(parents=True, exist_ok=True)
    (site / FOLDER / "schema.json").write_text(schema, encoding="utf-8")
    for name, content in files.items():
        (site / FOLDER / name).write_text(_text(content), encoding="utf-8")


def for_edition(site: Path, area: Area, address: str) -> None:
    """Write what is an edition's own: its area and its address. A file that it shares with another is left as it is."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8")) | {"address": address}
    for name, content in ((AREAS, _areas((area,))), (INDEX, index)):
        (site / name).unlink()
        (site / name).write_text(_text(content), encoding="utf-8")


def _text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _sources() -> dict[str, Any]:
    documents = {key: _filled(asdict(document)) for key, document in sources.documents().items()}
    units = {
        key: {"document": unit.document.key, "section": unit.section, "title": unit.title}
        for key, unit in sources.units().items()
    }
    return {"documents": documents, "units": units}


def _actions() -> dict[str, Any]:
    return {
        "times": dict(TIMES),
        "actors": dict(ACTORS),
        "roles": {key: {"label": role.label, "actors": sorted(role.actors)} for key, role in ROLES.items()},
        "contacts": dict(CONTACTS),
        "actions": {key: _action(one) for key, one in actions().items()},
    }


def _action(one: Action) -> dict[str, Any]:
    return _filled(asdict(one)) | {
        "page": one.paragraph.replace(".md#", "/#"),
        "words": {role: words for role in ROLES if (words := one.for_role(role))},
        "includes": sorted(one.included_keys()),
    }


def _areas(areas: Sequence[Area]) -> dict[str, Any]:
    return {"areas": [json.loads(json.dumps(to_data(area), default=str)) for area in areas]}


def _rules(guide: Guide) -> dict[str, Any]:
    return {
        "calculator": guide.key,
        "title": guide.title,
        "purpose": guide.purpose,
        "page": f"calculators/{guide.key}/",
        "span": [question.key for question in guide.span] if guide.span else [],
        "questions": _questions(guide),
        "rules": [_rule(rule) for rule in guide.in_order()],
        "judgement": [{"text": left.text, "cites": list(left.cites)} for left in guide.judgement],
    }


def _questions(guide: Guide) -> list[dict[str, Any]]:
    """Give the questions; of an age, the first and the last year of each option, and the age it follows."""
    asked = data.questions(guide)
    for entry, question in zip(asked, guide.questions, strict=True):
        entry["unanswered"] = question.unanswered
        if isinstance(question, Ages):
            entry["bands"] = {key: list(years) for key, years in question.bands.items()}
        if isinstance(question, LaterAge):
            entry["after"] = question.after
    return asked


def _rule(rule: Rule) -> dict[str, Any]:
    calls = [
        {"action": call.action.key, "when": call.when, "about": call.about, "only_if": call.only_if}
        for call in rule.calls
    ]
    return {
        "key": rule.key,
        "part": rule.part.key,
        "when": rule.when.data() if rule.when else [],
        "conditions": rule.condition_words,
        "text": rule.text,
        "cites": list(rule.cites),
        "calls": calls,
        "topic": rule.topic,
        "strictest": rule.strictest,
        "headline": rule.headline,
        "about": rule.about,
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is not empty, days as text."""
    found: dict[str, Any] = json.loads(json.dumps(values, default=str))
    return {key: value for key, value in found.items() if value not in ("", [], {}) and value is not False}
