"""Programs that nothing here can run are read, at least: by tree-sitter's grammar of their language."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from snippetgen.verify.case import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from snippetgen.languages import Language
    from snippetgen.verify.lint import LintedProgram


def missing(language: Language) -> str:
    """Why a language's programs cannot be read here, and what to install; empty if they can."""
    grammar = language.facts["parser"]
    if grammar == "none":
        return f"there is no parser for {language.facts['title']} here"
    return "" if _parser(grammar) else f"pip install tree-sitter tree-sitter-{grammar}"


def judge_syntax(language: Language, programs: Iterable[LintedProgram]) -> list[Failure]:
    """A failure of law 6 for each program that the grammar does not accept, with its first line that is wrong."""
    parser = _parser(language.facts["parser"])
    failures = []
    for one in programs:
        error = next(_errors(parser.parse(one.text.encode()).root_node), None)
        if error is not None:
            line = error.start_point[0]
            text = f"tree-sitter cannot read line {line + 1}: {one.text.splitlines()[line]}"
            failures.append(Failure(6, one.target.id, one.spec, one.stream, text))
    return failures


def _parser(grammar: str) -> Any:
    try:
        tree_sitter = import_module("tree_sitter")
        module = import_module(f"tree_sitter_{grammar.replace('-', '_')}")
    except ImportError:
        return None
    return tree_sitter.Parser(tree_sitter.Language(module.language()))


def _errors(node: Any) -> Iterator[Any]:
    """The innermost nodes that the grammar could not read, or that it misses, in order."""
    if not node.has_error:
        return
    within = [error for child in node.children for error in _errors(child)]
    yield from within
    if not within and (node.is_error or node.is_missing):
        yield node
