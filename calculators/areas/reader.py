"""Reading an area's file: finding it, its text, and a sentence that names the line for everything that is wrong with it.

What an area may say, and what it may not: from_tables.py.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.areas.from_tables import of_tables
from calculators.areas.model import NATIONAL, Area
from calculators.areas.steps import steps
from calculators.areas.tables import AreaError, short
from calculators.areas.toml_file import file_key, line_of, tables_of, text_in

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent


def keys(folder: Path = FOLDER) -> tuple[str, ...]:
    """The keys of the areas that have a file, the national one first; AreaError where there is no such folder."""
    if not folder.is_dir():
        raise AreaError(f"{folder}: there is no such folder; name the one that holds the areas’ files")
    return tuple(sorted((path.stem for path in folder.glob("*.toml")), key=lambda key: (key != NATIONAL, key)))


@cache
def load(key: str, folder: Path = FOLDER) -> Area:
    """Read the file of an area.

    Raises:
        AreaError: there is no such file, or something in it is wrong.

    """
    path = folder / f"{key}.toml"
    if path.is_file():
        return load_file(path, f"{folder.name}/{path.name}")
    known = ", ".join(keys(folder))
    if like := [one.name for one in sorted(folder.iterdir()) if one.is_file() and _key_in(one) == file_key(key)]:
        raise AreaError(f"{folder.name}/{like[0]}: the file’s name cannot be used; call it {file_key(key)}.toml")
    raise AreaError(f"{folder.name}: there is no area “{short(key)}”; {choose(known)}")


def load_file(path: Path, where: str = "") -> Area:
    """Read one file of an area, wherever it is.

    Args:
        path: the file.
        where: its name, for errors; as the path has it where none is given.

    Raises:
        AreaError: there is no such file, it cannot be opened, or something in it is wrong.

    """
    where = where or str(path)
    try:
        content = path.read_bytes()
    except OSError as fault:
        why = (fault.strerror or "it cannot be opened").lower()
        raise AreaError(f"{where}: {why}; check the name of the file, and that you may read it") from None
    return read(path.stem, content, steps(), where)


@cache
def shipped(key: str) -> Area:
    """Read the file of an area whose own document the calculators rest on; what stands beside steps is not checked."""
    held = resources.files("calculators.areas").joinpath(f"{key}.toml")
    where = f"areas/{key}.toml"
    try:
        content: str | bytes = held.read_text(encoding="utf-8")
    except OSError:
        words = "the file is missing and the calculators rest on it; put it back as it was published"
        raise AreaError(f"{where}: {words}") from None
    except UnicodeDecodeError:
        content = held.read_bytes()  # `read` names the line
    return read(key, content, None, where)


def read(key: str, content: str | bytes, known: Mapping[str, str] | None, where: str) -> Area:
    """Read an area's file.

    Args:
        key: the area's key, the file's name without its ending.
        content: the file, TOML in UTF-8.
        known: the steps that a line may stand beside, each with its time (now, today, next, later); None: any.
        where: the file's name, for errors.

    Raises:
        AreaError: the first thing that is wrong, with the line on which it stands.

    """
    if key != file_key(key):
        raise AreaError(
            f"{where}: the file’s name cannot be used; call it {file_key(key)}.toml: small letters, digits, hyphens"
        )
    try:
        tables = tables_of(content)
    except ValueError as fault:
        raise AreaError(f"{where}: {fault}") from None
    try:
        return of_tables(key, tables, known, where)
    except AreaError as fault:
        line = line_of(text_in(content), fault.place, fault.key)
        said = str(fault).removeprefix(where)
        raise AreaError(f"{where}{f', line {line}' * bool(line)}{said}", fault.place, fault.key) from None


def _key_in(path: Path) -> str:
    """Give the key that the name of a file means, where its ending is not as it has to be, such as x.toml.txt."""
    return file_key(re.sub(r"(\.toml)?(\.\w+)?$", "", path.name, flags=re.IGNORECASE))


def choose(known: str) -> str:
    """Say which areas there are to choose from, given their keys with commas between."""
    return f"there are {known}" if known else "the folder holds no file whose name ends in .toml; put one there"
