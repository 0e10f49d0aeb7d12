"""OpenAPI descriptions as documents: references, many files, answers, streams, names and choices."""

import json

import pytest
from importing import checked, notes

from snippetgen import importers
from snippetgen.errors import Refused, SpecError
from snippetgen.importers import READ, Selection
from snippetgen.importers.openapi.document import load

HEAD = "openapi: 3.1.0\nservers: [{url: https://api.acme.example}]\n"


def source(text, file="api.yaml"):
    return importers.open_source(text, str(file))


def first(text, file="api.yaml"):
    return checked(source(text, file).entries[0].read())


def answers(text, head=HEAD, method="get"):
    """The import of an operation with these responses."""
    return first(f"{head}paths:\n  /a:\n    {method}:\n      responses:\n" + "\n".join(f"        {line}" for line in text.splitlines()))


class TestReferences:
    @pytest.mark.parametrize("ref", ["#/x/a~1b~0c%7Bd%7D", "#/x/a~1b~0c{d}", "api.yaml#/x/a~1b~0c%7Bd%7D", "#here"])
    def test_pointer(self, ref):
        """Pointers are percent-decoded, then ~1 and ~0 are read; an anchor and the file's own name work too."""
        text = f"{HEAD}x: {{'a/b~c{{d}}': {{$anchor: here, example: {{v: 1}}}}}}\npaths: {{/a: {{post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: '{ref}'}}}}}}}}}}}}}}"
        assert [("v", 1)] == [(one["name"], one["example"]) for one in first(text).data["params"]]

    def test_files(self, tmp_path):
        """References into other files are relative to the file that they stand in."""
        (tmp_path / "a b").mkdir()
        (tmp_path / "a b" / "paths.yaml").write_text("pets:\n  get:\n    parameters: [{$ref: '../parts.json#/limit'}]\n")
        (tmp_path / "parts.json").write_text('{"limit": {"name": "limit", "in": "query", "required": true, "schema": {"$ref": "#/n"}}, "n": {"type": "integer", "example": 5}}')
        one = first(f"{HEAD}paths: {{/pets: {{$ref: 'a%20b/paths.yaml#/pets'}}}}", tmp_path / "api.yaml")
        assert [("limit", 5)] == [(param["name"], param["example"]) for param in one.data["params"]]

    @pytest.mark.parametrize(("ref", "note"), [
        ("other.yaml#/a", '$ref "other.yaml#/a" cannot be resolved: {folder}/other.yaml: cannot be read: No such file or directory; left out'),
        ("https://acme.example/x.yaml", '$ref "https://acme.example/x.yaml" is not a local file, and nothing is downloaded (save a copy of it); left out'),
        ("#/paths/~1pets", '$ref "#/paths/~1pets" is circular; left out'),
        ("broken.json", '$ref "broken.json" cannot be resolved: {folder}/broken.json:1:9: not JSON: Expecting \',\' delimiter; left out'),
        ("circle.yaml", '$ref "circle.yaml" is circular; left out'),
    ])
    def test_broken(self, tmp_path, ref, note):
        """A broken reference is a note, and only its target is missing."""
        (tmp_path / "broken.json").write_text('{"a": [1')
        (tmp_path / "circle.yaml").write_text("$ref: circle.yaml")
        found = source(f"{HEAD}paths: {{/pets: {{$ref: '{ref}'}}, /a: {{get: {{}}}}}}", tmp_path / "api.yaml")
        shown = [str(one).removeprefix("/paths/~1pets: ") for one in found.notes]
        assert (["get-a"], [note.replace("{folder}", str(tmp_path))]) == ([one.name for one in found.entries], shown)

    def test_circular_files(self, tmp_path):
        """Files that refer to one another are read as far as they are asked for, once each."""
        (tmp_path / "b.yaml").write_text("{type: object, properties: {back: {$ref: 'a.yaml'}, n: {type: integer, example: 1}}}")
        (tmp_path / "a.yaml").write_text("{type: object, properties: {on: {$ref: 'b.yaml'}, m: {type: integer, example: 2}}}")
        body = "{requestBody: {content: {application/json: {schema: {$ref: 'a.yaml'}}}}}"
        one = first(f"{HEAD}paths: {{/a: {{post: {body}}}}}", tmp_path / "api.yaml")
        assert {"m": 2, "on": {"n": 1}} == {param["name"]: param.get("example") for param in one.data["params"]}


class TestAnswers:
    @pytest.mark.parametrize(("text", "expected"), [
        ("200: {description: Fine, content: {application/json: {example: {a: 1}}}}",
         [{"status": 200, "description": "Fine", "media_type": "application/json", "example": {"a": 1}}]),
        ("201: {content: {application/json: {schema: {type: integer, example: 4}}}}",
         [{"status": 201, "media_type": "application/json", "example": "4"}]),
        ("2XX: {description: Fine}", [{"status": 200, "description": "Fine"}]),
        ("default: {description: Any}", [{"status": 200, "description": "Any"}]),
        ("204: {description: Gone}\ndefault: {description: Any}", [{"status": 204, "description": "Gone"}]),
        ("200: {content: {application/json: {schema: {readOnly: true, properties: {a: {type: string, writeOnly: true}, b: {type: integer, readOnly: true}}}}}}",
         [{"status": 200, "media_type": "application/json", "example": {"b": 0}}]),
        ("200: {content: {text/plain: {example: hi}}}", [{"status": 200, "media_type": "text/plain", "example": "hi"}]),
        ("200: {content: {image/png: {}}}", [{"status": 200, "media_type": "image/png"}]),
        ("404: {description: None such}\n200: {description: Fine}",
         [{"status": 200, "description": "Fine"}, {"status": 404, "description": "None such"}]),
        ("100: {}\nx-y: {}\n'20': {}", None),
    ])
    def test_responses(self, text, expected):
        """The good answer comes first, errors follow, and an example stands where one is written or the schema says it."""
        assert expected == answers(text).data.get("responses")

    @pytest.mark.parametrize(("content", "accept"), [
        ("application/json: {}", None),
        ("text/plain: {}", None),
        ("application/xml: {}", "application/xml"),
        ("application/xml: {}, application/json: {}", "application/json"),
        ("application/json: {}, application/xml: {}", None),
        ("application/vnd.acme+json: {}", "application/vnd.acme+json"),
        ("'*/*': {}", None),
    ])
    def test_accept(self, content, accept):
        """The program asks for JSON where the server offers something else first, and for what is neither JSON nor usual."""
        params = answers(f"200: {{content: {{{content}}}}}").data.get("params", ())
        assert accept == next((one["example"] for one in params if one["name"] == "Accept"), None)


class TestStreams:
    def test_the_example_stays_as_written(self):
        """The text of a stream stays the example of the answer; ids, pauses and comments, which no event has, are named."""
        text = "id: 1\\nevent: a\\ndata: 1\\n\\n: wait\\n\\ndata: 2\\n\\n"
        one = answers(f'200: {{content: {{text/event-stream: {{example: "{text}"}}}}}}')
        assert (text.replace("\\n", "\n"), [{"event": "a", "data": "1"}, "2"], ["the ids, pauses and comments of the example stream are left out"]) == (
            one.data["responses"][0]["example"], one.data["stream"]["example"], [note.text for note in one.notes])

    def test_content_schema(self):
        """OpenAPI 3.2: an event is what itemSchema says, its data JSON where contentSchema describes it."""
        one = answers("200: {content: {text/event-stream: {itemSchema: {type: object, properties: {event: {const: tick}, data: {type: string, contentMediaType: application/json, contentSchema: {type: object, properties: {n: {type: integer, example: 4}}}}}}}}}")
        assert ([{"event": "tick", "data": '{"n": 4}'}], 'event: tick\ndata: {"n": 4}\n\n') == (one.data["stream"]["example"], one.data["responses"][0]["example"])

    def test_sequence_of_json_texts(self):
        """A sequence of JSON texts (RFC 7464) has U+001E before each, so it is no stream of lines."""
        one = answers("200: {content: {application/json-seq: {itemSchema: {type: object, properties: {n: {type: integer, example: 1}}}}}}")
        assert ('\x1e{"n": 1}\n', None) == (one.data["responses"][0]["example"], one.data.get("stream"))

    def test_chat(self):
        """A chat that streams on request: set, delta, done and events are found."""
        text = f"""{HEAD}paths:
  /chat:
    post:
      description: The last event is data [DONE].
      requestBody:
        content:
          application/json:
            schema: {{properties: {{model: {{type: string, example: m}}, stream: {{type: boolean}}}}}}
      responses:
        200:
          content:
            application/json: {{schema: {{properties: {{a: {{type: integer}}}}}}}}
            text/event-stream:
              schema: {{properties: {{choices: {{type: array, items: {{properties: {{delta: {{properties: {{content: {{type: string}}}}}}}}}}}}}}}}
"""
        event = '{"choices": [{"delta": {"content": "string"}}]}'
        assert {"set": {"stream": True}, "delta": "choices[0].delta.content", "done": "[DONE]", "example": [event]} == first(text).data["stream"]

    def test_only_a_stream(self):
        """An operation that does nothing but stream answers with its events."""
        one = answers('200: {content: {text/event-stream: {example: "event: a\\ndata: 1\\n\\n: note\\n\\ndata: 2\\ndata: 3\\n\\n"}}}')
        assert ({"events": "full", "example": [{"event": "a", "data": "1"}, "2\n3"]}, "text/event-stream") == (one.data["stream"], one.data["responses"][0]["media_type"])

    def test_asked_by_accept(self):
        """The Accept header asks for the stream if nothing else does."""
        one = answers("200: {content: {application/json: {}, text/event-stream: {example: 'data: 1'}}}")
        assert ({"set": {"Accept": "text/event-stream"}, "example": ["1"]}, "application/json") == (
            one.data["stream"],
            one.data["params"][0]["example"],
        )

    def test_item_schema(self):
        """OpenAPI 3.2 describes an event by itemSchema, its data as a member."""
        schema = "{itemSchema: {properties: {event: {const: add}, data: {type: string, example: '{\"a\": 1}'}}}}"
        one = answers(f"200: {{content: {{text/event-stream: {schema}}}}}", HEAD.replace("3.1.0", "3.2.0"))
        assert ({"example": [{"event": "add", "data": '{"a": 1}'}]}, 'event: add\ndata: {"a": 1}\n\n') == (one.data["stream"], one.data["responses"][0]["example"])

    def test_kinds(self):
        """Each kind of event that itemSchema describes is shown once, its name and its JSON too."""
        text = "{type: string, contentMediaType: application/json, contentSchema: {properties: {n: {type: integer}}}}"
        schema = f"{{itemSchema: {{required: [event], oneOf: [{{properties: {{event: {{const: add}}, data: {text}}}}}, {{properties: {{event: {{const: end}}, data: {{const: bye}}}}}}]}}}}"
        one = answers(f"200: {{content: {{text/event-stream: {schema}}}}}", HEAD.replace("3.1.0", "3.2.0"))
        events = 'event: add\ndata: {"n": 0}\n\nevent: end\ndata: bye\n\n'
        assert ({"example": [{"event": "add", "data": '{"n": 0}'}, {"event": "end", "data": "bye"}]}, events) == (one.data["stream"], one.data["responses"][0]["example"])

    def test_written_events(self):
        """Events that an author wrote keep their names, and their data over several lines."""
        text = "event: add\ndata: 1\ndata: 2\n\ndata: 3\n\n"
        one = answers(f"200: {{content: {{text/event-stream: {{example: {json.dumps(text)}}}}}}}")
        assert text == one.data["responses"][0]["example"]

    @pytest.mark.parametrize(("content", "expected"), [
        ('{example: "{\\"a\\": 1}\\n{\\"a\\": 2}\\n"}', ['{"a": 1}', '{"a": 2}']),
        ("{example: [{a: 1}, {a: 2}]}", ['{"a": 1}', '{"a": 2}']),
        ("{itemSchema: {properties: {a: {type: integer}}}}", ['{"a": 0}']),
        ("{}", None),
    ])
    @pytest.mark.parametrize("media_type", ["application/jsonl", "application/x-ndjson"])
    def test_lines(self, media_type, content, expected):
        """Lines of JSON are a stream."""
        text = f"{HEAD}paths: {{/a: {{get: {{responses: {{200: {{content: {{{media_type}: {content}}}}}}}}}}}}}"
        found = source(text).entries[0].read().data.get("stream")
        assert (expected and {"format": "lines", "example": expected}) == found


class TestEntries:
    def test_names(self):
        """An operationId names an operation; without one its method and path do; names stay apart where case is ignored."""
        text = f"{HEAD}paths: {{'/a/{{b}}': {{get: {{operationId: getA}}, put: {{operationId: geta}}, post: {{}}, x-y: {{}}}}, x-z: {{}}}}"
        assert [("getA", ("getA", "GET /a/{b}")), ("geta-2", ("geta", "PUT /a/{b}", "geta-2")), ("post-a-b", ("POST /a/{b}", "post-a-b"))] == [
            (one.name, one.labels) for one in source(text).entries
        ]

    def test_methods_of_3_2(self):
        """OpenAPI 3.2 has QUERY, and methods of one's own."""
        text = "openapi: 3.2.0\npaths: {/a: {query: {}, additionalOperations: {COPY: {}}}}"
        assert ["QUERY", "COPY"] == [one.read().data["method"] for one in source(text).entries]

    @pytest.mark.parametrize(("choice", "expected"), [
        (Selection(operations=("listPets",)), ["listPets"]),
        (Selection(operations=("post /pets",)), ["createPet"]),
        (Selection(tags=("store",)), ["getStore"]),
        (Selection(match=("*Pet*",)), ["listPets", "createPet"]),
        (Selection(match=("GET *",), tags=("pets",)), ["listPets"]),
        (Selection(), ["listPets", "createPet", "getStore"]),
    ])
    def test_select(self, choice, expected):
        """Operations are chosen by name, by tag and by pattern."""
        assert expected == [one.name for one in importers.select(source(PETS), choice)]

    @pytest.mark.parametrize(("choice", "message"), [
        (Selection(operations=("listPet",)), 'api.yaml: unknown operation "listPet" (did you mean "listPets"?)'),
        (Selection(tags=("shop",)), 'api.yaml: no operation has the tag "shop" (one of: pets, store)'),
        (Selection(match=("x*",)), "api.yaml: no operation matches x*"),
    ])
    def test_select_nothing(self, choice, message):
        """A word that names no operation is an error with the known words."""
        with pytest.raises(SpecError) as caught:
            importers.select(source(PETS), choice)
        assert message == str(caught.value)

    def test_stable(self):
        """The same description gives the same specs."""
        assert [one.read().text() for one in source(PETS).entries] == [one.read().text() for one in source(PETS).entries]

    def test_json_and_yaml(self):
        """A description is the same in JSON and in YAML."""
        as_json = json.dumps(load(PETS, ""))
        assert [one.read().data for one in source(PETS).entries] == [one.read().data for one in source(as_json).entries]


PETS = f"""{HEAD}paths:
  /pets:
    get: {{operationId: listPets, tags: [pets], summary: List pets, deprecated: true}}
    post: {{operationId: createPet, tags: [pets], description: Creates one.}}
  /store:
    get: {{operationId: getStore, tags: [store]}}
"""


def test_words():
    """Summary, description and deprecation are what a reader sees first."""
    listed, created, store = (one.read().data for one in source(PETS).entries)
    assert ("List pets", True, "Create pet", "Creates one.", "Get store") == (
        listed["title"], listed["deprecated"], created["title"], created["summary"], store["title"]
    )  # fmt: skip


BOMB = "openapi: 3.0.0\n" + "\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9))])


@pytest.mark.parametrize(("text", "message"), [
    ('{"openapi": "3.0.0", "paths": {"/a":', "api.yaml:1:37: not JSON: Expecting value"),
    ('{"openapi": "3.0.0", "paths": {"/a" {}}}', "api.yaml:1:37: not JSON: Expecting ':' delimiter"),
    (BOMB, "api.yaml: expands to more than 5,000,000 values (aliases of aliases?)"),
    ("openapi: 3.0.0\na: &a [*a]", "api.yaml:2:8: the alias *a is undefined, or refers to itself"),
    ("openapi: 3.0.0\na: [", "api.yaml:3:1: not YAML: while parsing a flow node did not find expected node content"),
    ("openapi: 3.0.0\na: " + "[" * 300 + "]" * 300, "api.yaml:2:203: is nested more than 200 levels deep"),
    ("[" * 100_000, "api.yaml: is nested more than 200 levels deep"),
    ("openapi: 4.0.0\npaths: {}", 'api.yaml: /openapi: "4.0.0" is not a supported version (supported: OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0)'),
    ("swagger: '1.2'", 'api.yaml: /swagger: "1.2" is not a supported version (supported: OpenAPI 3.0, 3.1, 3.2 and Swagger 2.0)'),
    ('{"a": 1}', f"api.yaml: is in no format that is read here (read are: {READ})"),
    ("[]", f"api.yaml: is in no format that is read here (read are: {READ})"),
])
def test_bad_documents(text, message):
    """A document that cannot be read is one message, with its place."""
    with pytest.raises(SpecError) as caught:
        source(text)
    assert message == str(caught.value)


@pytest.mark.parametrize("text", [
    "openapi: 3.0.0",
    "openapi: 3.0.0\npaths: []",
    "openapi: 3.0.0\npaths: {/a: 1, /b: {get: [], post: null}, /c: {parameters: 3, get: {parameters: {}, responses: [], tags: x}}}",
    "openapi: 3.0.0\nsecurity: x\nservers: 7\ncomponents: []\npaths: {/a: {get: {security: [x, {y: 1}], requestBody: 3}}}",
    "openapi: 3.0.0\npaths: {/a: {post: {requestBody: {content: {json: 3, 5: {schema: []}}}, responses: {200: {content: {x: 1}}}}}}",
    "openapi: 3.0.0\npaths: {a b: {get: {operationId: 7, summary: [x], parameters: [{name: 3, in: query}, {name: q, in: query, schema: 4, required: true}]}}}",
    "swagger: '2.0'\nhost: 3\nbasePath: []\nschemes: x\nconsumes: 3\npaths: {/a: {post: {parameters: [{in: body}, {in: formData}, 3, null]}}}",
])
def test_junk(text):
    """Junk where something else should stand costs what it stands for, never more."""
    for entry in source(text).entries:
        checked(entry.read())


@pytest.mark.parametrize("depth", [150, 250, 400, 700])
def test_deep_example(depth):
    """An example that is nested too deeply for a program is imported or refused, never a crash."""
    deep = "[" * depth + "1" + "]" * depth
    text = f'{{"openapi": "3.0.0", "paths": {{"/a": {{"post": {{"requestBody": {{"content": {{"application/json": {{"example": {deep}}}}}}}}}}}}}}}'
    try:
        found = source(text).entries[0].read()
        result = (found.endpoint().name, found.text()[:7])
    except (Refused, SpecError) as error:
        result = str(error).rpartition(": ")[2]
    assert result in (("post-a", "title: "), "an example is nested too deeply for any program", "is nested more than 200 levels deep")


def test_merge_keys():
    """``<<`` merges maps, as many descriptions written by hand expect."""
    text = f"{HEAD}x: &x {{summary: Old, description: Kept}}\npaths: {{/a: {{get: {{<<: *x, summary: New}}}}}}"
    assert ("New", "Kept") == (first(text).data["title"], first(text).data["summary"])


def test_numeric_keys():
    """YAML keys that look like numbers stay as they are written."""
    assert [200, 404] == [one["status"] for one in answers("200: {}\n0404: {}\n404: {}").data["responses"]]


def test_notes_are_not_repeated():
    """A note is not repeated."""
    one = first("openapi: 3.0.0\nservers: [{url: /}, {url: /}]\npaths: {/a: {get: {}}}")
    assert ['/paths/~1a/get: the server "/" has no host; https://api.example.com is used (change it with --server)'] == notes(one)


class TestNamedSchemas:
    TEXT = f"""{HEAD}components: {{schemas: {{A: {{required: [n, gone], properties: {{n: {{items: {{type: integer}}}}, gone: {{$ref: '#/x'}}}}}}}}}}
paths:
  /a:
    post: &post {{requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}}}
    put: *post
"""

    def test_alike(self):
        """Operations that share a named schema are the same spec and have the same notes, but share no list."""
        one, other = (checked(entry.read()) for entry in source(self.TEXT).entries)
        assert one.data["params"] == other.data["params"]
        assert [text.replace("/put/", "/post/") for text in notes(other)] == notes(one) != []
        one.data["params"][0]["example"].append(1)
        assert [0] == other.data["params"][0]["example"]
