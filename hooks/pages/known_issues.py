"""The known issues of accessibility: the tests that are expected to fail, with the reason that each gives.

A test that no longer fails stops the suite, so that no issue stays on the page after it was mended.
"""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2] / "tests" / "browser"
FILES = ("test_accessibility.py", "test_keyboard.py")
NONE = "None that the tests know of."


def issues() -> list[str]:
    """Give the reason of each expected failure, in the order of the tests."""
    found = []
    for node in (node for name in FILES for node in ast.walk(ast.parse((TESTS / name).read_text(encoding="utf-8")))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.xfail":
            reasons = [word.value for word in node.keywords if word.arg == "reason"]
            found += [str(ast.literal_eval(reason)) for reason in reasons]
    return found


def listed() -> str:
    """Give the issues as Markdown."""
    return "\n".join(f"- {issue}" for issue in issues()) or f"- {NONE}"
