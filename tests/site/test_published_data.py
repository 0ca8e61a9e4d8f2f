"""The guidance as data: whole, as its schema says, and enough to give the advice of the site without its code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from calculators import __version__
from calculators.areas import reader
from calculators.engine.asking import ask
from calculators.guides.catalogue import GUIDES
from hooks.site import addresses, editions, published_data
from tests.guides.test_scenarios import TODAY, scenarios

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ORDER = ("now", "today", "next", "later")


def read(site: Path, name: str) -> Any:
    """Read a file of the data."""
    return json.loads((site / published_data.FOLDER / name).read_text(encoding="utf-8"))


def test_every_file_is_named_and_is_what_the_schema_says(site: Path) -> None:
    """A key that is left out is a fault; so is a file that the index does not name."""
    schema = read(site, "schema.json")
    Draft202012Validator.check_schema(schema)
    folder = site / published_data.FOLDER
    index = read(site, "index.json")
    assert index["edition"] == __version__
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")}
    assert there == {*index["files"], "index.json", "schema.json"}
    validator = Draft202012Validator(schema)
    for name in sorted(there - {"schema.json"}):
        content = read(site, name)
        assert not [error.message for error in validator.iter_errors(content)], name
        for key in content if name.startswith(("rules", "index")) else ():
            assert list(validator.iter_errors({other: part for other, part in content.items() if other != key})), key


def test_every_unit_and_every_action_that_is_named_is_there(site: Path) -> None:
    """And every page that an action or a calculator names is a page of the site."""
    units = set(read(site, "sources.json")["units"])
    actions = read(site, "actions.json")["actions"]
    for name in GUIDES:
        rules = read(site, f"rules/{name}.json")
        assert (site / rules["page"] / "index.html").is_file()
        for rule in rules["rules"]:
            assert set(rule["cites"]) <= units
            assert {call["action"] for call in rule["calls"]} <= set(actions)
    for action in actions.values():
        page, _, place = action["page"].partition("#")
        assert f'id="{place}"' in (site / page / "index.html").read_text(encoding="utf-8")


def planned(rules: Mapping[str, Any], actions: Mapping[str, Any], worlds: Sequence[Mapping[str, str]]) -> list[str]:
    """Make a plan from the data alone, as the page about the data says: the keys of the actions in order of urgency."""

    def called(answers: Mapping[str, str]) -> list[dict[str, Any]]:
        found = [
            {**call, "rule": rule["key"]}
            for rule in rules["rules"]
            if all(any(answers.get(one["question"]) in one["options"] for one in clause) for clause in rule["when"])
            for call in rule["calls"]
        ]
        for one in found:
            for key in actions[one["action"]].get("brings", []):
                brought = actions[key]
                only_if = brought.get("only_if", "") or one["only_if"]
                if not any(other["action"] == key and other["rule"] == one["rule"] for other in found):
                    found.append({"action": key, "when": brought["when"], "only_if": only_if, "rule": one["rule"]})
        return found

    def standing(calls: list[dict[str, Any]], *, milder: bool) -> list[dict[str, Any]]:
        done = {
            key for one in calls if not one["only_if"] for key in (one["action"], *actions[one["action"]]["includes"])
        }
        return [
            one
            for one in calls
            if not any(
                edge["to"] in done and (edge["kind"] == "milder answer" or not milder)
                for edge in actions[one["action"]].get("gives_way", [])
            )
        ]

    calls = standing([one for world in worlds for one in standing(called(world), milder=False)], milder=True)
    steps: dict[str, dict[str, Any]] = {}
    for one in calls:
        step = steps.setdefault(one["action"], {"when": one["when"], "only_if": set()})
        step["when"] = min(step["when"], one["when"], key=ORDER.index)
        step["only_if"].add(one["only_if"])
    free = {key: "" in step["only_if"] or not step["only_if"] for key, step in steps.items()}
    taken: dict[str, list[str]] = {}
    for key, step in steps.items():
        for name, stronger in steps.items():
            same = stronger["only_if"] == step["only_if"]
            if key in actions[name]["includes"] and (free[name] or same):
                taken.setdefault(key, []).append(name)
    times = {
        key: min([step["when"], *(steps[weak]["when"] for weak in taken if key in taken[weak])], key=ORDER.index)
        for key, step in steps.items()
    }
    left = [key for key in steps if key not in taken]
    return sorted(left, key=lambda key: (ORDER.index(times[key]), actions[key]["order"]))


@pytest.mark.parametrize("name", GUIDES)
def test_the_data_alone_gives_the_actions_of_every_fictional_case(site: Path, name: str) -> None:
    """A system that reads only these files advises what the site advises, in the same order."""
    rules, actions = read(site, f"rules/{name}.json"), read(site, "actions.json")["actions"]
    asked = [case for of, case in scenarios() if of == name]
    assert len(asked) >= 5
    for case in asked:
        result = ask(GUIDES[name], case["typed"], TODAY)
        worlds = list(GUIDES[name].worlds(result.answers))
        assert planned(rules, actions, worlds) == [step.action.key for step in result.steps], case["title"]


def test_an_edition_has_its_own_area_and_address_and_shares_the_rest(site: Path, tmp_path: Path) -> None:
    """What is shared with the build it was made of is not changed by it."""
    before = read(site, "areas.json")
    area = reader.load("north-east-lincolnshire")
    editions.make(area, site, tmp_path / "out", addresses.Moved("https://example.org/hsb/", area.key))
    assert [one["key"] for one in read(tmp_path / "out", "areas.json")["areas"]] == [area.key]
    assert read(tmp_path / "out", "index.json")["address"] == f"https://example.org/hsb/{area.key}/"
    assert read(site, "areas.json") == before
    assert len(before["areas"]) > 1
    rules = f"{published_data.FOLDER}/rules/age.json"
    assert (tmp_path / "out" / rules).samefile(site / rules)
