"""OpenAPI descriptions -> descriptions of the members of bodies and answers."""


import pytest
from importing import checked, sent

from snippetgen import importers, spec
from snippetgen.data.jsontext import dumps
from snippetgen.errors import SpecError
from snippetgen.importers.model import Options


def first(operation, schemas="{}", **options):
    text = f"openapi: 3.1.0\ncomponents: {{schemas: {schemas}}}\npaths: {{/a: {{post: {{{operation}}}}}}}"
    return checked(importers.open_source(text, "api.yaml", Options(**options)).entries[0].read())


def rows(data):
    """Name, type and description of each row, without those that are missing."""
    return [(one["name"], one.get("type", ""), one.get("description", "")) for one in data.get("fields", ())]


def answer(content, schemas="{}", status=200):
    one = first(f"responses: {{{status}: {{description: '', content: {{application/json: {{{content}}}}}}}}}", schemas)
    return rows(one.data["responses"][0])


def body(content, schemas="{}", **options):
    one = first(f"requestBody: {{required: true, content: {{application/json: {{{content}}}}}}}", schemas, **options)
    return rows(one.data.get("body", {}))


QUOTE = "'"
REF = f"{QUOTE}#/components/schemas/"


def described(name, kind="string"):
    return f"{{type: {kind}, description: {name}}}"


class TestAnswers:
    def test_a_path_for_each(self):
        """Members are named by their paths, lists by brackets, in the order of the schema."""
        inner = f"{{type: object, properties: {{content: {described('Text')}, role: {{type: string}}}}}}"
        choice = f"{{type: object, description: A choice, properties: {{message: {inner}}}}}"
        schema = f"{{type: object, properties: {{choices: {{type: array, description: All, items: {choice}}}, id: {described('Which', 'integer')}}}}}"
        assert [
            ("choices", "array", "All"),
            ("choices[]", "object", "A choice"),
            ("choices[].message.content", "string", "Text"),
            ("id", "integer", "Which"),
        ] == answer(f"schema: {schema}")

    def test_a_list(self):
        """An answer that is a list names its elements."""
        assert [("[]", "object", "One"), ("[].a", "string", "A")] == answer(
            f"schema: {{type: array, items: {{type: object, description: One, properties: {{a: {described('A')}}}}}}}"
        )

    def test_odd_names(self):
        """A name that is no plain word stands in brackets."""
        assert [('["a.b"]', "string", "Dot"), ('o["x[y"]', "string", "In")] == answer(
            f"schema: {{properties: {{a.b: {described('Dot')}, o: {{properties: {{'x[y': {described('In')}}}}}}}}}"
        )

    @pytest.mark.parametrize(("member", "value", "expected"), [
        ("{type: string}", "x", []),
        ("{type: [string, 'null']}", "x", []),
        ("{type: [string, 'null']}", "null", [("m", "string", "")]),
        ("{type: string, nullable: true}", "null", [("m", "string", "")]),
        ("{type: 'null'}", "null", []),
        ("{type: number}", "1", [("m", "number", "")]),
        ("{type: number}", "1.5", []),
        ("{type: array, items: {type: string}}", "[]", []),
        ("{}", "null", []),
    ])
    def test_without_description(self, member, value, expected):
        """A member without description has a row only where its example does not show its type."""
        assert expected == answer(f"schema: {{properties: {{m: {member}}}}}, example: {{m: {value}}}")

    @pytest.mark.parametrize(("member", "value", "expected"), [
        ("type: [string, integer]", "x", ""),
        ("type: [string, 'null']", "x", ""),
        ("type: [string, 'null']", "null", "string"),
        ("anyOf: [{type: string}, {type: array}]", "x", ""),
        ("anyOf: [{type: string}, {type: string, format: uri}]", "x", "string"),
        ("enum: [a, b]", "a", ""),
        ("properties: {}", "{}", "object"),
    ])
    def test_type(self, member, value, expected):
        """The type is left out where there are several; null is one of them unless the example is nothing else."""
        assert [("m", expected, "D")] == answer(f"schema: {{properties: {{m: {{description: D, {member}}}}}}}, example: {{m: {value}}}")

    def test_every_element_is_an_example(self):
        """A type that the first element of a list does not show may be shown by another."""
        schema = "schema: {type: array, items: {properties: {a: {type: string}}}}"
        assert ([], [("[].a", "string", "")]) == (
            answer(f"{schema}, example: [{{a: null}}, {{a: x}}]"),
            answer(f"{schema}, example: [{{a: null}}, {{a: null}}]"),
        )

    def test_what_the_example_lacks(self):
        """A described member has a row although the example leaves it out; another has none."""
        schema = f"{{properties: {{a: {described('A')}, b: {{type: string}}, o: {{properties: {{c: {described('C')}}}}}}}}}"
        assert [("a", "string", "A"), ("o.c", "string", "C")] == answer(f"schema: {schema}, example: {{}}")

    def test_references(self):
        """A description beside a reference comes before that of its target, and allOf joins."""
        schemas = f"{{B: {{description: Base, properties: {{x: {described('X')}}}}}, D: {{allOf: [{{$ref: '#/components/schemas/B'}}, {{properties: {{y: {described('Y')}}}}}]}}}}"
        assert [
            ("a", "object", "Own"), ("a.x", "string", "X"),
            ("b", "object", "Base"), ("b.x", "string", "X"), ("b.y", "string", "Y"),
        ] == answer("schema: {properties: {a: {$ref: '#/components/schemas/B', description: Own}, b: {$ref: '#/components/schemas/D'}}}", schemas)

    def test_common_base(self):
        """A schema with the same base as the object around it is not circular."""
        schemas = f"""{{R: {{properties: {{id: {described('Id')}}}}}, O: {{allOf: [{{$ref: '#/components/schemas/R'}},
          {{properties: {{c: {{$ref: '#/components/schemas/C'}}}}}}]}}, C: {{allOf: [{{$ref: '#/components/schemas/R'}}]}}}}"""
        assert [("id", "string", "Id"), ("c.id", "string", "Id")] == answer("schema: {$ref: '#/components/schemas/O'}", schemas)

    def test_circle(self):
        """A schema that comes again within itself has a row there, and no more."""
        schemas = "{T: {description: Tree, properties: {n: {type: string, description: Name}, in: {type: array, items: {$ref: '#/components/schemas/T'}}}}}"
        assert [("n", "string", "Name"), ("in[]", "object", "Tree")] == answer("schema: {$ref: '#/components/schemas/T'}", schemas)

    @pytest.mark.parametrize(("example", "expected"), [
        ("{kind: b, y: 1}", [("y", "integer", "Y")]),
        ("{kind: a, x: 1}", [("x", "integer", "X")]),
        ("7", [("x", "integer", "X")]),
    ])
    def test_branch(self, example, expected):
        """The branch counts that the example has taken, the first where it took none."""
        branch = "{{required: [kind, {0}], properties: {{kind: {{const: {1}, type: string}}, {0}: {2}}}}}"
        branches = f"{branch.format('x', 'a', described('X', 'integer'))}, {branch.format('y', 'b', described('Y', 'integer'))}"
        assert expected == answer(f"schema: {{oneOf: [{branches}]}}, example: {example}")

    def test_branches_of_a_list(self):
        """The elements of a list may take several, each with its rows."""
        branch = "{{type: object, required: [{0}], properties: {{{0}: {1}}}}}"
        branches = ", ".join(branch.format(name, described(name.upper())) for name in "xyz")
        assert [("[].z", "string", "Z"), ("[].x", "string", "X")] == answer(
            f"schema: {{type: array, items: {{oneOf: [{branches}]}}}}, example: [{{z: '1'}}, {{x: '2'}}, {{z: '3'}}]"
        )

    def test_null_takes_no_branch(self):
        """If the example is null, the other possible types are shown."""
        one = f"{{type: object, properties: {{a: {described('A')}}}}}"
        assert [("m", "object", ""), ("m.a", "string", "A")] == answer(
            f"schema: {{properties: {{m: {{anyOf: [{{type: 'null'}}, {one}]}}}}}}, example: {{m: null}}"
        )

    def test_map(self):
        """One entry of a map stands for all, under its name in the example."""
        schema = f"{{type: object, additionalProperties: {{type: object, properties: {{rate: {described('Rate', 'number')}}}}}}}"
        assert [("USD.rate", "number", "Rate")] == answer(f"schema: {schema}, example: {{USD: {{rate: 1.5}}, EUR: {{rate: 2}}}}")

    def test_direction(self):
        """A writeOnly member is not in an answer."""
        assert [("r", "string", "R")] == answer(
            "schema: {properties: {r: {type: string, description: R, readOnly: true}, w: {type: string, description: W, writeOnly: true},"
            " o: {writeOnly: true, properties: {x: {description: X}}}}}"
        )

    def test_error(self):
        """An error has its rows though it has no example."""
        one = first(f"responses: {{404: {{description: None, content: {{application/json: {{schema: {{properties: {{a: {described('Why')}, b: {{type: string}}}}}}}}}}}}}}")
        assert [
            {"status": 404, "description": "None", "media_type": "application/json",
             "fields": [{"name": "a", "type": "string", "description": "Why"}]},
        ] == one.data["responses"]

    def test_text(self):
        """A JSON example that is written as a text shows types like any other; no other kind of answer has rows."""
        assert [] == answer("schema: {properties: {a: {type: string}}}, example: '{\"a\": \"x\"}'")
        one = first(f"responses: {{200: {{description: '', content: {{application/xml: {{schema: {{properties: {{a: {described('A')}}}}}}}}}}}}}")
        assert "fields" not in one.data["responses"][0]

    def test_nowhere(self):
        """A broken reference, and a value that is not a schema, describe nothing."""
        assert [("b", "string", "B")] == answer(
            f"schema: {{properties: {{a: {{$ref: '#/x'}}, b: {described('B')}, c: 3, d: true, e: {{description: [1]}}, f: {{items: 4}}}}}}"
        )

    def test_many_rows(self):
        """Of more than 200 rows, the deepest are left out, and the remaining rows keep their order."""
        leaf = described("Leaf")
        deep = f"{{properties: {{{', '.join(f'd{number}: {leaf}' for number in range(150))}}}}}"
        flat = ", ".join(f"f{number}: {leaf}" for number in range(120))
        names = [name for name, _, _ in answer(f"schema: {{properties: {{o: {deep}, {flat}}}}}")]
        assert [*(f"o.d{number}" for number in range(80)), *(f"f{number}" for number in range(120))] == names

    def test_many_levels(self):
        """A name has eight steps at most."""
        schema = described("Leaf")
        for name in "kjihgfedcba":
            schema = f"{{description: {name}, properties: {{{name}: {schema}}}}}"
        assert ["a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "a.b.c.d.e.f", "a.b.c.d.e.f.g", "a.b.c.d.e.f.g.h"] == [
            name for name, _, _ in answer(f"schema: {schema}")
        ]

    def test_many_steps(self):
        """A schema that unfolds to 20 members in each of eight levels is not unfolded to the end (or this would not end)."""
        levels = [
            f"S{level}: {{properties: {{{', '.join(f'm{number}: {{$ref: {REF}S{level + 1}{QUOTE}}}' for number in range(20))}}}}}"
            for level in range(8)
        ]
        schemas = f"{{{', '.join(levels)}, S8: {{type: string}}}}"
        assert [] == answer("schema: {$ref: '#/components/schemas/S0'}, example: {}", schemas)


class TestBodies:
    def test_nested(self):
        """A parameter has no row, but the members in it have, and the request stays the same."""
        message = f"{{type: object, properties: {{role: {described('Who')}, content: {{type: string}}}}}}"
        schema = f"{{properties: {{model: {described('Which')}, messages: {{type: array, description: All, items: {message}}}}}}}"
        one = first(f"requestBody: {{content: {{application/json: {{schema: {schema}, example: {{model: m, messages: [{{role: user}}, {{role: system}}]}}}}}}}}")
        assert {"fields": [{"name": "messages[].role", "type": "string", "description": "Who"}]} == one.data["body"]
        assert '{"model": "m", "messages": [{"role": "user"}, {"role": "system"}]}' == dumps(sent(one)[3].data)

    def test_a_list(self):
        """A body that is a list has no parameters, so each member has its row."""
        assert [("[].a", "string", "A")] == body(f"schema: {{type: array, items: {{properties: {{a: {described('A')}}}}}}}")

    def test_empty(self):
        """A body without members is sent as it was, its described ones documented."""
        one = first(f"requestBody: {{content: {{application/json: {{schema: {{properties: {{o: {{properties: {{a: {described('A')}}}}}}}}}, example: {{}}}}}}}}")
        assert {"example": {}, "fields": [{"name": "o.a", "type": "string", "description": "A"}]} == one.data["body"]
        assert {} == sent(one)[3].data

    def test_direction(self):
        """A readOnly member is not in a request."""
        inner = "{properties: {r: {description: R, readOnly: true}, w: {description: W, writeOnly: true}}}"
        assert [("o.w", "", "W")] == body(f"schema: {{properties: {{o: {inner}}}}}")

    def test_hostile(self):
        """Whatever text stands in a description, the spec reads back (which `checked` asserts), and says the same."""
        text = "a: b # {{ 7*7 }} `x` <b>\\u2028\\u0085*/ ?>\\n- y"
        assert [("o.a", "", "a: b # {{ 7*7 }} `x` <b>\u2028\u0085*/ ?>\n- y")] == body(
            f'schema: {{properties: {{o: {{properties: {{a: {{description: "{text}"}}}}}}}}}}'
        )


SPEC = "title: t\nmethod: POST\nurl: https://a.example.com/\nbody: {example: {a: [{b: 1}]}, fields: [{name: '%s', type: integer, description: {en: B}}]}"


class TestFormat:
    def test_a_spec(self):
        """An author may write descriptions of members in a spec, in several locales; they are not sent."""
        assert ({"name": "a[].b", "type": "integer", "description": {"en": "B"}},) == spec.loads(SPEC % "a[].b").body.fields

    def test_no_path(self):
        """A text that is not a path is one mistake, with its place."""
        with pytest.raises(SpecError) as caught:
            spec.loads(SPEC % "a[")
        assert str(caught.value).startswith("<stdin>:4:48: body.fields[0].name: ")

    def test_of_no_json(self):
        """Only a JSON body has members."""
        with pytest.raises(SpecError) as caught:
            spec.loads((SPEC % "a").replace("example: {a: [{b: 1}]}", "type: text, example: hi"))
        assert "body.fields: is for type: json, not for text" in str(caught.value)
