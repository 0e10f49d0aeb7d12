"""Whatever stands anywhere in a description, it is imported, noted or refused: never a crash."""

import copy
import json

import pytest

from snippetgen import importers
from snippetgen.errors import SnippetgenError
from snippetgen.importers.openapi.document import load
from snippetgen.request.build import build

MODERN = """
openapi: 3.1.0
info: {title: Junk, version: '1'}
servers: [{url: 'https://{env}.a.example/v1', variables: {env: {default: prod, enum: [prod]}}, description: Main}]
security: [{token: []}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}, key: {type: apiKey, in: query, name: k}}
  schemas: {Pet: {type: object, required: [name], properties: {name: {type: string, description: N, enum: [Rex]}, id: {type: [integer, 'null'], readOnly: true}}}}
  parameters: {limit: {name: limit, in: query, required: true, schema: {type: integer, default: 5}}}
  examples: {rex: {value: {name: Rex}}}
paths:
  /pets/{id}:
    parameters: [{$ref: '#/components/parameters/limit'}]
    post:
      operationId: one
      tags: [a]
      summary: S
      description: D
      parameters:
      - {name: id, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: string}}, example: [a, b]}
      - {name: o, in: query, style: deepObject, example: {a: {b: 1}}}
      - {name: X-H, in: header, example: h}
      - {name: c, in: cookie, example: d}
      requestBody:
        required: true
        content:
          application/json: {schema: {allOf: [{$ref: '#/components/schemas/Pet'}]}, examples: {rex: {$ref: '#/components/examples/rex'}, b: {value: {name: B}}}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, text/event-stream: {itemSchema: {type: object, properties: {data: {type: string}}}}}}
        '404': {description: No, content: {application/json: {example: {e: 1}}}}
    put:
      security: [{key: []}]
      requestBody: {content: {multipart/form-data: {schema: {properties: {f: {type: string, format: binary}, m: {type: object}}}, encoding: {f: {contentType: image/png}}}}}
    patch:
      requestBody: {content: {application/x-www-form-urlencoded: {example: {a: [1], b: {c: 1}}, encoding: {b: {style: deepObject, explode: true}}}}}
    delete:
      requestBody: {content: {application/xml: {schema: {xml: {name: r}, properties: {a: {xml: {attribute: true}}}}}}}
"""

OLD = """
swagger: '2.0'
info: {title: Junk, version: '1'}
host: a.example
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions: {b: {type: basic}}
security: [{b: []}]
definitions: {P: {type: object, properties: {a: {type: integer}}}}
parameters: {q: {name: q, in: query, required: true, type: array, items: {type: string}, collectionFormat: pipes}}
paths:
  /a/{id}:
    post:
      parameters:
      - {$ref: '#/parameters/q'}
      - {name: id, in: path, required: true, type: string}
      - {name: b, in: body, schema: {$ref: '#/definitions/P'}}
      responses: {'200': {description: OK, schema: {$ref: '#/definitions/P'}, examples: {application/json: {a: 1}}}}
    put:
      consumes: [multipart/form-data]
      parameters: [{name: f, in: formData, type: file}, {name: g, in: formData, type: array, items: {type: string}, x-example: [a]}]
"""

JUNK = (None, True, 7, "", "junk", [], [None, {}], {}, {"": []}, {"$ref": "#/nowhere"}, {"$ref": 7}, [[["deep"]]])


def places(value, steps=()):
    """Every place of a document below its root."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*steps, key)
            yield from places(one, (*steps, key))


def replaced(data, steps, junk):
    result = copy.deepcopy(data)
    inner = result
    for step in steps[:-1]:
        inner = inner[step]
    inner[steps[-1]] = junk
    return result


@pytest.mark.parametrize("text", [MODERN, OLD], ids=["3.1", "2.0"])
def test_junk_at_every_place(text):
    """Junk of every kind in every place."""
    data = load(text, "junk.yaml")
    crashes = []
    for steps in places(data):
        for junk in JUNK:
            try:
                for entry in importers.open_source(json.dumps(replaced(data, steps, junk)), "junk.json").entries:
                    build(entry.read().endpoint())
            except SnippetgenError:
                continue
            except Exception as error:  # noqa: BLE001 - any is a finding
                crashes.append((steps, junk, repr(error)))
    assert [] == crashes
