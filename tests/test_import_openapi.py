"""OpenAPI descriptions -> endpoints: addresses, security, parameters and bodies."""

import pytest
from importing import checked, notes, sent

from snippetgen import importers
from snippetgen.data.jsontext import dumps
from snippetgen.errors import Refused
from snippetgen.importers.model import Options


def source(text, **options):
    return importers.open_source(text, "api.yaml", Options(**options))


def only(text, **options):
    (entry,) = source(text, **options).entries
    return checked(entry.read())


def operation(text, *, root="", path="/a", method="post", version="3.1.0", **options):
    """The one operation of a description; `text` is indented beneath it."""
    indented = "\n".join(f"      {line}" for line in text.splitlines())
    return only(f"openapi: {version}\n{root}\npaths:\n  {path}:\n    {method}:\n{indented}\n", **options)


HOST = "servers: [{url: https://api.acme.example/v1}]"


def query(parameter, name="color"):
    """The query that a query parameter sends."""
    one = operation(f"parameters:\n- {{name: {name}, in: query, required: true, {parameter}}}", root=HOST, method="get")
    return sent(one)[1].removeprefix("https://api.acme.example/v1/a")


def path(parameter):
    """The path that a path parameter called color sends."""
    text = f"parameters:\n- {{name: color, in: path, required: true, {parameter}}}"
    return sent(operation(text, root=HOST, path="/x/{color}", method="get"))[1].removeprefix("https://api.acme.example/v1/x/")


ARRAY, OBJECT = "example: [blue, black, brown]", "example: {R: 100, G: 200, B: 150}"


class TestStyles:
    """The table "Style Examples" of OpenAPI 3.1.1, row by row."""

    @pytest.mark.parametrize(("parameter", "expected"), [
        (f"style: form, explode: false, {ARRAY}", "?color=blue,black,brown"),
        (f"style: form, explode: false, {OBJECT}", "?color=R,100,G,200,B,150"),
        ("style: form, explode: false, example: blue", "?color=blue"),
        ("style: form, explode: false, example: ''", "?color="),
        (f"style: form, explode: true, {ARRAY}", "?color=blue&color=black&color=brown"),
        (f"style: form, explode: true, {OBJECT}", "?R=100&G=200&B=150"),
        (f"{ARRAY}", "?color=blue&color=black&color=brown"),
        (f"style: spaceDelimited, {ARRAY}", "?color=blue%20black%20brown"),
        (f"style: spaceDelimited, {OBJECT}", "?color=R%20100%20G%20200%20B%20150"),
        (f"style: pipeDelimited, {ARRAY}", "?color=blue%7Cblack%7Cbrown"),
        (f"style: pipeDelimited, {OBJECT}", "?color=R%7C100%7CG%7C200%7CB%7C150"),
        (f"style: deepObject, explode: true, {OBJECT}", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("style: deepObject, explode: true, example: {a: {b: [1, 2]}}", "?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=2"),
        ("explode: false, example: ['a,b', c]", "?color=a%2Cb,c"),
        ("allowReserved: true, example: 'a/b?c=d&e+f'", "?color=a/b?c=d&e+f"),
        ("example: 'a/b?c=d&e+f'", "?color=a/b%3Fc%3Dd%26e%2Bf"),
        ("content: {application/json: {example: {a: [1, 2.50]}}}", "?color=%7B%22a%22:%20%5B1,%202.50%5D%7D"),
    ])
    def test_query(self, parameter, expected):
        """A query parameter is written as its style says."""
        assert expected == query(parameter)

    @pytest.mark.parametrize(("parameter", "expected"), [
        (ARRAY, "blue,black,brown"),
        (OBJECT, "R,100,G,200,B,150"),
        ("example: blue", "blue"),
        (f"explode: true, {ARRAY}", "blue,black,brown"),
        (f"explode: true, {OBJECT}", "R=100,G=200,B=150"),
        ("style: label, example: blue", ".blue"),
        (f"style: label, {ARRAY}", ".blue,black,brown"),
        (f"style: label, {OBJECT}", ".R,100,G,200,B,150"),
        (f"style: label, explode: true, {ARRAY}", ".blue.black.brown"),
        (f"style: label, explode: true, {OBJECT}", ".R=100.G=200.B=150"),
        ("style: matrix, example: blue", ";color=blue"),
        (f"style: matrix, {ARRAY}", ";color=blue,black,brown"),
        (f"style: matrix, {OBJECT}", ";color=R,100,G,200,B,150"),
        (f"style: matrix, explode: true, {ARRAY}", ";color=blue;color=black;color=brown"),
        (f"style: matrix, explode: true, {OBJECT}", ";R=100;G=200;B=150"),
        ("example: a/b c", "a%2Fb%20c"),
        ("allowReserved: true, example: a/b c", "a/b%20c"),
        ("example: ''", "YOUR_COLOR"),
        ("schema: {type: string}", "YOUR_COLOR"),
        ("schema: {type: integer}", "0"),
    ])
    def test_path(self, parameter, expected):
        """A path parameter is written as its style says, and never leaves a hole in the path."""
        assert expected == path(parameter)

    @pytest.mark.parametrize(("parameter", "expected"), [
        (ARRAY, "blue,black,brown"),
        (OBJECT, "R,100,G,200,B,150"),
        (f"explode: true, {OBJECT}", "R=100,G=200,B=150"),
        ("example: 12", "12"),
        ("example: naïve", "na%C3%AFve"),
    ])
    def test_header(self, parameter, expected):
        """A header is written in the style simple."""
        text = f"parameters:\n- {{name: X-Color, in: header, required: true, {parameter}}}"
        assert [("X-Color", expected)] == sent(operation(text, root=HOST, method="get"))[2]

    def test_cookie(self):
        """Cookies go into one header, what they cannot hold percent-encoded."""
        text = "parameters:\n- {name: a, in: cookie, required: true, example: x}\n- {name: b, in: cookie, example: 'y z;'}"
        assert [("Cookie", "a=x; b=y%20z%3B")] == sent(operation(text, root=HOST, method="get"))[2]

    @pytest.mark.parametrize(("collection", "expected"), [
        ("", "?color=blue,black"),
        ("collectionFormat: ssv, ", "?color=blue%20black"),
        ("collectionFormat: tsv, ", "?color=blue%09black"),
        ("collectionFormat: pipes, ", "?color=blue%7Cblack"),
        ("collectionFormat: multi, ", "?color=blue&color=black"),
    ])
    def test_swagger_collections(self, collection, expected):
        """Swagger 2.0 says how an array is written by its collectionFormat, csv where nothing is said."""
        parameter = f"name: color, in: query, required: true, type: array, {collection}items: {{type: string}}, default: [blue, black]"
        one = only(f"swagger: '2.0'\nhost: api.acme.example\npaths: {{/a: {{get: {{parameters: [{{{parameter}}}]}}}}}}")
        assert f"https://api.acme.example/a{expected}" == sent(one)[1]


class TestParameters:
    def test_what_is_sent(self):
        """Required parameters and those with an example are sent; the others are described."""
        text = """parameters:
- {name: a, in: query, required: true, schema: {type: integer, minimum: 3}, description: How many}
- {name: b, in: query, schema: {type: integer}, example: 7}
- {name: c, in: query, schema: {type: string, enum: [x, y], default: y}}"""
        one = operation(text, root=HOST, method="get")
        assert "https://api.acme.example/v1/a?a=3&b=7" == sent(one)[1]
        assert [
            {"name": "a", "in": "query", "type": "integer", "required": True, "description": "How many", "example": 3},
            {"name": "b", "in": "query", "type": "integer", "example": 7},
            {"name": "c", "in": "query", "type": "string", "enum": ["x", "y"], "default": "y"},
        ] == one.data["params"]

    def test_merged(self):
        """An operation's parameter stands in for that of the same name and place of its path."""
        text = f"""openapi: 3.0.0
{HOST}
paths:
  /a:
    parameters:
    - {{name: a, in: query, required: true, example: path}}
    - {{name: b, in: query, required: true, example: path}}
    get: {{parameters: [{{name: b, in: query, required: true, example: operation}}]}}"""
        assert "https://api.acme.example/v1/a?a=path&b=operation" == sent(only(text))[1]

    @pytest.mark.parametrize(("parameter", "note"), [
        ("{name: Accept, in: header}", "/paths/~1a/get/parameters/0: Accept is not a parameter: it comes from the body, the responses and the security schemes; left out"),
        ("{name: Host, in: header}", "/paths/~1a/get/parameters/0: Host belongs to the connection, and every client sends it by itself; left out"),
        ("{name: 'a b', in: header}", '/paths/~1a/get/parameters/0: "a b" is not a valid header name; left out'),
        ("{name: a}", "/paths/~1a/get/parameters/0: is not a parameter with a name and a place (in: path, query, header, cookie); left out"),
        ("{$ref: '#/x~1y'}", '/paths/~1a/get/parameters/0: $ref "#/x~1y" cannot be resolved: api.yaml has no "x/y" there; left out'),
        ("{name: id, in: path}", '/paths/~1a/get/parameters/0: "id" is not in the path; left out'),
    ])
    def test_notes(self, parameter, note):
        """A parameter that cannot be imported is a note with its JSON pointer, and the rest is imported."""
        one = operation(f"parameters: [{parameter}]", root=HOST, method="get")
        assert ("https://api.acme.example/v1/a", [note]) == (sent(one)[1], notes(one))

    def test_undescribed(self):
        """A placeholder without parameter is a text."""
        one = operation("responses: {}", root=HOST, path="/a/{id}/{+rest}", method="get")
        assert "https://api.acme.example/v1/a/YOUR_ID/YOUR_REST" == sent(one)[1]

    def test_reserved_expansion(self):
        """``{+name}`` (RFC 6570) leaves slashes as they are."""
        text = "parameters: [{name: name, in: path, required: true, example: projects/p/items/1}]"
        assert "https://api.acme.example/v1/projects/p/items/1:run" == sent(operation(text, root=HOST, path="/{+name}:run"))[1]

    def test_querystring(self):
        """The members of a querystring parameter (OpenAPI 3.2) are the pairs of the query."""
        text = "parameters: [{name: q, in: querystring, content: {application/x-www-form-urlencoded: {example: {a: 1, b: [x, y]}}}}]"
        assert "https://api.acme.example/v1/a?a=1&b=x&b=y" == sent(operation(text, root=HOST, method="get", version="3.2.0"))[1]

    def test_secret(self):
        """A parameter whose name says that it is a key is read from the environment, unless the user keeps it."""
        text = "parameters: [{name: X-Api-Key, in: header, required: true, schema: {type: string}}]"
        assert ([("X-Api-Key", "<ACME_API_KEY>")], [("X-Api-Key", "YOUR_X_API_KEY")]) == (
            sent(operation(text, root="servers: [{url: https://api.acme.dev}]", method="get"))[2],
            sent(operation(text, root=HOST, method="get", keep_secrets=True))[2],
        )


class TestServers:
    @pytest.mark.parametrize(("servers", "expected"), [
        ("servers: [{url: https://a.example/v1/}]", {"default": "https://a.example/v1"}),
        ("servers: [{url: 'https://{region}.a.example:{port}', variables: {region: {default: eu}, port: {enum: ['8443']}}}]",
         {"default": "https://eu.a.example:8443"}),
        ("servers: [{url: 'https://{tenant}.a.example'}]", {"default": "https://tenant.a.example"}),
        ("servers: [{url: https://a.example}, {url: https://b.example, description: Test site}, {url: https://c.example}]",
         {"default": "https://a.example", "test-site": "https://b.example", "server-3": "https://c.example"}),
        ("servers: [{url: 'https://a.example/{x}', variables: {x: {default: ''}}}]", {"default": "https://a.example"}),
        ("servers: [{url: 'https://{x}.a.example/{y}', variables: {x: {default: ''}, y: {default: ''}}}]", {"default": "https://x.a.example/y"}),
        ("servers: [{url: 'https://a.example{x}', variables: {x: {default: '', enum: ['', ':8443']}}}]", {"default": "https://a.example"}),
        ("servers: [{url: https://a.example}, {url: https://b.example, description: Responds with your request data}]",
         {"default": "https://a.example", "responds-with-your-request-data": "https://b.example"}),
        ("servers: [{url: 'wss://a.example'}, {url: https://b.example}]", {"default": "https://b.example"}),
        ("servers: [{url: //a.example}]", {"default": "https://a.example"}),
        ("servers: [{url: /v2}]", {"default": "https://api.example.com/v2"}),
        ("", {"default": "https://api.example.com"}),
    ])
    def test_root(self, servers, expected):
        """The servers of the description, variables filled in; one without a host gets one that stands in for it."""
        assert expected == operation("responses: {}", root=servers, method="get").data["servers"]

    def test_nearest(self):
        """An operation's own servers come before those of its path, and those before the description's."""
        text = """openapi: 3.0.0
servers: [{url: https://root.example}]
paths:
  /a:
    servers: [{url: https://path.example}]
    get: {servers: [{url: https://operation.example}]}
    post: {}
  /b: {get: {}}"""
        found = [one.read().data["servers"]["default"] for one in source(text).entries]
        assert ["https://operation.example", "https://path.example", "https://root.example"] == found

    @pytest.mark.parametrize(("text", "expected"), [
        ("host: a.example\nbasePath: /v1/\nschemes: [http, https]", {"default": "https://a.example/v1", "server-2": "http://a.example/v1"}),
        ("host: a.example\nschemes: [ws]", {"default": "https://a.example"}),
        ("basePath: /v1", {"default": "https://api.example.com/v1"}),
    ])
    def test_swagger(self, text, expected):
        """Swagger 2.0 says host, basePath and schemes."""
        assert expected == only(f"swagger: '2.0'\n{text}\npaths: {{/a: {{get: {{}}}}}}").data["servers"]


SCHEMES = """servers: [{url: https://api.acme.dev}]
components:
  securitySchemes:
    basic: {type: http, scheme: Basic}
    token: {type: http, scheme: bearer}
    apiKey: {type: http, scheme: bearer}
    genie: {type: http, scheme: GenieKey}
    digest: {type: http, scheme: digest}
    header: {type: apiKey, in: header, name: X-Key}
    app: {type: apiKey, in: query, name: app_id}
    cookie: {type: apiKey, in: cookie, name: sid}
    oauth: {type: oauth2, flows: {}}
    openid: {type: openIdConnect, openIdConnectUrl: https://a.example}
    tls: {type: mutualTLS}"""
BASIC = {"type": "basic", "user": {"env": "ACME_USER"}, "password": {"env": "ACME_PASSWORD"}}


class TestSecurity:
    @pytest.mark.parametrize(("security", "expected"), [
        ("[{basic: []}]", BASIC),
        ("[{token: []}]", {"type": "bearer", "env": "ACME_TOKEN"}),
        ("[{apiKey: []}]", {"type": "bearer", "env": "ACME_API_KEY"}),
        ("[{genie: []}]", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "GenieKey ", "env": "ACME_TOKEN"}),
        ("[{header: []}]", {"type": "apikey", "in": "header", "name": "X-Key", "env": "ACME_API_KEY"}),
        ("[{cookie: []}]", {"type": "apikey", "in": "cookie", "name": "sid", "env": "ACME_API_KEY"}),
        ("[{oauth: [read]}]", {"type": "bearer", "env": "ACME_ACCESS_TOKEN"}),
        ("[{openid: []}]", {"type": "bearer", "env": "ACME_ACCESS_TOKEN"}),
        ("[{header: [], app: []}]", [
            {"type": "apikey", "in": "header", "name": "X-Key", "env": "ACME_KEY"},
            {"type": "apikey", "in": "query", "name": "app_id", "env": "ACME_APP_ID"},
        ]),
        ("[{tls: []}, {basic: []}]", BASIC),
        ("[{digest: []}]", BASIC | {"type": "digest"}),
        ("[{}, {basic: []}]", BASIC),
        ("[]", None),
        ("[{tls: []}]", None),
        ("[{unknown: []}]", None),
    ])
    def test_requirement(self, security, expected):
        """The first alternative that is supported becomes the authentication."""
        assert expected == operation(f"security: {security}", root=SCHEMES, method="get").data.get("auth")

    def test_inherited(self):
        """The description's requirement holds where an operation says nothing."""
        assert BASIC == operation("responses: {}", root=f"{SCHEMES}\nsecurity: [{{basic: []}}]").data["auth"]

    def test_swagger(self):
        """The security schemes of Swagger 2.0 are its securityDefinitions."""
        text = "securityDefinitions: {b: {type: basic}}\nsecurity: [{b: []}]\nhost: api.acme.dev"
        assert BASIC == only(f"swagger: '2.0'\n{text}\npaths: {{/a: {{get: {{}}}}}}").data["auth"]

    @pytest.mark.parametrize(("parameter", "expected"), [
        ("required: true, description: A Bearer token", {"type": "bearer", "env": "ACME_TOKEN"}),
        ("example: abc", {"type": "apikey", "in": "header", "name": "Authorization", "env": "ACME_TOKEN"}),
        ("example: Token abc", {"type": "apikey", "in": "header", "name": "Authorization", "prefix": "Token ", "env": "ACME_TOKEN"}),
        ("description: Perhaps", {"type": "apikey", "in": "header", "name": "Authorization", "env": "ACME_TOKEN"}),
    ])
    def test_header(self, parameter, expected):
        """An Authorization that is described as a header parameter is a key, where nothing else says who calls."""
        text = f"parameters: [{{name: Authorization, in: header, {parameter}}}]"
        assert expected == operation(text, root="servers: [{url: https://api.acme.dev}]", method="get").data.get("auth")

    def test_parameter_of_the_scheme(self):
        """A parameter that a security scheme sends already is not sent twice."""
        text = "security: [{header: []}]\nparameters: [{name: x-key, in: header, required: true, example: a}]"
        assert [("X-Key", "<ACME_API_KEY>")] == sent(operation(text, root=SCHEMES, method="get"))[2]


def body(content, root="", **options):
    return operation(f"requestBody: {{required: true, content: {content}}}", root=f"{HOST}\n{root}", **options)


class TestBodies:
    @pytest.mark.parametrize(("content", "expected"), [
        ("{application/json: {example: {a: 1.50}}}", '{"a": 1.50}'),
        ("{application/json: {examples: {x: {value: {a: 1}}, y: {value: {a: 2}}}}}", '{"a": 1}'),
        ("{application/json: {examples: {x: {dataValue: {a: 1}}}}}", '{"a": 1}'),
        ("{application/json: {example: '{\"a\": 1}'}}", '{"a": 1}'),
        ("{application/json: {schema: {example: {a: 1}}}}", '{"a": 1}'),
        ("{application/json: {schema: {type: object, properties: {a: {type: integer, example: 5}}}}}", '{"a": 5}'),
        ("{application/json: {schema: {type: object, properties: {a: {type: integer, readOnly: true}, b: {type: string}}}}}", '{"b": "YOUR_B"}'),
        ("{application/json: {schema: {type: array, items: {type: integer}}}}", "[0]"),
        ("{application/json: {example: text}}", '"text"'),
        ("{application/xml: {example: <a/>}, application/json: {example: {a: 1}}}", '{"a": 1}'),
        ("{'*/*': {example: {a: 1}}}", '{"a": 1}'),
        ("{application/json: {schema: {type: object}}}", "{}"),
    ])
    def test_json(self, content, expected):
        """JSON comes first, its example from wherever it stands, else from the schema."""
        _, _, headers, sent_body = sent(body(content))
        assert ([("Content-Type", "application/json")], expected) == (headers, dumps(sent_body.data))

    def test_vendor_type(self):
        """A media type of one's own is sent as it is written."""
        headers = sent(body("{application/vnd.acme.v2+json; charset=utf-8: {example: {}}}"))[2]
        assert [("Content-Type", "application/vnd.acme.v2+json; charset=utf-8")] == headers

    def test_members(self):
        """A JSON body's members are parameters, described by their schemas; those without value follow."""
        schema = """{required: [a], properties: {a: {type: string, description: First, enum: [x, y]},
          b: {type: integer, format: int64, example: 3}, c.d: {type: boolean}}}"""
        content = f"{{application/json: {{schema: {schema}, example: {{a: x, c.d: true, e: 1}}}}}}"
        assert [
            {"name": "a", "in": "body", "type": "string", "required": True, "description": "First", "enum": ["x", "y"], "example": "x"},
            {"name": '["c.d"]', "in": "body", "type": "boolean", "example": True},
            {"name": "e", "in": "body", "type": "integer", "example": 1},
            {"name": "b", "in": "body", "type": "integer", "format": "int64"},
        ] == body(content).data["params"]

    @pytest.mark.parametrize(("required", "expected"), [
        ("required: [a], ", '{"a": "YOUR_A", "o": {"x": 0}}'),
        ("", '{"a": "YOUR_A"}'),
    ])
    def test_required_only(self, required, expected):
        """On request a sampled body holds only what must be there; one member where nothing must."""
        inner = "{type: object, required: [x], properties: {x: {type: integer}, y: {type: integer}}}"
        required = required.replace("[a]", "[a, o]")
        schema = f"{{type: object, {required}properties: {{a: {{type: string}}, b: {{type: integer, example: 3}}, o: {inner}}}}}"
        one = body(f"{{application/json: {{schema: {schema}}}}}", required_only=True)
        assert expected == dumps(sent(one)[3].data)

    def test_required_parameters_only(self):
        """On request a parameter that need not be sent is not, though it has an example."""
        text = "parameters: [{name: a, in: query, example: 1}, {name: b, in: query, required: true, example: 2}]"
        assert "https://api.acme.example/v1/a?b=2" == sent(operation(text, root=HOST, method="get", required_only=True))[1]

    def test_further_examples(self):
        """A further example is what differs from the first; one that lacks a member of it is noted."""
        one = body("{application/json: {examples: {x: {value: {a: 1, b: 2}}, 'y z': {value: {a: 1, b: 3, c: 4}}, n: {value: {a: 1}}}}}")
        assert {"y-z": {"set": {"b": 3, "c": 4}}} == one.data["examples"]
        assert ['/paths/~1a/post/requestBody/content/application~1json/examples/n: the example "n" lacks members of the first example, or is not an object; left out'] == notes(one)

    @pytest.mark.parametrize(("encoding", "expected"), [
        ("", [("a", "1"), ("l", "x"), ("l", "y"), ("o", '{"k": [1, 2]}')]),
        ("o: {style: deepObject}", [("a", "1"), ("l", "x"), ("l", "y"), ("o[k][0]", "1"), ("o[k][1]", "2")]),
        ("o: {style: form}", [("a", "1"), ("l", "x"), ("l", "y"), ("k", "[1, 2]")]),
        ("l: {style: form, explode: false}", [("a", "1"), ("l", "x,y"), ("o", '{"k": [1, 2]}')]),
        ("l: {style: pipeDelimited}", [("a", "1"), ("l", "x|y"), ("o", '{"k": [1, 2]}')]),
    ])
    def test_form(self, encoding, expected):
        """A form's fields are written as its encoding says; an object is JSON where nothing is said."""
        content = f"{{application/x-www-form-urlencoded: {{example: {{a: 1, l: [x, y], o: {{k: [1, 2]}}}}, encoding: {{{encoding}}}}}}}"
        sent_body = sent(body(content))[3]
        assert ("form", expected) == (sent_body.kind, [(name, "".join(t.text for t in value)) for name, value in sent_body.pairs])

    def test_multipart(self):
        """Binary properties are files, objects are JSON, and the encoding names the types."""
        schema = "{properties: {file: {type: string, format: binary}, photo: {type: string, format: binary}, meta: {type: object, example: {a: 1}}, note: {type: string}, tags: {type: array, items: {type: string}, example: [x, y]}}}"
        parts = sent(body(f"{{multipart/form-data: {{schema: {schema}, encoding: {{photo: {{contentType: 'image/*'}}, note: {{contentType: text/markdown}}}}}}}}", all_members=True))[3].parts
        assert [
            ("file", "", "file.bin", "application/octet-stream"),
            ("photo", "", "photo.png", "image/png"),
            ("meta", '{"a": 1}', "", "application/json"),
            ("note", "string", "", "text/markdown"),
            ("tags", "x", "", ""),
            ("tags", "y", "", ""),
        ] == [(one.name, "".join(t.text for t in one.value), one.path, one.media_type) for one in parts]

    @pytest.mark.parametrize(("content", "kind", "media_type", "text"), [
        ("{application/octet-stream: {schema: {type: string, format: binary}}}", "file", "application/octet-stream", "body.bin"),
        ("{image/png: {}}", "file", "image/png", "body.png"),
        ("{'image/*': {}}", "file", "image/png", "body.png"),
        ("{text/plain: {example: hello}}", "text", "text/plain", "hello"),
        ("{application/x-ndjson: {example: [{a: 1}, {a: 2}]}}", "text", "application/x-ndjson", '{"a": 1}\n{"a": 2}\n'),
        ("{application/jsonl: {itemSchema: {example: {a: 1}}}}", "text", "application/jsonl", '{"a": 1}\n'),
        ("{application/xml: {example: '<a>1</a>'}}", "text", "application/xml", "<a>1</a>"),
        ("{text/csv: {schema: {type: string, example: 'a,b'}}}", "text", "text/csv", "a,b"),
    ])
    def test_others(self, content, kind, media_type, text):
        """Bytes are a file; everything else is text of its type."""
        _, _, headers, sent_body = sent(body(content))
        found = sent_body.path or "".join(token.text for token in sent_body.text)
        assert (kind, [("Content-Type", media_type)], text) == (sent_body.kind, headers, found)

    def test_chosen(self):
        """The user chooses among several content types."""
        content = "{application/json: {example: {}}, text/plain: {example: hi}}"
        assert "text" == sent(body(content, content_type="text/plain"))[3].kind

    def test_mixed(self):
        """A multipart body that is no form is refused, unless there is another."""
        with pytest.raises(Refused) as caught:
            body("{multipart/related: {}}")
        assert "multipart/related: programs can send multipart bodies only as forms (multipart/form-data)" == str(caught.value)

    @pytest.mark.parametrize(("required", "kind"), [("true", "json"), ("false", "none")])
    def test_get(self, required, kind):
        """GET has a body only where the description insists."""
        text = f"requestBody: {{required: {required}, content: {{application/json: {{example: {{a: 1}}}}}}}}"
        assert kind == sent(operation(text, root=HOST, method="get"))[3].kind

    def test_delete(self):
        """DELETE may have a body."""
        text = "requestBody: {content: {application/json: {example: {a: 1}}}}"
        assert "json" == sent(operation(text, root=HOST, method="delete"))[3].kind

    @pytest.mark.parametrize(("text", "kind", "expected"), [
        ("consumes: [application/json]\nparameters: [{in: body, name: b, schema: {example: {a: 1}}}]", "json", {"a": 1}),
        ("parameters: [{in: formData, name: a, type: integer, required: true, x-example: 3}]", "form", "a=3"),
        ("consumes: [multipart/form-data]\nparameters: [{in: formData, name: f, type: file, required: true}]", "multipart", "f.bin"),
    ])
    def test_swagger(self, text, kind, expected):
        """Swagger 2.0 has bodies among its parameters."""
        indented = "\n".join(f"      {line}" for line in text.splitlines())
        sent_body = sent(only(f"swagger: '2.0'\nhost: a.example\npaths:\n  /a:\n    post:\n{indented}"))[3]
        found = sent_body.data or "".join(one.path for one in sent_body.parts) or "".join(t.text for t in sent_body.text)
        assert (kind, expected) == (sent_body.kind, found)


def test_examples_of_a_body_that_shares_a_name_with_the_path():
    """The further examples of a body name its members by place where a parameter has the same name."""
    text = """openapi: 3.1.0
servers: [{url: https://api.acme.example}]
paths:
  /things/{id}:
    put:
      parameters: [{name: id, in: path, required: true, example: p}]
      requestBody: {content: {application/json: {examples: {one: {value: {id: a, n: 1}}, two: {value: {id: b, n: 2}}}}}}
"""
    found = importers.open_source(text, "api.yaml", Options()).entries[0].read()
    assert {"two": {"set": {"body.id": "b", "n": 2}}} == checked(found).data["examples"]
