"""What is left out of Pyodide's runtime: never more than nobody calls, never without a word. The rest: test_runtime.py."""

from __future__ import annotations

import zipfile

import pytest

from hooks.runtime import browser_package, smaller_runtime


@pytest.fixture(scope="module")
def whole(site: object) -> bytes:  # noqa: ARG001 - the build makes it
    """The runtime with every function."""
    return (browser_package.WORK / "whole/pyodide.asm.wasm").read_bytes()


def test_where_every_function_is_called_nothing_is_left_out(whole: bytes) -> None:
    """What stays is the same to the byte."""
    assert smaller_runtime.keeping(whole, range(16_958)) == whole


def test_of_the_runtime_most_is_left_out_and_the_rest_is_what_it_was(whole: bytes) -> None:
    """Each function is as it was or stops; several times as many stop; nothing else differs."""
    name = browser_package.parts(browser_package.OUT)["wasm"]["name"]
    with zipfile.ZipFile(browser_package.OUT / name) as packed:
        smaller = packed.read("wasm")
    before, after = smaller_runtime.functions(whole), smaller_runtime.functions(smaller)
    assert len(before) == len(after) == 16_958
    stopping = [number for number, body in enumerate(after) if body == smaller_runtime.STOPS]
    assert all(was == now for was, now in zip(before, after, strict=True) if now != smaller_runtime.STOPS)
    assert 5 * (len(after) - len(stopping)) < len(stopping)
    assert smaller_runtime.keeping(whole, set(range(len(after))) - set(stopping)) == smaller


@pytest.mark.parametrize("script", ["", "updateGOT(origExports);" * 2, "export default 1"])
def test_a_script_that_is_made_otherwise_is_refused(script: str) -> None:
    """A new Pyodide that works otherwise stops the build instead of losing a part unnoticed."""
    with pytest.raises(smaller_runtime.SmallerRuntimeError, match="no longer"):
        smaller_runtime.glue(script)


def test_an_instruction_that_is_not_known_is_refused(whole: bytes) -> None:
    """A function whose code cannot be read is not guessed at."""
    body = bytes((0, 0xFB, 0x00, 0x0B))
    changed = smaller_runtime.with_functions(whole, lambda bodies: [body, *bodies[1:]])
    with pytest.raises(smaller_runtime.SmallerRuntimeError, match="instruction 0xfb"):
        smaller_runtime.keeping(changed, {0})
