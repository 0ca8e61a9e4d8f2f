"""What keeps or hands on the plan of a case: the sheet to print, the link, the record of one child or of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.engine.questions import capital
from calculators.output.case_record import CHILDREN
from calculators.output.markup import tag
from calculators.output.remarks_html import button

if TYPE_CHECKING:
    from calculators.output.markup import Html


def keep() -> Html:
    """Give the buttons and choices, hidden until there is a plan."""

    def choice(name: str, kind: str, value: str, label: str, *, checked: bool = False) -> Html:
        return tag(
            "p",
            tag("input", id=f"case-{name}-{value}", name=name, type=kind, value=value, checked=checked),
            tag("label", label, for_=f"case-{name}-{value}"),
            cls="calculator__choice",
        )

    return tag(
        "section",
        tag("h3", "Keep it or hand it over"),
        tag(
            "div",
            button("plan", "Print the plan", quiet=False),
            button("link", "Copy a link to these answers"),
            cls="calculator__buttons",
        ),
        tag(
            "p",
            "The plan prints on two sheets with room to write. The link holds your answers and ages, no dates and no "
            "names. Whoever has it sees the answers, and the guidance may have changed when it is opened.",
            cls="calculator__hint",
        ),
        tag("h4", "Record"),
        tag(
            "p",
            "A record about two children is not to be given to one family. Make one for each child alone.",
            cls="case__two",
        ),
        tag(
            "fieldset",
            tag("legend", "Whom is the record about?"),
            choice("record-child", "radio", "", "The whole case", checked=True),
            *(choice("record-child", "radio", key, f"{capital(name)} alone") for key, name in CHILDREN.items()),
            choice("record-whole", "checkbox", "yes", "Add the reasons, rules and sources (the whole case only)"),
        ),
        tag(
            "div",
            button("print", "Print the record"),
            button("copy", "Copy"),
            button("download", "Download"),
            button("page", "Save for a word processor"),
            cls="calculator__buttons",
        ),
        cls="case__keep",
        hidden=True,
    )
