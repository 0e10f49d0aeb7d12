"""docs/spec.md: every key of the spec format, from its JSON Schema, with examples that are checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from snippetgen import spec
from snippetgen.data import yamltext
from snippetgen.spec.format import schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

INTRO = """\
# The format of a spec

One YAML file describes one endpoint. This page is written by `python tools/docs.py` from the JSON Schema of the format,
which `snippetgen schema` prints, and which editors use for completion: begin a spec with the line
`# yaml-language-server: $schema=spec.schema.json`. `snippetgen validate` reports every mistake of a spec, and
`snippetgen new` asks some questions and writes a first one.

A *text for readers* is a string, or a map of locale to string: `{en: Chat, zh: 聊天}`. A *path* names a value in JSON
data: `messages[0].content`; `messages[].content` stands for the value in every element, or in the first one when it is
set. Unknown keys are errors. The folder `specs/` has a spec of each kind of request.
"""

BASE = {"title": "A title", "method": "POST", "url": "https://api.example.com/v1/chat"}
"""What an example leaves out."""

SECTIONS: dict[str, tuple[str, str]] = {
    "": (
        "The endpoint",
        """\
title: {en: Ask a question, zh: 提问}
summary: Answers a question in a few words.
notes: ["The answers are not checked."]
method: POST
servers: {default: https://api.example.com/v1}
path: /chat
auth: {type: bearer, env: CHAT_API_KEY}
params:
  - {name: question, in: body, required: true, example: "How far is the moon?"}
body: {type: json}
examples:
  short: {title: A short question, set: {question: "Why?"}}
responses:
  - {status: 200, example: {answer: 384 400 km}}
result: answer
stream: {set: {stream: true}, delta: piece, done: "[DONE]", example: [{piece: "384 "}, {piece: "400 km"}]}
redirects: stop
timeout: 60
""",
    ),
    "about": (
        "What pages tell of the service",
        """\
category: {en: Chat, zh: 聊天}
tags: [chat, text]
provider: {name: {en: Example Ltd, zh: 示例公司}, url: https://example.com}
contact: {name: Support, email: help@example.com, url: https://example.com/help}
status_page: https://status.example.com
price: {en: free, zh: 免费}
limits: [60 requests a minute, 1000 requests a day]
deprecated: {since: 2026-01-31, until: 2026-12-31, instead: POST /v2/chat}
""",
    ),
    "url": (
        "The address, in one line",
        """\
url: https://api.example.com/v1/words/{word}
params: [{name: word, in: path, example: naïve}]
""",
    ),
    "servers.*": (
        "Servers",
        """\
servers:
  default: https://api.example.com/v1
  members: {url: https://members.example.com/v1, title: {en: For members, zh: 会员专线}}
path: /chat
""",
    ),
    "auth": (
        "Authentication",
        """\
auth:
  # or type: digest, for a server that asks for it (RFC 7616)
  - {type: basic, user: {env: CHAT_USER}, password: {env: CHAT_PASSWORD}, url: https://example.com/account}
  - {type: apikey, in: header, name: X-Api-Key, prefix: "Key ", env: CHAT_API_KEY}
""",
    ),
    "params[]": (
        "Parameters",
        """\
params:
  - {name: X-Tenant, in: header, env: TENANT}
  - {name: tag, in: query, type: string, example: [new, used], allow_reserved: true}
  - name: sort
    in: query
    type: string
    required: false
    description: {en: The order, zh: 排序方式}
    enum: [price, name]
    default: name
    nullable: false
  - {name: after, in: query, format: date-time, example: "2026-01-31T08:00:00Z"}
  - {name: photo, in: body, type: file, example: sunset.jpg, filename: photo.jpg, media_type: image/jpeg}
body: {type: multipart}
""",
    ),
    "body": (
        "The body",
        """\
body:
  type: json
  media_type: application/vnd.example+json
  example: {messages: [{role: user, content: Hello}]}
  fields:
    - {name: "messages[].role", type: string, description: Role of the sender}
""",
    ),
    "body.file": (
        "A file as the body",
        """\
body: {type: file, file: report.pdf, media_type: application/pdf}
""",
    ),
    "body.parts[]": (
        "Parts of a multipart body",
        """\
body:
  type: multipart
  parts:
    - {name: caption, value: At the lake}
    - {name: token, env: UPLOAD_TOKEN}
    - {name: photo, file: sunset.jpg, filename: photo.jpg, media_type: image/jpeg}
""",
    ),
    "examples.*": (
        "More requests",
        """\
params: [{name: question, in: body, example: "How far is the moon?"}]
examples:
  short: {title: {en: A short question, zh: 简短的问题}, set: {question: "Why?"}}
""",
    ),
    "responses[]": (
        "Responses",
        """\
responses:
  - status: 200
    media_type: application/json
    description: The answer
    headers: {X-Remaining: "99"}
    example: |
      {"answer": "384 400 km", "tokens": 12}
    fields:
      - {name: tokens, type: integer, description: Tokens of the answer}
  - {status: 401, description: The key is wrong., example: {error: invalid key}}
result: answer
""",
    ),
    "stream": (
        "A streamed response",
        """\
params: [{name: stream, in: body, type: boolean, example: false}]
stream:
  set: {stream: true}
  format: sse
  events: simple
  delta: choices[0].text
  done: "[DONE]"
  timeout: 120
  example: [{choices: [{text: "384 "}]}, {choices: [{text: 400 km}]}]
""",
    ),
}
"""The path of a part of the format -> a heading, and an example; examples without rows of their own are only shown."""


def page() -> str:
    """The page, as Markdown."""
    schema = json.loads(schema_text())
    tables = dict(_objects(schema, ""))
    lines = [INTRO]
    for path, (title, example) in SECTIONS.items():
        table = [_table(tables[path], path)] if path in tables else []
        lines += [f"## {title}\n", *table, f"```yaml\n{example}```\n"]
    return "\n".join(lines)


def keys(schema: dict[str, Any] | None = None) -> set[str]:
    """The path of every key of the format, such as ``auth.env`` or ``params[].name``."""
    found = _objects(schema or json.loads(schema_text()), "")
    return {f"{path}.{key}".lstrip(".") for path, one in found for key in one["properties"]}


def shown() -> set[str]:
    """The path of every key that an example uses; raises SpecError if an example is no valid spec."""
    found: set[str] = set()
    for _, example in SECTIONS.values():
        data = yamltext.plain(yamltext.compose(example, "example"))
        has_address = {"url", "servers"} & set(data)
        base = {key: value for key, value in BASE.items() if key != "url" or not has_address}
        spec.loads(yamltext.dump({**base, **data}))
        found |= set(_used(json.loads(schema_text()), data, ""))
    return found


def _objects(schema: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and schema of every map with known keys, in the order of the format."""
    for one in schema.get("anyOf", [schema]):
        if "properties" in one:
            yield path, one
            for key, inner in one["properties"].items():
                yield from _objects(inner, f"{path}.{key}".lstrip("."))
        elif one.get("type") == "array":
            yield from _objects(one["items"], path if path == "auth" else f"{path}[]")
        elif isinstance(one.get("additionalProperties"), dict):
            yield from _objects(one["additionalProperties"], f"{path}.*")


def _used(schema: dict[str, Any], data: Any, path: str) -> Iterator[str]:
    for one in schema.get("anyOf", [schema]):
        if "properties" in one and isinstance(data, dict):
            for key, value in data.items():
                if key in one["properties"]:
                    yield f"{path}.{key}".lstrip(".")
                    yield from _used(one["properties"][key], value, f"{path}.{key}".lstrip("."))
        elif one.get("type") == "array" and isinstance(data, list):
            for value in data:
                yield from _used(one["items"], value, path if path == "auth" else f"{path}[]")
        elif isinstance(one.get("additionalProperties"), dict) and isinstance(data, dict):
            for value in data.values():
                yield from _used(one["additionalProperties"], value, f"{path}.*")


def _table(schema: dict[str, Any], path: str) -> str:
    """The keys of one map, and of those small maps within it that have no section."""
    lines = [f"Keys of {_code(path)}:\n"] if path else []
    lines += ["| key | type | meaning |", "|---|---|---|"]
    lines += _rows(schema, path, "")
    return "\n".join(lines) + "\n"


def _rows(schema: dict[str, Any], path: str, before: str) -> Iterator[str]:
    for key, one in schema["properties"].items():
        here = f"{path}.{key}".lstrip(".")
        needed = " (required)" if key in schema.get("required", ()) else ""
        meaning = one.get("description", "")
        yield f"| {_code(before + key)} | {_type(one)} | {_cell(meaning)}{needed} |"
        for inner_path, inner in _objects(one, here):
            around = (name for name in SECTIONS if name and name.startswith(here))
            if inner_path not in SECTIONS and not any(inner_path.startswith(f"{name}.") for name in around):
                yield from _rows(inner, inner_path, inner_path.removeprefix(path).lstrip(".") + ".")


_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list", "object": "map"}


def _type(schema: dict[str, Any]) -> str:
    """The type of a value, in words."""
    kinds = [_kind(one) for one in schema.get("anyOf", [schema])]
    if _is_words(schema):
        kinds = ["text for readers", *(kind for kind in kinds if kind not in ("text", "map of name to text"))]
    return " or ".join(dict.fromkeys(kinds))


def _is_words(schema: dict[str, Any]) -> bool:
    locales = [one.get("propertyNames", {}).get("pattern", "") for one in schema.get("anyOf", ())]
    return any("{2,3}" in one for one in locales)


def _kind(one: dict[str, Any]) -> str:
    if "enum" in one:
        return ", ".join(_code(str(word)) for word in one["enum"])
    found = one.get("type")
    if found == "array":
        return f"list of {_plural(_type(one['items']))}"
    if isinstance(found, list):
        return " or ".join(_WORDS.get(word, word) for word in found)
    if found == "object" and isinstance(one.get("additionalProperties"), dict):
        return f"map of name to {_type(one['additionalProperties'])}"
    return _WORDS.get(found or "", "any value")


def _plural(words: str) -> str:
    many = {"text": "texts", "map": "maps", "any value": "values of any kind", "text for readers": "texts for readers"}
    return many.get(words, words)


def _code(text: str) -> str:
    return f"`{text}`"


def _cell(text: str) -> str:
    """A meaning as Markdown; braces, brackets and asterisks in it are no markup."""
    return "".join(f"\\{char}" if char in "|*<>[]{}" else char for char in text)
