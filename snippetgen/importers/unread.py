"""Formats that are known, but not read: told by their names, so that nobody hears of broken YAML."""

from __future__ import annotations

import re
from typing import Any

_GRAPHQL = r"(?:(?:#[^\n]*|\"\"\"(?s:.*?)\"\"\"|\"[^\"\n]*\")\s*)*"
"""Comments and descriptions, as GraphQL writes them."""

_TEXTS = (
    (r"#%RAML\b", "is RAML"),
    (r"FORMAT:[ \t]*\w+|# Group \w+(?s:.*)^## .*\[/", "is an API Blueprint"),
    (r"(?s)(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?(?:definitions|description)\b[^>]*wsdl", "is WSDL"),
    (r"(?s)(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?application\b[^>]*wadl", "is WADL"),
    (r"(?s)(?:<\?xml.*?\?>\s*)?<jmeterTestPlan\b", "is a JMeter test plan"),
    (r"(?s)(?:<\?xml.*?\?>\s*)?<con:soapui-project\b", "is a SoapUI project"),
    (r"(?s)(?:<\?xml.*?\?>\s*)?<edmx:Edmx\b", "is the metadata of OData"),
    (r"(?si)(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", "is an HTML page"),
    (r"(?:<\?xml\b|<[A-Za-z][\w:-]*[\s>])", "is XML"),
    (r"bplist00|<\?xml(?s:.*?)<!DOCTYPE plist", "is a property list, as Paw (RapidAPI) writes it"),
    (r"(?s)(?:(?://|/\*)[^\n]*\n\s*)*import\b[^\n]*['\"]k6(?:/\w+)?['\"]", "is a k6 script"),
    (r"(?:(?://[^\n]*|/\*(?s:.*?)\*/)\s*)*syntax\s*=\s*[\"']proto", "is a Protocol Buffers file (gRPC)"),
    (_GRAPHQL + r"(?:extend\s+)?(?:schema\b|(?:type|interface|input|enum)\s+\w+)[^\n{]*\{", "is a GraphQL schema"),
    (_GRAPHQL + r"(?:scalar\s+\w+|directive\s+@|union\s+\w+\s*=)", "is a GraphQL schema"),
    (r"(?:#[^\n]*\n\s*)*(?:query|mutation|subscription|fragment)\b[^\n{]*\{", "is a GraphQL query without its request"),
    (r"(?s)(?:#[^\n]*\n\s*)*[A-Z]+[ \t]+\S+.*^HTTP(?:/[\d.]+)?[ \t]+(?:\d+|\*)", "is a Hurl file"),
    (r"\$version:\s*\"", "is a Smithy model"),
    (r"(?s)import\s+\"@typespec/|using\s+(?:TypeSpec|Http)", "is TypeSpec"),
    (r"(?:@\w+\s*\n\s*)*(?:Feature|Scenario):", "is a Gherkin feature (Karate, Cucumber)"),
    (r"(?:#[^\n]*\n\s*)*(?:import|from)\s+(?:requests|httpx|urllib|http|json|os)\b(?!.*['\"])", "is a Python program"),
    (r"(?:const|let|var|import)\b[^\n]*(?:axios|require\(|from\s+['\"])", "is a JavaScript program"),
    (r"axios[.(]|\$\.(?:ajax|get|post)\(", "is a JavaScript program"),
    (r"<\?php\b", "is a PHP program"),
    (r"#!\s*/", "is a script, and does not begin with a command that is read"),
)  # fmt: skip
"""How a text begins -> what it is."""


def unread(text: str) -> str:
    """What a text is, if it is in a known format that is not read: ``is RAML``; else empty."""
    plain = text.lstrip("\ufeff \t\r\n")
    return next((what for pattern, what in _TEXTS if re.match(pattern, plain, re.MULTILINE)), "")


def unread_data(data: Any) -> str:
    """What JSON or YAML is, if it is in a known format that is not read; else empty."""
    if isinstance(data, list):
        data = data[0] if data else None
    if not isinstance(data, dict):
        return ""
    inner = data.get("data")
    keys = set(map(str, data)) | ({"__schema"} & set(inner) if isinstance(inner, dict) else set())
    named = [what for needed, what in _KEYS if needed <= keys]
    values = [what for key, start, what in _VALUES if start in str(data.get(key, ""))]
    return next(iter(named + values), "")


_THUNDER = "is a Thunder Client collection (export it as Postman or OpenAPI)"
_VALUES = (
    ("client", "Thunder Client", _THUNDER),
    ("clientName", "Thunder Client", _THUNDER),
    ("kind", "discovery#", "is a Google API discovery document"),
    ("$schema", "json-schema.org", "is a JSON Schema"),
)
"""A key, what its value contains, and what that tells."""

_KEYS: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset(("asyncapi",)), "is an AsyncAPI document"),
    (frozenset(("v", "requests", "folders")), "is a Hoppscotch collection (export it as OpenAPI)"),
    (frozenset(("colName", "requests")), _THUNDER),
    (frozenset(("_postman_variable_scope",)), "is an environment of Postman, and has no requests"),
    (frozenset(("__schema",)), "is a GraphQL schema"),
    (frozenset(("arazzo",)), "is an Arazzo document"),
    (frozenset(("overlay", "actions")), "is an OpenAPI overlay"),
    (frozenset(("smithy",)), "is a Smithy model"),
    (frozenset(("swaggerVersion",)), "is Swagger 1.2 (convert it to OpenAPI 3)"),
    (frozenset(("apiVersion", "kind", "metadata")), "is a Kubernetes resource"),
    (frozenset(("config", "scenarios")), "is an Artillery script"),
    (frozenset(("openrpc",)), "is an OpenRPC document"),
    (frozenset(("resourceTypes",)), "is RAML"),
)
"""The keys that tell a format -> what it is."""
