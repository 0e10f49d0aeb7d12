"""A value and the ``xml`` objects of its schema -> XML text.

The rules are those of https://spec.openapis.org/oas/v3.1.1.html#xml-object, and of 3.2 where there is a ``nodeType``
(https://spec.openapis.org/oas/v3.2.0.html#xml-object): an object's properties become elements or attributes, a list
becomes its items, side by side or in an element of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from snippetgen.data.jsontext import bare_text
from snippetgen.importers.openapi.document import Document, Spot
from snippetgen.importers.openapi.samples.merge import View, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
_DEEPEST = 100
"""How many levels of nested values are written; no server reads deeper ones."""

_STRANGE = re.compile(
    r"[^-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)
"""A character that no XML name can contain (https://www.w3.org/TR/xml/#NT-NameChar)."""

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML 1.0 document can contain (https://www.w3.org/TR/xml/#charsets)."""

_NODE_TYPES = ("element", "attribute", "text", "cdata", "none")


def xml_text(value: Any, schema: Any, document: Document, name: str = "") -> str:
    """An XML document, indented by two spaces.

    Args:
        value: plain data, such as a sample of the schema.
        name: the name of the outermost element if the schema has neither an ``xml.name`` nor a component's name.
    """
    spots = [Spot(schema, document)]
    about = view(spots, _ignore)
    root = _Element(_root_name(about, name))
    xml = _xml(about)
    scope = _declare(root, xml, _Scope())
    root.name = _qualified(root.name, xml, scope)
    if isinstance(value, list):
        items = about.spots("items")
        inner = view(items, _ignore)
        item_name = _text(_xml(inner).get("name")) or _component(inner) or root.name
        for one in value:
            _put(root, item_name, one, items, scope)
    else:
        _fill(root, value, about, scope)
    return "\n".join([_DECLARATION, *_lines(root)])


def _ignore(_: str) -> None:
    """Do not report a broken reference: the sampler has done so."""


def _root_name(about: View, name: str) -> str:
    return _text(_xml(about).get("name")) or _component(about) or name or "root"


def _component(about: View) -> str:
    """The name of a schema in the components, if a reference led to it; else empty."""
    ref = about.refs[0] if about.refs and about.outer[0].schema.get("$ref") == about.refs[0] else ""
    folder, _, name = ref.rpartition("/")
    return name if folder.endswith(("/schemas", "/definitions")) else ""


@dataclass
class _Element:
    """An XML element.

    Attributes:
        parts: its content: elements, and texts that are already escaped.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[_Element | str] = field(default_factory=list)


class _Scope(NamedTuple):
    """The surroundings of an element.

    Attributes:
        prefixes: the namespace prefixes declared in it.
        depth: the number of values around it.
    """

    prefixes: frozenset[str] = frozenset()
    depth: int = 0

    def deeper(self) -> _Scope:
        return _Scope(self.prefixes, self.depth + 1)

    def knowing(self, prefixes: Iterable[str]) -> _Scope:
        return _Scope(self.prefixes | frozenset(prefixes), self.depth)


def _put(parent: _Element, called: str, value: Any, spots: Sequence[Spot], scope: _Scope) -> None:
    """Add a value to its parent element, as an element, an attribute or text.

    Args:
        called: the name of the value's property.
    """
    if scope.depth > _DEEPEST:
        return
    about = view(spots, _ignore)
    xml = _xml(about)
    kind = _kind(xml, value)
    name = _text(xml.get("name")) or called
    if kind in ("text", "cdata") and not isinstance(value, dict | list):
        parent.parts.append(_cdata(bare_text(value)) if kind == "cdata" else _written(bare_text(value)))
    elif kind == "attribute" and not isinstance(value, dict):
        _attribute(parent, name, value, xml, scope)
    elif kind == "none" and not isinstance(value, list):
        _fill(parent, value, about, scope)
    elif kind == "none" and isinstance(value, list):
        _items(parent, called, value, about, scope)
    else:
        child = _Element(name)
        inner = _declare(child, xml, scope)
        child.name = _qualified(name, xml, inner)
        parent.parts.append(child)
        if isinstance(value, list):
            _items(child, name, value, about, inner)
        else:
            _fill(child, value, about, inner)


def _items(parent: _Element, called: str, values: list[Any], about: View, scope: _Scope) -> None:
    """Add the items of a list: elements with the name of the items' own schema, else of the list."""
    items = about.spots("items")
    for one in values:
        _put(parent, called, one, items, scope.deeper())


def _fill(element: _Element, value: Any, about: View, scope: _Scope) -> None:
    """Put the content of a value into its element."""
    if isinstance(value, dict):
        properties, others = about.properties(), about.spots("additionalProperties")
        scope = scope.knowing(_declared(value, properties))
        for name, inner in value.items():
            _put(element, name, inner, properties.get(name, others), scope.deeper())
    else:
        text = bare_text(value)
        element.parts += [_cdata(text) if _xml(about).get("nodeType") == "cdata" else _written(text)] if text else []


def _attribute(parent: _Element, name: str, value: Any, xml: dict[str, Any], scope: _Scope) -> None:
    if value is None:
        return
    prefix, namespace = _name(_text(xml.get("prefix"))), _text(xml.get("namespace"))
    if prefix and namespace:
        parent.attributes.setdefault(f"xmlns:{prefix}", namespace)
        scope = scope.knowing([prefix])
    text = " ".join(map(bare_text, value)) if isinstance(value, list) else bare_text(value)
    parent.attributes[_qualified(name, xml, scope)] = text


def _declared(value: dict[str, Any], properties: dict[str, list[Spot]]) -> frozenset[str]:
    """The namespace prefixes that an object declares with properties such as ``xmlns:soap``."""
    abouts = {name: _xml(view(properties.get(name, []), _ignore)) for name in value}
    names = [_text(xml.get("name")) or name for name, xml in abouts.items() if _kind(xml, "") == "attribute"]
    return frozenset(_name(name.partition(":")[2]) for name in names if name.startswith("xmlns:"))


def _declare(element: _Element, xml: dict[str, Any], scope: _Scope) -> _Scope:
    """Declare the namespace of an element on it, and return the scope within it."""
    namespace, prefix = _text(xml.get("namespace")), _name(_text(xml.get("prefix")))
    if not namespace:
        return scope
    element.attributes[f"xmlns:{prefix}" if prefix else "xmlns"] = namespace
    return scope.knowing([prefix])


def _xml(about: View) -> dict[str, Any]:
    """The ``xml`` objects of a view merged into one; the outermost wins."""
    found: dict[str, Any] = {}
    for one in about.all("xml"):
        found = {**one, **found} if isinstance(one, dict) else found
    return found


def _kind(xml: dict[str, Any], value: Any) -> str:
    """The kind of node that a value becomes; a list that is not wrapped becomes its items only."""
    kind = xml.get("nodeType")
    if kind in _NODE_TYPES:
        return str(kind)
    if xml.get("attribute") is True:
        return "attribute"
    return "none" if isinstance(value, list) and xml.get("wrapped") is not True else "element"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _name(text: str) -> str:
    """A name that XML allows: characters that it forbids become ``_``."""
    name = _STRANGE.sub("_", text)
    return f"_{name}" if name[:1].isdigit() or name[:1] in ("-", ".", "\u00b7") else name


def _qualified(name: str, xml: dict[str, Any], scope: _Scope) -> str:
    """A name with its prefix, if the prefix is declared; an undeclared prefix would make the document invalid."""
    before, colon, after = name.rpartition(":")
    prefix = _name(before) if colon else _name(_text(xml.get("prefix")))
    local = _name(after) or "_"
    return f"{prefix}:{local}" if prefix and (prefix in scope.prefixes or prefix in ("xml", "xmlns")) else local


def _written(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text)).replace("\r", "&#13;")


def _cdata(text: str) -> str:
    inner = _UNWRITABLE.sub("\ufffd", text).replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{inner}]]>"


def _lines(element: _Element) -> list[str]:
    """The lines of an element and of the elements in it; text stays on the line of its element."""
    attributes = "".join(
        f" {key}={quoteattr(_UNWRITABLE.sub(chr(0xFFFD), text), {chr(9): '&#9;', chr(10): '&#10;', chr(13): '&#13;'})}"
        for key, text in element.attributes.items()
    )
    start = f"<{element.name}{attributes}"
    if not element.parts:
        return [f"{start}/>"]
    if any(isinstance(part, str) for part in element.parts):
        inner = "".join(
            part if isinstance(part, str) else "".join(map(str.lstrip, _lines(part))) for part in element.parts
        )
        return [f"{start}>{inner}</{element.name}>"]
    lines = [f"  {line}" for part in element.parts if isinstance(part, _Element) for line in _lines(part)]
    return [f"{start}>", *lines, f"</{element.name}>"]
