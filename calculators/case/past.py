"""What is past once a case has moved on: calls that an earlier stage made, and that should have been answered then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.case.facts import STAGE
from calculators.engine.conditions import NOT_KNOWN

if TYPE_CHECKING:
    from calculators.engine.plan import Called

# Once an enquiry has begun, what these call for now or today should have been done; so should what reports a case.
FIRST = frozenset({"next-steps", "consent", "continuum", "age"})
EARLIEST = frozenset({"now", "today"})
NEVER_PAST = frozenset({"ring-999", "images-do-not-view", "keep-safe-at-home", "protect-harmed"})
REPORTS = frozenset(
    {
        "tell-lead",
        "talk-social-care",
        "refer-to-either",
        "refer",
        "child-protection-referral",
        "report-to-police",
        "refer-adult-social-care",
        "first-risk-assessment",
        "decide-response",
        "strategy-meeting",
        "under-10-discussion",
    }
)
# Once the police have decided, what is called for without regard to that is past too.
PROCESS = "reached"
OPEN = frozenset({"alleged", NOT_KNOWN})
INTERVIEWS = frozenset({"police-interview", "agree-interview"})


def of_the_first_days(calculator: str, called: Called) -> bool:
    """Say whether a call is one of the first days, made without regard to where things stand."""
    key, rule = called.call.action.key, called.rule
    if key in NEVER_PAST or (rule.when and STAGE in rule.when.questions()):
        return False
    return key in REPORTS or (calculator in FIRST and called.call.when in EARLIEST)


def of_the_investigation(called: Called) -> bool:
    """Say whether a call is for an interview, made without regard to how far the criminal process has come."""
    rule = called.rule
    return called.call.action.key in INTERVIEWS and not (rule.when and PROCESS in rule.when.questions())
