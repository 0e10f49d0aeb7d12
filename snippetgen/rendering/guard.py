"""A raw value cannot reach a program: proven once, when a template is compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2 import nodes

from snippetgen.errors import TemplateError
from snippetgen.languages import layout
from snippetgen.rendering.regions import ENDREGION, REGION

if TYPE_CHECKING:
    from pathlib import Path

SPELLING = (
    "str", "value", "native", "pair", "json_text", "block", "comment", "ident", "pascal", "env", "path",
    "optional_path", "number",
)  # fmt: skip
"""The filters that a template may print through; all the work is in `languages.speller.Speller`."""

MARKS = {
    "fit": layout.FIT,
    "end": layout.END,
    "soft": layout.SOFT,
    "line": layout.LINE,
    "out": layout.OUT,
    "outline": layout.OUTLINE,
    "comma": layout.COMMA,
    "region": REGION,
    "endregion": ENDREGION,
}
"""Names that a template may print bare: they mark where a line may break (`layout`) and what matters (`regions`)."""

_FORBIDDEN = (nodes.FilterBlock, nodes.CallBlock, nodes.Concat, nodes.MarkSafe, nodes.Include, nodes.Extends)


def check_template(source: str, path: Path) -> None:
    """Raises TemplateError at the first expression that could print something unspelt."""
    try:
        tree = jinja2.Environment(autoescape=False).parse(source)  # noqa: S701 - only its syntax tree is wanted
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


def _check_names(tree: nodes.Template, macros: set[str], path: Path) -> None:
    """A name that may be printed as it is means one thing only."""
    taken = [(name.name, name.lineno) for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")]
    taken += [(name.target, name.lineno) for name in tree.find_all(nodes.Import)]
    for name, line in [*taken, *((name, 1) for name in macros & set(MARKS))]:
        if name in MARKS or name in macros:
            raise TemplateError(f'{path}:{line}: the name "{name}" is taken (a layout mark or a macro); choose another')


def _check_output(printed: list[nodes.Expr], macros: set[str], path: Path) -> None:
    for index, node in enumerate(printed):
        if isinstance(node, nodes.TemplateData):
            continue
        if not _is_spelt(node, macros):
            what = f"prints a raw value; spell it with one of |{', |'.join(SPELLING)}"
            raise TemplateError(f"{path}:{node.lineno}: {what}")
        if isinstance(node, nodes.Name):  # a mark
            continue
        before, after = (_data(printed, at) for at in (index - 1, index + 1))
        if before[-1:] in _QUOTES or (isinstance(node, nodes.Filter) and after[:1] in _QUOTES):
            what = "a quote mark beside {{ }}: |str writes the quotes itself"
            raise TemplateError(f"{path}:{node.lineno}: {what}")

_QUOTES = ("'", '"', "`")


def _data(printed: list[nodes.Expr], at: int) -> str:
    """The literal text at a place among what is printed."""
    node = printed[at] if 0 <= at < len(printed) else None
    return node.data if isinstance(node, nodes.TemplateData) else ""


def _is_spelt(node: nodes.Node, macros: set[str]) -> bool:
    if isinstance(node, nodes.Filter):
        return node.name in SPELLING or _is_joined(node)
    if isinstance(node, nodes.CondExpr):
        return _is_spelt(node.expr1, macros) and (node.expr2 is None or _is_spelt(node.expr2, macros))
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in macros
    return isinstance(node, nodes.Name) and node.name in MARKS


def _is_joined(node: nodes.Filter) -> bool:
    """``names|map("str")|join(", ")``, where the separator stands in the template."""
    inner = node.node
    if node.name != "join" or not isinstance(inner, nodes.Filter) or inner.name != "map" or not inner.args:
        return False
    fixed = not node.kwargs and all(isinstance(one, nodes.Const) for one in node.args)
    return fixed and isinstance(inner.args[0], nodes.Const) and inner.args[0].value in SPELLING
