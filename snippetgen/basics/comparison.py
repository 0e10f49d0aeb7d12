"""Files compared with the content that they should have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snippetgen.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path


class Comparison(NamedTuple):
    """A file compared with the content that it should have.

    Attributes:
        path: the path of the file.
        old: its present content; None if there is no such file.
        new: the content that it should have; None if it should not exist, because a target refuses or its spec is gone.
    """

    path: Path
    old: bytes | None
    new: bytes | None

    @property
    def state(self) -> str:
        """The state of the file: unchanged, missing, different, or stale (it should no longer exist)."""
        if self.old == self.new:
            return "unchanged"
        if self.old is None:
            return "missing"
        return "stale" if self.new is None else "different"

    def diff(self) -> list[str]:
        """The lines of a unified diff from the present to the new content, each with its line break."""
        import difflib  # noqa: PLC0415 - slow, and needed for diffs only

        name = self.path.as_posix()
        return [
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in difflib.unified_diff(
                _lines(self.old),
                _lines(self.new),
                "/dev/null" if self.old is None else name,
                "/dev/null" if self.new is None else name,
            )
        ]

    def changes(self) -> list[tuple[int, int]]:
        """The first and the last of each run of lines that would change, counted from 1 in the file as it is."""
        import difflib  # noqa: PLC0415

        old, new = _lines(self.old), _lines(self.new)
        if self.old is None or self.new is None:
            return [(1, max(1, len(old)))]
        codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return [(max(1, min(one[1] + 1, one[2])), max(1, one[2])) for one in codes if one[0] != "equal"]


def read(path: Path) -> bytes | None:
    """The content of a file; None if it does not exist. Raises FileError if it cannot be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise FileError(f"{path}: cannot be read: {error.strerror}") from None


def _lines(data: bytes | None) -> list[str]:
    """The lines of a file, with their line breaks; only LF ends a line, as in diff(1)."""
    pieces = (data or b"").decode("utf-8", "replace").split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
