"""Ready-to-run API client code, in every language, generated from a spec and proven by execution.

The library (docs/library.md) is in `snippetgen.api`, and is imported when one of its names is first asked for here.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from snippetgen.api import (
        Endpoint,
        FileError,
        Problem,
        Refused,
        Snippet,
        SnippetgenError,
        SpecError,
        Target,
        UnknownTarget,
        load,
        operations,
        render,
        targets,
        validate,
    )

__version__ = "0.1.0"

__all__ = [
    "Endpoint", "FileError", "Problem", "Refused", "Snippet", "SnippetgenError", "SpecError", "Target", "UnknownTarget",
    "load", "operations", "render", "targets", "validate",
]  # fmt: skip
"""All of `snippetgen.api` but ``verify``: that is the name of a package here."""


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("snippetgen.api"), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
