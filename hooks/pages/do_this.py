"""Actions of the register on a page: who does what, by when, and the paragraph that tells it in full.

The words come from the register, so that a page, a card and a result say a duty alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from calculators.actions.people import ACTORS, ROLES
from calculators.actions.register import Action, ActionError, action, actions
from calculators.engine.questions import lowered
from calculators.engine.rules import TIMES
from calculators.output import words
from hooks.pages.front_matter import FENCE, PageError, read_all

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = re.compile(r"(?P<key>[a-z0-9-]+)(?:\s*:\s*(?P<when>now|today|next|later))?")
OPTION = re.compile(r"(?:role=(?P<role>[a-z-]+))? ?(?P<brief>brief)?")
IN_DANGER = "If a child is in immediate danger"  # what stands before the one action that holds only then


def listed(body: str) -> str:
    """Give the actions that the body of a fence names, as Markdown.

    Args:
        body: a key of the register on each line, with `: today` where this page has another time than the register;
            `role=school-lead` on the first line words them for that role, and `brief` leaves out what else to know.

    Raises:
        PageError: there is no such action, role or time.

    """
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    option = OPTION.fullmatch(lines[0]) if lines else None
    role = (option["role"] or "") if option else ""
    brief = bool(option and option["brief"])
    if role and role not in ROLES:
        raise PageError(f"```actions: there is no role “{role}”; give one of {', '.join(ROLES)}")
    return "\n".join(_item(line, role, brief=brief) for line in lines[bool(option) :])


def by_role() -> list[str]:
    """Give each role with the actions of the box on its own page, as Markdown; 999 is for everyone and left out."""
    lines = []
    for page in read_all():
        box = next((fence["body"] for fence in FENCE.finditer(page.text) if fence["name"] == "actions"), "")
        if page.url.startswith("roles/") and page.url != "roles/" and "brief" in box:
            kept = [line for line in box.splitlines() if not line.startswith("ring-999")]
            said = listed("\n".join(kept)) if len(kept) > 1 else ""
            if not said:
                continue
            lines += [f"- **[{page.heading}](/{page.path})**\n", *(f"    {line}" for line in said.splitlines()), ""]
    return lines


@cache
def numbers() -> Mapping[str, str]:
    """Give the number of the paragraph of each action by its place.

    Raises:
        PageError: an action names a page or a paragraph that is not there.

    """
    places = {f"{page.path}#{name}": number for page in read_all() for name, number in page.paragraphs.items()}
    for one in actions().values():
        if one.paragraph and one.paragraph not in places:
            raise PageError(f"calculators/actions/actions.toml: {one.key}: there is no paragraph {one.paragraph}")
    return places


def _item(line: str, role: str, *, brief: bool) -> str:
    found = LINE.fullmatch(line)
    if not found:
        raise PageError(f"```actions: “{line}” is no action; write a key of the register, such as tell-lead")
    try:
        one = action(found["key"])
    except ActionError as fault:
        raise PageError(f"```actions: {fault}") from None
    when = IN_DANGER if one.key == "ring-999" else TIMES[found["when"] or one.when]
    mine = one.for_role(role) if role else ""
    said = f"**{mine or one.instruction}**" if (mine or not role) else one.others
    who = f" {_who(one)}." if not role and not brief else ""
    more = f" {one.detail}" if one.detail and not brief else ""
    link = f" ([¶](/{one.paragraph}))" if one.paragraph else ""
    return f"- {when}: {said}{words.only_if(one)}{more}{who}{link}"


def _who(one: Action) -> str:
    """Say who takes an action: "For the safeguarding lead"."""
    return f"For {' and '.join(lowered(ACTORS[who]) for who in one.who)}"
