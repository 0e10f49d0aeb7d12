"""Checks that no raw value can reach a program; done once, when a template is compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2 import nodes

from snippetgen.errors import TemplateError, suggest
from snippetgen.languages import layout
from snippetgen.rendering.regions import ENDFRAME, ENDREGION, FRAME, REGION

if TYPE_CHECKING:
    from pathlib import Path

SPELLING = {
    "str": "a text, as a string",
    "value": "text and variables (a `Value`), as one expression",
    "native": "JSON data, as the language's own data; where `is_native`",
    "pair": "a key and its value, as in `native`",
    "key": "a key, as in `native`, alone: for a member of a declared type",
    "json_text": "JSON data, as a string that holds its JSON text",
    "block": "a text, over several lines where the language has a form for that",
    "comment": "a text, each of its lines as a comment",
    "html": "a text on one line, as text of HTML",
    "html_value": "a text, as the value of an attribute of HTML",
    "html_comment": "a text on one line, as a comment of HTML",
    "ident": "a name, as an identifier that is not reserved",
    "pascal": "a name, as that of a class or a field",
    "env": "the name of an environment variable, as an expression that reads it",
    "path": (
        'a path, as what follows a variable to reach a value in parsed JSON, or with it: `|path("answer")`; where a '
        "language has patterns, one that gives the value a name"
    ),
    "optional_path": "a path, where nothing may stand after the first step",
    "number": "a whole number",
    "hurl_file": "a file in a multipart body, as Hurl takes it",
    "hurl_text": "a text body, as Hurl takes it, over several lines where that can be",
    "hurl_path": "the path of a file that is sent, as Hurl takes it",
}
"""Filter that a template may print through -> the value that it spells (`languages.speller.Speller`)."""

PREPARING = {
    "text": "the text of a `Value` that holds no secret",
    "after": 'a `Value` with texts before it: `value|after(name, ": ")`',
    "by_name": "pairs as a map, for `native`; a name that stands twice has a list of values",
    "as_lists": "pairs as lists of two, for `native`",
    "as_texts": "pairs without numbers, for a client that takes texts alone: `r.query|as_texts|as_lists`",
    "as_runs": "pairs as encoded text, each with a value behind it that is not: `r.query|as_runs(start)`",
    "curl_form": "a part of a multipart body, as curl's --form takes it",
    "httpie_file": "a file in a multipart body, as an item of HTTPie",
    "httpie_method": "a method, as HTTPie takes it",
    "httpie_name": "a name before the separator of one of HTTPie's items",
    "httpie_value": "a value behind the separator of one of HTTPie's items",
    "hurl_method": "a method, as Hurl takes it",
    "pointer": "a path, as a JSON pointer (RFC 6901)",
    "jq": "a path, as a filter of jq",
    "shape": "a path, as the chain of objects that a typed language declares to read the value there",
}
"""Our filters that prepare values, but cannot print them -> their results."""

BUILTIN = frozenset((
    "default", "first", "format", "items", "join", "last", "length", "list", "lower", "map", "reject", "rejectattr",
    "reverse", "select", "selectattr", "unique", "urlencode",
))  # fmt: skip
"""Jinja's own filters that a template may use: they select and prepare values."""

TESTS = {
    "secret": "a `Value` that holds a variable",
    "distinct": "pairs that a map can hold in their order",
    "adjacent": "pairs that a map of lists can hold in their order: `by_name`",
    "whole_float": "JSON data with a number such as 1.0",
}
"""Our tests -> the values for which each is true."""

HELPERS = {
    "call": 'a call: `call("URI.create", r.url|value)`; arguments that are too long stand on lines of their own',
    "code": 'pieces side by side, as one argument: `call("print", code("answer", r.result|path))`',
    "hang": '`hang("var body =", body.data|json_text)`: what follows stands on the next line where it does not fit',
    "imports": 'lines that are printed where something is true: `imports({"import io": r.stream, "import sys": true})`',
}
"""Functions that put together what is spelt (`languages.pieces`): each argument is a constant or a spelt value."""

MARK_MEANINGS = {
    "fit": "opens a group, which stands on one line where it fits",
    "end": "closes it",
    "soft": "nothing, or a line break one level deeper",
    "line": "a space, or a line break one level deeper",
    "out": "nothing, or a line break back at the group's own level",
    "outline": "a space, or a line break back at the group's own level",
    "column": "stands before what begins in one column on consecutive lines of one broken group",
    "leap": "a space, or a line break one level deeper if the group right behind it then fits on its line",
    "force": "makes its group break, fit or not",
    "align": "makes its column the level of its group",
    "comma": "nothing, or the trailing comma of a broken group",
    "region": "begins the statements that make and send the request, or a definition that they need; alone on its line",
    "endregion": "ends them",
    "frame": "begins what makes a program of statements: a class, a main function; alone on its line",
    "endframe": "ends it, indented as the statements that follow",
}

MARKS = {
    "fit": layout.FIT,
    "end": layout.END,
    "soft": layout.SOFT,
    "line": layout.LINE,
    "out": layout.OUT,
    "outline": layout.OUTLINE,
    "column": layout.COLUMN,
    "comma": layout.COMMA,
    "leap": layout.LEAP,
    "force": layout.FORCE,
    "align": layout.ALIGN,
    "region": REGION,
    "endregion": ENDREGION,
    "frame": FRAME,
    "endframe": ENDFRAME,
}
"""Name that a template may print as it is -> its mark: where lines may break (`layout`), or a part (`regions`)."""

STEP = "step"
"""What a template prints where a step begins, alone on a line: its comment, or nothing (`words.Steps`)."""

_STARTED = ("path", "optional_path")
"""Filters that write what they are given besides, as it is."""

_FORBIDDEN = (nodes.FilterBlock, nodes.CallBlock, nodes.Concat, nodes.MarkSafe, nodes.Include, nodes.Extends)


def check_template(source: str, path: Path) -> None:
    """Raises TemplateError at the first expression that could print a value that is not spelt."""
    try:
        tree = jinja2.Environment(autoescape=False).parse(source)  # noqa: S701 - used for its syntax tree only
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{path}:{error.lineno}: {error.message}") from None
    for node in tree.find_all(_FORBIDDEN):
        what = "could print a raw value; spell each value by itself"
        raise TemplateError(f"{path}:{node.lineno}: {type(node).__name__} {what}")
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        macros |= {name if isinstance(name, str) else name[1] for name in imported.names}
    _check_names(tree, macros, path)
    for output in tree.find_all(nodes.Output):
        _check_output(output.nodes, macros, path)
    _check_filters(tree, path)


def _check_filters(tree: nodes.Template, path: Path) -> None:
    """Raises TemplateError for an unknown filter, such as one that escapes or changes texts on its own."""
    known = {*SPELLING, *PREPARING, *BUILTIN}
    for node in tree.find_all(nodes.Filter):
        if node.name not in known:
            hint = suggest(node.name, sorted(known))
            raise TemplateError(f"{path}:{node.lineno}: unknown filter |{node.name} ({hint})")
        if node.name in _STARTED and not all(isinstance(one, nodes.Const) for one in node.args):
            raise TemplateError(f"{path}:{node.lineno}: |{node.name} takes a constant for its start")


def _check_names(tree: nodes.Template, macros: set[str], path: Path) -> None:
    """Raises TemplateError for a variable that has the name of a mark or a macro, which may be printed as it is."""
    taken = [(name.name, name.lineno) for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")]
    taken += [(name.target, name.lineno) for name in tree.find_all(nodes.Import)]
    for name, line in [*taken, *((name, 1) for name in macros & {*MARKS, *HELPERS})]:
        if name in MARKS or name in HELPERS or name in macros or name == STEP:
            what = "a layout mark, a function or a macro"
            raise TemplateError(f'{path}:{line}: the name "{name}" is taken ({what}); choose another')


def _check_output(printed: list[nodes.Expr], macros: set[str], path: Path) -> None:
    for index, node in enumerate(printed):
        if isinstance(node, nodes.TemplateData):
            continue
        if not _is_spelt(node, macros):
            what = f"prints a raw value; spell it with one of |{', |'.join(SPELLING)}"
            raise TemplateError(f"{path}:{node.lineno}: {what}")
        if isinstance(node, nodes.Name | nodes.Getattr):  # a mark, a step
            continue
        before, after = (_data(printed, at) for at in (index - 1, index + 1))
        if before[-1:] in _QUOTES or (isinstance(node, nodes.Filter) and after[:1] in _QUOTES):
            what = "a quote mark beside {{ }}: |str writes the quotes itself"
            raise TemplateError(f"{path}:{node.lineno}: {what}")


_QUOTES = ("'", '"', "`")


def _data(printed: list[nodes.Expr], at: int) -> str:
    """The literal text at an index of the printed expressions; empty if there is none."""
    node = printed[at] if 0 <= at < len(printed) else None
    return node.data if isinstance(node, nodes.TemplateData) else ""


def _is_spelt(node: nodes.Node, macros: set[str]) -> bool:
    if isinstance(node, nodes.Filter):
        return node.name in SPELLING or _is_joined(node)
    if isinstance(node, nodes.CondExpr):
        return _is_spelt(node.expr1, macros) and (node.expr2 is None or _is_spelt(node.expr2, macros))
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
        return node.node.name in macros or (node.node.name in HELPERS and _are_pieces(node, macros))
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return node.node.name == STEP
    return isinstance(node, nodes.Name) and node.name in MARKS


def _are_pieces(call: nodes.Call, macros: set[str]) -> bool:
    """Whether all that a function of `HELPERS` is given is constant or spelt; what only chooses may be anything."""
    if call.kwargs or call.dyn_args or call.dyn_kwargs:
        return False
    given = call.args
    if isinstance(call.node, nodes.Name) and call.node.name == "imports":
        given = [pair.key for one in given if isinstance(one, nodes.Dict) for pair in one.items]
        return len(call.args) == 1 and bool(given) and all(isinstance(one, nodes.Const) for one in given)
    return all(_is_piece(one, macros) for one in given)


def _is_piece(node: nodes.Expr, macros: set[str]) -> bool:
    if isinstance(node, nodes.CondExpr):
        return _is_piece(node.expr1, macros) and (node.expr2 is None or _is_piece(node.expr2, macros))
    return isinstance(node, nodes.Const) or _is_spelt(node, macros)


def _is_joined(node: nodes.Filter) -> bool:
    """Whether a filter is ``names|map("str")|join(", ")``, with the separator as a literal in the template."""
    inner = node.node
    if node.name != "join" or not isinstance(inner, nodes.Filter) or inner.name != "map" or not inner.args:
        return False
    fixed = not node.kwargs and all(isinstance(one, nodes.Const) for one in node.args)
    return fixed and isinstance(inner.args[0], nodes.Const) and inner.args[0].value in SPELLING
