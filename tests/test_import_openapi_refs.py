"""References where OpenAPI has no Reference Object: real documents write them, so they are followed, or named."""

import pytest
from importing import checked, notes

from snippetgen import importers

HEAD = "openapi: 3.1.0\nservers: [{url: https://api.acme.example}]\n"
BODY = "{content: {application/json: {example: {a: 1}}}}"


def source(text, file="api.yaml"):
    return importers.open_source(text, str(file))


def first(text, file="api.yaml"):
    return checked(source(text, file).entries[0].read())


@pytest.mark.parametrize("text", [
    f"paths: {{/a: {{post: {{$ref: '#/x'}}}}}}\nx: {{requestBody: {BODY}}}",
    f"paths: {{$ref: '#/x'}}\nx: {{/a: {{post: {{requestBody: {BODY}}}}}}}",
    "paths: {/a: {post: {requestBody: {content: {$ref: '#/x'}}}}}\nx: {application/json: {example: {a: 1}}}",
    "paths: {/a: {post: {requestBody: {content: {application/json: {examples: {$ref: '#/x'}}}}}}}\nx: {one: {value: {a: 1}}}",
    "paths: {/a: {post: {requestBody: {content: {application/json: {example: {$ref: '#/x'}}}}}}}\nx: {a: 1}",
    "paths: {/a: {post: {requestBody: {content: {application/json: {example: {$ref: '#/x'}}}}}}}\nx: {value: {a: 1}}",
    "paths: {/a: {post: {requestBody: {content: {application/json: {examples: {one: {value: {$ref: '#/x'}}}}}}}}}\nx: {a: 1}",
    "paths: {/a: {post: {requestBody: {content: {application/json: {schema: {properties: {$ref: '#/x'}}}}}}}}\nx: {a: {type: integer, example: 1}}",
])
def test_body(text):
    """A reference to an operation, all paths, a content map, examples, an example, or properties leads to the body."""
    assert [("a", 1)] == [(one["name"], one["example"]) for one in first(HEAD + text).data["params"]]


def test_operation_in_another_file(tmp_path):
    """What an operation in another file refers to is relative to that file, what stands in the path item is not."""
    (tmp_path / "ops").mkdir()
    (tmp_path / "ops" / "get.yaml").write_text("operationId: there\nparameters: [{$ref: 'q.yaml'}]\nresponses: {200: {description: Fine}}\n")
    (tmp_path / "ops" / "q.yaml").write_text("{name: q, in: query, example: 1}")
    (tmp_path / "p.yaml").write_text("{name: p, in: query, example: 2}")
    one = first(f"{HEAD}paths: {{/a: {{parameters: [{{$ref: 'p.yaml'}}], get: {{$ref: 'ops/get.yaml'}}}}}}", tmp_path / "api.yaml")
    assert ("there", [("p", 2), ("q", 1)]) == (one.name, [(param["name"], param["example"]) for param in one.data["params"]])


def test_beside_the_reference():
    """Keys beside the reference to an operation win over those that it leads to."""
    one = first(f"{HEAD}paths: {{/a: {{get: {{$ref: '#/x', operationId: mine}}}}}}\nx: {{operationId: shared, summary: Shared}}")
    assert ("mine", "Shared") == (one.name, one.data["title"])


@pytest.mark.parametrize(("text", "said"), [
    ("paths: {/a: {get: {$ref: '#/none'}}, /b: {get: {}}}", '/paths/~1a/get: $ref "#/none" cannot be resolved: api.yaml has no "none" there; left out'),
    ("paths: {$ref: '#/none'}", '/paths: $ref "#/none" cannot be resolved: api.yaml has no "none" there; so there are no operations'),
])
def test_broken_is_named(text, said):
    """A reference to an operation, or to all paths, that leads nowhere is named."""
    assert [said] == [str(one) for one in source(HEAD + text).notes]


@pytest.mark.parametrize("text", [
    "get: {responses: {$ref: '#/x'}}",
    "get: {responses: {200: {description: d, content: {$ref: '#/x/200/content'}}}}",
])
def test_answers(text):
    """A reference to the map of responses, or to a content map, leads to the example."""
    one = first(f"{HEAD}paths: {{/a: {{{text}}}}}\nx: {{200: {{description: d, content: {{application/json: {{example: {{b: 2}}}}}}}}}}")
    assert {"b": 2} == one.data["responses"][0]["example"]


def test_parameters_and_servers():
    """References to a list of parameters, to servers, and to security schemes are followed."""
    text = """openapi: 3.1.0
servers: {$ref: '#/x/servers'}
security: [{key: []}]
components: {securitySchemes: {$ref: '#/x/schemes'}}
paths: {/a: {get: {parameters: {$ref: '#/x/list'}}}}
x: {servers: [{$ref: '#/x/one'}], one: {url: https://there.example}, list: [{name: q, in: query, example: 1}], schemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""
    one = first(text)
    assert ({"default": "https://there.example"}, "X-Key", ["q"]) == (one.data["servers"], one.data["auth"]["name"], [param["name"] for param in one.data["params"]])


def test_example_with_a_member_of_that_name():
    """An example that has other members beside $ref, or whose $ref leads nowhere, is sent as it stands."""
    head = f"{HEAD}paths: {{/a: {{post: {{requestBody: {{content: {{application/json: {{example: "
    found = [first(f"{head}{example}}}}}}}}}}}}}").data["params"][0] for example in ("{$ref: '#/none'}", "{$ref: '#/paths', b: 1}")]
    assert [("$ref", "#/none"), ("$ref", "#/paths")] == [(one["name"], one["example"]) for one in found]


def test_swagger_in_files(tmp_path):
    """In Swagger 2.0, too, what a parameter or response in another file refers to is relative to that file."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "body.yaml").write_text("{name: body, in: body, schema: {$ref: 'pet.yaml#/Pet'}}")
    (tmp_path / "parts" / "pet.yaml").write_text("Pet: {type: object, properties: {n: {$ref: '#/Name'}}}\nName: {type: string, example: Rex}\n")
    one = first("swagger: '2.0'\nhost: api.acme.example\npaths: {/a: {post: {parameters: [{$ref: 'parts/body.yaml'}]}}}", tmp_path / "api.yaml")
    assert (["Rex"], []) == ([param["example"] for param in one.data["params"]], notes(one))
