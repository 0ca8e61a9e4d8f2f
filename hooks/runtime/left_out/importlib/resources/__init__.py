"""Stands in for the real package: gives the data files of a package from the archive that it was loaded from."""

import sys


class _File:
    """A file, or a folder, of a package."""

    def __init__(self, loader, path: str) -> None:
        self.loader = loader
        self.path = path

    def joinpath(self, name: str) -> "_File":
        """Give what stands in this folder under a name."""
        return _File(self.loader, f"{self.path}/{name}")

    def read_text(self, encoding: str = "utf-8") -> str:
        """Give the words of the file.

        Raises:
            OSError: there is no such file.

        """
        return self.loader.get_data(self.path).decode(encoding)


def files(package: str) -> _File:
    """Give the folder of a package that is imported already."""
    module = sys.modules[package]
    return _File(module.__loader__, module.__path__[0])
