"""Jinja, told what holds here and not elsewhere: attributes are attributes, and nothing changes once it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.compiler import CodeGenerator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import nodes
    from jinja2.compiler import Frame


class _CodeGenerator(CodeGenerator):
    """Python for what Jinja does by slow functions of its own: reads of attributes, calls, names that are always there.

    None of our functions takes Jinja's context, and no attribute is an item of a map.
    """

    environment: Environment

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs or forward_caller:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in [*node.args, *node.kwargs]:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if node.ctx == "load" and node.name in self.environment.always:
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)


class _Template(jinja2.Template):
    """A template whose macros see no more than the globals of all."""

    def _get_default_module(self, ctx: Any = None) -> Any:  # noqa: ARG002 - what is imported needs nothing of it
        if self._module is None:
            self._module = self.make_module()
        return self._module


class Environment(jinja2.Environment):
    """An environment whose templates are loaded once, and whose globals are those of all its templates.

    A template that asks for an attribute that is not there ends with AttributeError.

    Args:
        always: the names that each template is given and none assigns to.
    """

    code_generator_class = _CodeGenerator
    template_class = _Template

    def __init__(self, always: frozenset[str], **options: Any) -> None:
        super().__init__(**options)
        self.always = always
        self.filters.update(join=_join, list=list, first=_first, unique=dict.fromkeys)
        self._loaded: dict[str, jinja2.Template] = {}

    def make_globals(self, d: Any) -> dict[str, Any]:  # noqa: ARG002 - none has globals of its own
        return self.globals

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002 - Jinja's name
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]


def _join(texts: Iterable[str], separator: str = "") -> str:
    """Jinja's filter for what is text already."""
    return separator.join(texts)


def _first(items: Iterable[Any]) -> Any:
    return next(iter(items))
