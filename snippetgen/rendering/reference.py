"""The page for authors of templates: everything that templates can use, and every fact of a language."""

from __future__ import annotations

import inspect
import json
import re
from typing import TYPE_CHECKING, Any

from snippetgen.data.schema import Either, Keys, OneOf
from snippetgen.languages.facts import FACTS, TARGET_FACTS
from snippetgen.rendering.guard import BUILTIN, HELPERS, MARK_MEANINGS, PREPARING, SPELLING, TESTS
from snippetgen.request import FEATURES, Body, Part, Request

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from snippetgen.data.schema import Shape
    from snippetgen.languages import Language

HEAD = """# What a template sees, and what a language answers

This page is written by `snippetgen facts`. CONTRIBUTING.md, "Add a language", says how to go about it.

A template prints through the filters of the first table, or prints a layout mark; anything else does not compile.
It sees `r` (the request), `body` (its body), `is_native` (whether the body is JSON that the language can hold as data),
`intro` (the lines of its first comment: title, how to install, how to run), `words` (what the program says, by locale),
`step` (the comments above its steps) and `deeper` (how many columns more a level of indentation takes, if a user wants
it so).
"""


def reference(language: Language) -> str:
    """The page, as Markdown; the examples of facts come from `language`."""
    parts = [HEAD, "## Filters that print", _table(SPELLING, "|"), "## Filters that prepare", _table(PREPARING, "|")]
    parts.append(f"And of Jinja's own: {', '.join(f'`{one}`' for one in sorted(BUILTIN))}.\n")
    parts += ["## Tests", _table(TESTS, "is "), "## Functions", _table(HELPERS)]
    parts += ["## Layout marks", _table(MARK_MEANINGS)]
    for name, kind in (("The request: `r`", Request), ("Its body: `body`", Body), ("A part of a multipart body", Part)):
        parts += [f"## {name}", _table(dict(_members(kind)))]
    parts += ["## What a request may need, and a target may refuse", _table(FEATURES)]
    answers = f"An example is the answer of {language.facts['title']}.\n"
    parts += ["## Facts of a language: `language.yaml`", answers, _facts(FACTS, language.facts)]
    parts += ["## Facts of a target: the head of its template", _facts(TARGET_FACTS, {})]
    return "\n".join(parts)


def _table(rows: Mapping[str, str], before: str = "") -> str:
    lines = [f"| `{_cell(before + name)}` | {_cell(meaning)} |" for name, meaning in rows.items()]
    return "\n".join(["| | |", "|---|---|", *lines, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _members(kind: type) -> Iterator[tuple[str, str]]:
    """Each attribute of a class, and its description in the docstring."""
    doc = inspect.getdoc(kind) or ""
    told = doc.partition("Attributes:\n")[2] + "\n"
    said = dict(re.findall(r"^    (\w+): (.+\n(?:        .*\n)*)", told, re.MULTILINE))
    for name in kind.__dataclass_fields__:  # type: ignore[attr-defined]
        yield name, " ".join(said.get(name, "").split())
    for name, member in inspect.getmembers(kind):
        get = getattr(member, "fget", None) or getattr(member, "func", None)
        if get and name[0] != "_":
            yield name, " ".join((inspect.getdoc(get) or "").split("\n\n")[0].split())


def _facts(shape: Keys, answers: Mapping[str, Any]) -> str:
    rows = [(path, meaning, _shown(answer)) for path, meaning, answer in _leaves(shape, answers, "")]
    lines = [f"| `{path}` | {_cell(meaning)} | {_cell(example)} |" for path, meaning, example in rows]
    return "\n".join(["| fact | meaning | example |", "|---|---|---|", *lines, ""])


def _leaves(shape: Keys, answers: Any, above: str) -> Iterator[tuple[str, str, Any]]:
    """Path, meaning and example of each fact; a map of facts is followed by its own facts."""
    for name, key in shape.keys.items():
        path = f"{above}.{name}" if above else name
        answer = answers.get(name) if isinstance(answers, dict) else None
        inner = list(_inner(key.shape))
        yield path, key.meaning, None if inner and isinstance(answer, dict) else answer
        for one in inner:
            yield from _leaves(one, answer, path)


def _inner(shape: Shape) -> Iterable[Keys]:
    if isinstance(shape, Keys):
        return [shape]
    if isinstance(shape, OneOf):
        return [shape.alternatives]
    return _inner(shape.mapping) if isinstance(shape, Either) and shape.mapping else []


def _shown(answer: Any) -> str:
    """An answer to a fact as YAML, on one line and shortened."""
    if answer is None:
        return ""
    is_plain = isinstance(answer, str) and answer and answer == answer.strip()
    text: str = answer if is_plain else json.dumps(answer, ensure_ascii=False)
    text = text.replace("\n", "\\n")
    mark = "``" if "`" in text else "`"
    text = text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - a cell of a table
    return f"{mark} {text} {mark}" if mark == "``" else f"{mark}{text}{mark}"

