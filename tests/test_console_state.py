"""A form that nobody edited stands for the request of its spec."""

import json

import pytest
from exchange import CASES, IDS
from servers import data_of, page_state, sent

from snippetgen import spec
from snippetgen.console import state
from snippetgen.console.form import form, state_of


def through(data, made, *, stream):
    made = json.loads(json.dumps(made)) | {"stream": stream}
    return sent(state.endpoint(data, made, "made"), stream=stream)


@pytest.mark.parametrize(("file", "stream"), CASES, ids=IDS)
def test_whole(file, stream):
    """The state of an unedited form, its body as a whole, is the request of the spec, plain and streamed."""
    endpoint = spec.load(file)
    assert sent(endpoint, stream=stream) == through(data_of(file), state_of(form(endpoint, "en")), stream=stream)


@pytest.mark.parametrize(("file", "stream"), CASES, ids=IDS)
def test_fields(file, stream):
    """What the script of the page reads from an unedited form is the request of the spec, plain and streamed."""
    endpoint = spec.load(file)
    assert sent(endpoint, stream=stream) == through(data_of(file), page_state(form(endpoint, "en")), stream=stream)


HARD = {
    "numbers": """
        params:
          - {name: a, in: query, type: integer, example: 12345678901234567890}
          - {name: b, in: query, type: number, example: 1.50}
          - {name: c, in: body, type: number, example: 1e400}
          - {name: d, in: body, type: array, example: [1.0, -0.0, 1E+5, 9007199254740993]}
          - {name: e, in: body, type: object, example: {a: 1.10, b: null, "c\\td": "\\U0001f600"}}
          - {name: f, in: body, type: number, enum: [1.0, 2.50], example: 2.50}
    """,
    "nulls": """
        params:
          - {name: a, in: query, nullable: true, example: null}
          - {name: b, in: body, nullable: true, example: null}
          - {name: c, in: body, nullable: true, example: "null"}
          - {name: d, in: body, example: ""}
          - {name: e, in: body, type: integer, nullable: true, example: null}
          - {name: f, in: body, nullable: true, enum: [null, x], example: null}
          - {name: g, in: body, type: object, nullable: true, example: {}}
    """,
    "texts": """
        params:
          - {name: a, in: query, example: "12"}
          - {name: b, in: query, example: "true"}
          - {name: c, in: body, example: "[1, 2]"}
          - {name: d, in: body, example: "{a: 1}"}
          - {name: e, in: body, example: " \\n\\t*x &y"}
          - {name: f, in: body, type: boolean, example: false}
          - {name: g, in: body, required: true, default: later}
          - {name: h, in: body, required: true, type: integer, enum: [3, 4]}
          - {name: i, in: body, default: never}
    """,
    "lists": """
        params:
          - {name: a, in: query, type: integer, example: [3, 1, 2]}
          - {name: a, in: query, example: last}
          - {name: b, in: query, example: []}
          - {name: X-A, in: header, example: [x, y]}
          - {name: X-A, in: header, type: integer, example: 7}
          - {name: c, in: cookie, example: [p, q]}
          - {name: d, in: query, enum: [on, off], example: [on, off]}
        body: {type: form}
    """,
    "variables": """
        path: /a/{u}/{v}
        params:
          - {name: v, in: path, example: "x/y", allow_reserved: true}
          - {name: u, in: path, env: USER_ID}
          - {name: q, in: query, env: QUERY}
          - {name: X-H, in: header, env: HEAD}
          - {name: c, in: cookie, env: COOKIE}
          - {name: "list[0]", in: body, env: FIRST}
          - {name: "list[1]", in: body, example: second}
          - {name: "deep.er", in: body, env: DEEP}
          - {name: "deep.est", in: body, example: $DEEP}
    """,
    "form": """
        params:
          - {name: a, in: body, env: A}
          - {name: b, in: body, example: [x, y]}
          - {name: a, in: body, example: z}
          - {name: n, in: body, type: number, example: 1.50}
          - {name: b, in: body, env: B}
        body: {type: form, media_type: "application/x-www-form-urlencoded; charset=utf-8", example: {first: 1.0, f: [1, 2]}}
    """,
    "multipart": """
        params:
          - {name: p, in: body, type: object, example: {a: 1.0}, media_type: application/json}
          - {name: f, in: body, type: file, example: "d/e.txt", filename: x.txt}
          - {name: s, in: body, env: SECRET, media_type: text/plain}
        body:
          type: multipart
          example: {e: [1, 2]}
          parts:
            - {name: one, file: a.bin}
            - {name: two, env: TWO, media_type: text/csv}
            - {name: one, value: "", media_type: text/plain}
            - {name: one, file: b.bin, media_type: image/png}
            - {name: two, value: $TWO}
    """,
    "address": """
        url: https://api.example.com?a=1&b=%20
        params: [{name: c, in: query, example: d}]
    """,
    "servers": """
        servers: {default: https://api.example.com/v1/, other: {url: "https://other.example.com"}}
        path: /p?x=1
        params: [{name: c, in: query, allow_reserved: true, example: "a=%41&b"}]
        redirects: stop
        timeout: 7
        auth: [{type: digest, user: ada, password: {env: PW}}, {type: apikey, in: query, name: k, env: K}]
    """,
    "stream in the query": """
        params: [{name: s, in: query, type: integer, example: 0}, {name: t, in: query, example: x}]
        stream: {set: {s: 1}, example: [a]}
        body: {example: {s: 5}}
    """.replace("{s: 1}", "{query.s: 1}"),
    "stream in a header": """
        params: [{name: X-S, in: header, example: "no"}, {name: m, in: body, example: x}]
        stream: {set: {X-S: "yes", "body.o.p": true}, example: [a]}
    """,
    "stream in JSON text": """
        body: {example: {stream: false, list: [1.0]}}
        stream: {set: {stream: true, "list[1]": 2.50, "new.one": null}, example: [a]}
    """,
    "stream in a form": """
        params: [{name: a, in: body, example: b}, {name: stream, in: body, type: boolean, example: false}]
        body: {type: form}
        stream: {set: {stream: true}, example: [a]}
    """,
    "stream in parts": """
        params: [{name: stream, in: body, type: boolean, example: false}, {name: a, in: body, example: b}]
        body: {type: multipart}
        stream: {set: {stream: true}, example: [a]}
    """,
    "text body": """
        body: {type: text, media_type: "text/plain; charset=UTF-16", example: "$A\\r\\n"}
        stream: {example: [a]}
    """,
    "odd method": """
        body: {example: null}
    """,
}
"""What a form may lose."""


def hard(name):
    text = "\n".join(line.strip("\n") for line in HARD[name].splitlines())
    head = "title: t\n" + ("method: fOO\n" if name == "odd method" else "method: POST\n")
    dedented = "\n".join(line[8:] for line in text.splitlines())
    address = "" if "url:" in dedented[:12] or "servers:" in dedented else "servers: {default: https://api.example.com}\n"
    return head + address + dedented


BOTH = [(name, stream) for name in HARD for stream in ([False, True] if "stream:" in HARD[name] else [False])]


@pytest.mark.parametrize("as_page", [False, True], ids=["whole", "page"])
@pytest.mark.parametrize(("name", "stream"), BOTH)
def test_hard(name, stream, as_page):
    """Numbers, nulls, lists, repeated names, variables, parts and what asks for a stream are those of the spec."""
    text = hard(name)
    endpoint = spec.loads(text, "hard.yaml")
    made = form(endpoint, "en")
    found = page_state(made) if as_page else state_of(made)
    assert sent(endpoint, stream=stream) == through(spec.loads_with_data(text, "hard.yaml", "hard")[1], found, stream=stream)


@pytest.mark.parametrize("file", sorted({file for file, _ in CASES}), ids=lambda file: file.stem)
def test_texts_alone(file):
    """All values of a form are texts, since a browser would read numbers as other numbers."""
    params = form(spec.load(file), "en")["params"]
    values = [one[key] for one in params for key in ("value", "default") if key in one]
    values += [option for one in params for option in one.get("enum", [])]
    assert [] == [one for one in values if not isinstance(one, str)]
