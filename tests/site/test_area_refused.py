"""A broken file is refused with its sentence, and nothing else, by whatever reads it: terminal, editions, build, reviews."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calculators import __main__ as terminal
from calculators.areas import editor, labels, reader
from hooks import steps
from hooks.site import editions
from tests.site.test_area_faults import BROKEN, NEL
from tools import reviews

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SHORT = NEL.replace("01472 326292", "01472 32")
SAYS = "line 8: contact.front-door.telephone: “01472 32” cannot be used; write the whole number with its area code"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of areas' files; no site is built from it."""
    monkeypatch.setattr(editions, "build_base", lambda: pytest.fail("a broken file is named before anything is built"))
    made = tmp_path / "areas"
    made.mkdir()
    return made


def refused(run: Callable[[], int], capsys: pytest.CaptureFixture[str]) -> str:
    """Run what has to refuse; give the sentence, which stands alone."""
    assert run() == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, "one line, and no traceback"
    return said.err


@pytest.mark.parametrize("case", BROKEN)
def test_terminal_and_editions_refuse_each_broken_file_with_its_sentence(
    case: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words from both; the terminal reads a file wherever it is."""
    break_it, says = BROKEN[case]
    path = folder / "anyshire.toml"
    path.write_bytes(break_it(NEL).encode("utf-8"))
    for sentence in (
        refused(lambda: terminal.main(["ask", "consent", f"--area={path}"]), capsys),
        refused(lambda: editions.main([str(folder / "out"), "--areas", str(folder), "--alone", "anyshire"]), capsys),
    ):
        assert "anyshire.toml" in sentence
        assert says in sentence
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("file", "asked", "says"),
    [
        ("North Shire.toml", [], "areas/North Shire.toml: the file’s name cannot be used; call it north-shire.toml"),
        ("North Shire.toml", ["North Shire"], "call it north-shire.toml: small letters, digits, hyphens"),
        ("ANYSHIRE.toml", [], "areas/ANYSHIRE.toml: the file’s name cannot be used; call it anyshire.toml"),
        ("anyshire.toml.txt", ["anyshire"], "areas/anyshire.toml.txt: the file’s name cannot be used; call it anyshire.toml"),
        ("Anyshire.TOML", ["anyshire"], "areas/Anyshire.TOML: the file’s name cannot be used; call it anyshire.toml"),
        ("anyshire.toml", ["anyshires"], "areas: there is no area “anyshires”; there are anyshire"),
        ("anyshire.toml", ["anyshire", "anyshire.toml"], "areas: anyshire is named twice; name each area once"),
        ("readme.txt", [], "areas: none is named; the folder holds no file whose name ends in .toml; put one there"),
        ("readme.txt", ["../north"], "areas: there is no area “../north”; the folder holds no file"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_named_as_it_has_to_be_says_what_to_call_it(
    file: str, asked: list[str], says: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blanks, capitals, another ending, an area that has no file."""
    (folder / file).write_text(NEL, encoding="utf-8")
    assert says in refused(lambda: editions.main([str(folder / "out"), "--areas", str(folder), *asked]), capsys)


def test_a_folder_or_a_file_that_is_not_there_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to check."""
    nowhere = folder / "nowhere"
    said = refused(lambda: editions.main([str(folder / "out"), "--areas", str(nowhere)]), capsys)
    assert said == f"{nowhere}: there is no such folder; name the one that holds the areas’ files\n"
    said = refused(lambda: terminal.main(["ask", "consent", f"--area={nowhere}.toml"]), capsys)
    assert said.endswith(
        "nowhere.toml: no such file or directory; check the name of the file, and that you may read it\n"
    )
    said = refused(lambda: terminal.main(["ask", "consent", f"--area={folder}/"]), capsys)
    assert said.endswith("is a directory; check the name of the file, and that you may read it\n")


def test_build_and_reviews_refuse_a_broken_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The build before it begins; the list of reviews instead of a part of it."""
    broken = {"anyshire": SHORT}
    monkeypatch.setattr(reader, "keys", lambda *_: tuple(broken))
    monkeypatch.setattr(reader, "load", lambda key, *_: reader.read(key, broken[key], None, f"areas/{key}.toml"))
    with pytest.raises(steps.BuildError, match=f"^areas/anyshire.toml, {SAYS}"):
        steps.before("anyshire")
    assert SAYS in refused(reviews.main, capsys)


@pytest.mark.parametrize(
    "command", ["mkdocs build --strict --site-dir out", "hooks.site.editions out", "calculators list"]
)
def test_the_file_on_which_rules_rest_is_named_too(command: str, tmp_path: Path) -> None:
    """Broken or missing, it ends whatever imports the rules with the same sentence, as a file for an edition alone does."""
    for piece in ("calculators", "hooks", "paper", "docs", "overrides", "tools"):
        shutil.copytree(ROOT / piece, tmp_path / piece, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    path = tmp_path / "calculators" / "areas" / "north-east-lincolnshire.toml"
    for content, says in (
        (SHORT.encode(), f"areas/north-east-lincolnshire.toml, {SAYS}"),
        (NEL.replace("Chair", "Châir").encode("cp1252"), "holds a letter that is not UTF-8; save the file again"),
        (None, "the file is missing and the calculators rest on it; put it back"),
    ):
        path.unlink() if content is None else path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", *command.split()], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode
        assert says in done.stderr
        assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("case", BROKEN)
def test_the_editor_says_what_is_wrong_without_the_names_of_keys(case: str) -> None:
    """Opened in the form, each fault has its field there and words for people; what the form cannot hold is named."""
    break_it, _ = BROKEN[case]
    try:
        opened = editor.opened(break_it(NEL))
    except ValueError:
        return  # it is no TOML: test_what_cannot_be_kept_is_named
    checked = editor.check(opened.form, opened.opening)
    kinds = {place.partition(" ")[0] for place in labels.TABLES}
    for fault in checked.faults:
        assert fault.place.partition(" ")[0] in kinds
        for of_file in ("_", "[[", "[contact", "quotation marks", "tier"):
            assert of_file not in fault.words, fault
    assert all(len(name) <= 61 for name in opened.left_out)
