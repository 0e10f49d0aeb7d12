"""Swagger 2.0 in the words of OpenAPI 3, one operation at a time (https://swagger.io/specification/v2/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from snippetgen.importers.body import essence
from snippetgen.importers.openapi.document import RefError
from snippetgen.importers.openapi.media import FORM, MULTIPART
from snippetgen.importers.openapi.operation import elements, items, words

if TYPE_CHECKING:
    from snippetgen.importers.openapi.document import Document
    from snippetgen.importers.openapi.operation import Data

_STYLES: dict[str, dict[str, Any]] = {
    "csv": {"explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "tsv": {"style": "tabDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"explode": True},
}
"""collectionFormat -> its keywords in OpenAPI 3; tabDelimited is our own, because OpenAPI 3 has none."""


def servers(root: Data, operation: Data) -> list[Data]:
    """The servers of an operation, as OpenAPI 3 lists them; https first if several schemes are offered."""
    host, base = words(root.get("host")), words(root.get("basePath"))
    schemes = [one for one in elements(operation.get("schemes")) or elements(root.get("schemes")) if one in _SCHEMES]
    schemes = schemes or ["https"]
    address = host.partition("://")[2] or host
    path = "/" + base.strip("/") if base.strip("/") else ""
    return [
        {"url": f"{one}://{address}{path}" if address else path or "/"} for one in sorted(set(schemes), reverse=True)
    ]


_SCHEMES = ("http", "https")


def security_schemes(root: Data) -> Data:
    """``securityDefinitions`` as ``components.securitySchemes``."""
    return {
        name: {**one, "type": "http", "scheme": "basic"}
        if isinstance(one, dict) and one.get("type") == "basic"
        else one
        for name, one in items(root.get("securityDefinitions"))
    }


def modern(root: Data, document: Document, around: Document, item: Data, operation: Data) -> tuple[Data, Data]:
    """A path item and an operation of it, as OpenAPI 3 would write them; references stay as they are.

    Args:
        document, around: the documents that contain the operation and the path item.
    """
    parameters = _merged(document, (item.get("parameters"), around), (operation.get("parameters"), document))
    result = {key: value for key, value in operation.items() if key not in ("parameters", "responses")}
    kept = [one for one in parameters if _place(one) not in ("body", "formData")]
    result["parameters"] = [_parameter(one) for one in kept]
    consumes = [one for one in elements(operation.get("consumes", root.get("consumes"))) if isinstance(one, str)]
    body = [one for one in parameters if _place(one) == "body"]
    fields = [one for one in parameters if _place(one) == "formData"]
    if body:
        result["requestBody"] = _body(body[0], consumes)
    elif fields:
        result["requestBody"] = _form(fields, consumes)
    produces = [one for one in elements(operation.get("produces", root.get("produces"))) if isinstance(one, str)]
    result["responses"] = {
        status: _response(document, one, produces or ["application/json"])
        for status, one in items(_opened(operation.get("responses"), document, document))
    }
    return {}, result


def _place(parameter: Any) -> Any:
    return parameter.get("in") if isinstance(parameter, dict) else None


def _opened(value: Any, holder: Document, document: Document) -> Any:
    """What a reference leads to, as `document` would write it; a broken one stays, for its reader to say so."""
    try:
        return document.here(holder.follow(value))
    except RefError:
        return value


def _merged(document: Document, *lists: tuple[Any, Document]) -> list[Any]:
    """The parameters of path item and operation, references followed; the last one of each name and place wins."""
    found: dict[Any, Any] = {}
    pairs = [(one, holder) for each, holder in lists for one in elements(_opened(each, holder, holder))]
    for number, value in enumerate(_opened(one, holder, document) for one, holder in pairs):
        key = (value.get("name"), value.get("in")) if isinstance(value, dict) and "$ref" not in value else number
        found[str(key)] = value
    return list(found.values())


_NO_SCHEMA = ("name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "x-example", "x-examples")


def _schema(parameter: Data) -> Data:
    return {key: value for key, value in parameter.items() if key not in _NO_SCHEMA}


def _parameter(parameter: Any) -> Any:
    if not isinstance(parameter, dict) or "$ref" in parameter:
        return parameter
    result: Data = {key: parameter[key] for key in ("name", "in", "description", "required") if key in parameter}
    if "x-example" in parameter:
        result["example"] = parameter["x-example"]
    if parameter.get("type") == "array":
        result |= _STYLES.get(words(parameter.get("collectionFormat")), _STYLES["csv"])
    return result | {"schema": _schema(parameter)}


def _body(parameter: Data, consumes: list[str]) -> Data:
    media: Data = {"schema": parameter.get("schema", {})}
    examples = parameter.get("x-examples")
    content = {}
    for media_type in consumes or ["application/json"]:
        given = {"example": examples[media_type]} if isinstance(examples, dict) and media_type in examples else {}
        content[media_type] = media | given
    return {"content": content, "required": parameter.get("required", False)}


def _form(fields: list[Any], consumes: list[str]) -> Data:
    """``formData`` parameters as the properties of a form, or of a multipart body if there is a file."""
    has_file = any(one.get("type") == "file" for one in fields)
    kinds = [one for one in consumes if essence(one) in (FORM, MULTIPART)]
    kinds = [MULTIPART] if has_file else kinds or [FORM]
    properties: Data = {}
    encoding: Data = {}
    for one in fields:
        name = str(one.get("name"))
        schema = _schema(one) | ({"description": one["description"]} if "description" in one else {})
        if one.get("type") == "file":
            schema |= {"type": "string", "format": "binary"}
        if "x-example" in one:
            schema["example"] = one["x-example"]
        if one.get("type") == "array":
            encoding[name] = {"style": "form", **_STYLES.get(words(one.get("collectionFormat")), _STYLES["csv"])}
        properties[name] = schema
    required = [str(one.get("name")) for one in fields if one.get("required") is True]
    media = {"schema": {"type": "object", "properties": properties, "required": required}, "encoding": encoding}
    return {"content": dict.fromkeys(kinds, media), "required": bool(required)}


def _response(document: Document, response: Any, produces: list[str]) -> Any:
    response = _opened(response, document, document)
    if not isinstance(response, dict):
        return response
    examples = dict(items(response.get("examples")))
    content: Data = {}
    for media_type in dict.fromkeys([*(one for one in examples if "/" in one), *produces]):
        media = {"schema": response["schema"]} if "schema" in response else {}
        media |= {"example": examples[media_type]} if media_type in examples else {}
        if media:
            content[media_type] = media
    return {"description": response.get("description", ""), "content": content}
