"""Check a case: each fact asked once, and one plan in which the actions of every calculator that applies stand once.

It may import `calculators.actions`, `calculators.engine`, `calculators.areas` and `calculators.guides`; it knows nothing of
HTML. `facts` says what is asked, `plan` makes the plan, `one_child` takes out of it what is about another child.
"""

from calculators.case.facts import KEY, answers_for, applying, guide, questions
from calculators.case.one_child import about_two, for_child
from calculators.case.plan import CaseResult, check

__all__ = ["KEY", "CaseResult", "about_two", "answers_for", "applying", "check", "for_child", "guide", "questions"]
