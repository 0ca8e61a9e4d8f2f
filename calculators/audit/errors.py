"""What is wrong with a file."""

from __future__ import annotations


class AuditFileError(ValueError):
    """A file cannot be used; the words are one sentence or two for the reader, and begin with the file's name."""
