"""The user's files: specs by file, folder or glob; atomic writing; and the cache folder."""

from __future__ import annotations

import glob
import os
import re
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from snippetgen.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDIN = "-"
"""The name of standard input on the command line."""

DEFAULT = "specs"
"""The folder that is used if no spec is named."""

_ENDINGS = (".yaml", ".yml")

_DEVICE = re.compile(r"(?i)((?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])\s*)(?=\.|$)")


def beside_devices(stem: str) -> str:
    """A file name that is no device of Windows: ``aux-request`` for ``aux``, which no ending makes a file there.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    """
    return _DEVICE.sub(r"\1-request", stem, count=1) if _DEVICE.match(stem) else stem


def spec_files(words: Sequence[str], *, with_json: bool = False) -> list[str]:
    """The spec files that files, folders and globs name, in that order, without duplicates; `STDIN` stays as it is.

    A folder stands for every .yaml and .yml file below it, except for hidden ones.

    Args:
        with_json: folders and globs stand for descriptions of APIs in JSON (OpenAPI, Swagger), too.

    Raises:
        FileError: a word names no file.
    """
    if not words and not Path(DEFAULT).is_dir():
        raise FileError(f"no ./{DEFAULT} folder here: name a spec file, a folder, a glob, or - for standard input")
    return list(dict.fromkeys(file for word in words or [DEFAULT] for file in _files(word, with_json=with_json)))


def _files(word: str, *, with_json: bool) -> list[str]:
    path = Path(word)
    if word == STDIN or path.is_file():
        return [word]
    if path.is_dir():
        found = sorted(str(one) for one in _below(path, with_json=with_json))
        if not found:
            raise FileError(f"{word}: contains no .yaml or .yml files")
        return found
    if glob.has_magic(word):
        matches = sorted(glob.glob(word, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        folders = [
            sorted(_below(match, with_json=with_json)) if match.is_dir() else [match] for match in map(Path, matches)
        ]
        found = [str(one) for folder in folders for one in folder if _is_spec(one, with_json=with_json)]
        if not found:
            raise FileError(f"{word}: no matching .yaml or .yml file")
        return found
    if path.exists():
        return [word]
    raise FileError(f"{word}: no such file or folder")


def _below(folder: Path, *, with_json: bool) -> Iterator[Path]:
    for one in folder.rglob("*"):
        hidden = any(part[0] == "." for part in one.relative_to(folder).parts)
        if not hidden and _is_spec(one, with_json=with_json) and one.is_file():
            yield one


_DESCRIBES = re.compile(rb'\A\s*\{\s*"(?:openapi|swagger)"|"(?:openapi|swagger)"\s*:\s*"[23]\.')
_HEAD = 1 << 16
"""Bytes of a file of JSON that are looked at."""


def _is_spec(path: Path, *, with_json: bool) -> bool:
    """Whether a file of a folder is a spec by its name; or a description in JSON, of which a folder has other files."""
    if path.suffix in _ENDINGS:
        return True
    if not with_json or path.suffix != ".json":
        return False
    with suppress(OSError), path.open("rb") as file:
        return _DESCRIBES.search(file.read(_HEAD)) is not None
    return False


_TOPS = (".git", ".hg", ".svn", ".jj", ".bzr", "_darcs", ".fslckout", "CVS")
"""What the top folder of a checkout contains."""


def is_top(folder: Path) -> bool:
    """Whether a folder is the top of a checkout, by any version control."""
    return any((folder / name).exists() for name in _TOPS)


def project_of(folder: Path) -> Path:
    """The top of the checkout that a folder is in, without links; the folder itself if it is in none."""
    here = folder.resolve()
    return next((one for one in (here, *here.parents) if is_top(one)), here)


_reads: ContextVar[set[str] | None] = ContextVar("reads", default=None)


@contextmanager
def recording() -> Iterator[set[str]]:
    """A context that records the files that are read within it, in a set that grows."""
    seen: set[str] = set()
    token = _reads.set(seen)
    try:
        yield seen
    finally:
        _reads.reset(token)


def depend(paths: Iterable[str | Path]) -> None:
    """Record in the current `recording`, if there is one, that its result depends on these files."""
    seen = _reads.get()
    if seen is not None:
        seen.update(os.path.abspath(one) for one in paths)  # noqa: PTH100 - a Path costs ten times as much


def write(path: Path, data: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, atomically: other processes see the old file or the new one, never a part.

    Missing folders are made; an existing file keeps its mode, and links to it remain. What is no file, such as
    /dev/null or a pipe, is written to, and stays what it is.

    Raises:
        FileError: the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    content = data.encode() if isinstance(data, str) else data
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        with suppress(FileNotFoundError):
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException as error:  # Ctrl-C leaves no part behind either
        with suppress(OSError):
            part.unlink()
        if not isinstance(error, OSError):
            raise
        in_file = isinstance(error, FileExistsError | NotADirectoryError)
        reason = "a file is in the place of its folder" if in_file else error.strerror
        raise FileError(f"{path}: cannot be written: {reason}") from None


def cache_folder() -> Path:
    """``$SNIPPETGEN_CACHE``, else ``snippetgen`` in the user's cache directory (XDG Base Directory Specification)."""
    own = os.environ.get("SNIPPETGEN_CACHE")
    base = os.environ.get("XDG_CACHE_HOME")
    return Path(own) if own else (Path(base) if base else Path("~/.cache").expanduser()) / "snippetgen"
