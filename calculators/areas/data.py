"""Areas as plain data: a page carries the areas that it offers, and the browser makes them again, without checks."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from calculators.areas.model import Area, Contact, Line, Link, Neighbour, Panel, Review, Scale, Service

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE = {"review": Review, "scale": Scale}
EACH = {
    "panels": Panel,
    "services": Service,
    "practitioners": Service,
    "lines": Line,
    "attendees": Line,
    "meetings": Line,
    "papers": Link,
    "neighbours": Neighbour,
}


def to_data(area: Area) -> dict[str, Any]:
    """Give an area as data for JSON, without what is empty."""
    kept: dict[str, Any] = _filled(asdict(area))
    return kept


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _filled(part) for key, part in value.items() if part not in ("", None, (), [], {})}
    return [_filled(part) for part in value] if isinstance(value, list | tuple) else value


def from_data(data: Mapping[str, Any]) -> Area:
    """Make an area of what `to_data` gave. Nothing is checked: whoever wrote the data read a file."""
    made = {name: value for name, value in data.items() if name not in {*ONE, *EACH, "contacts", "links"}}
    made["cites"] = tuple(data.get("cites", ()))
    made["contacts"] = {name: _contact(value) for name, value in data.get("contacts", {}).items()}
    made["links"] = {name: Link(**_tuples(value)) for name, value in data.get("links", {}).items()}
    made |= {name: kind(**_tuples(data[name])) for name, kind in ONE.items() if name in data}
    made |= {name: tuple(kind(**_tuples(part)) for part in data.get(name, ())) for name, kind in EACH.items()}
    return Area(**made)


def _contact(data: Mapping[str, Any]) -> Contact:
    return Contact(**_tuples(data) | {"also": tuple(_contact(part) for part in data.get("also", ()))})


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
