"""A value and its schema -> XML text."""

from xml.etree.ElementTree import fromstring

import pytest

from snippetgen.data.number import Number
from snippetgen.importers.openapi.document import Document, load
from snippetgen.importers.openapi.samples.sample import sample
from snippetgen.importers.openapi.samples.xmltext import xml_text

DOC = Document(load("""
openapi: 3.2.0
components:
  schemas:
    Pet:
      type: object
      xml: {name: pet}
      properties:
        id: {type: integer, xml: {attribute: true}}
        category: {$ref: '#/components/schemas/Category'}
        photoUrls: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: photoUrl}}}
        tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
    Category: {type: object, properties: {name: {type: string}}}
    Tag: {type: object, xml: {name: tag}, properties: {name: {type: string}}}
""", "a.yaml"), "a.yaml")

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(value, schema, name="root"):
    """The XML without its first line; it is read by a parser first."""
    found = xml_text(value, load(schema, "a.yaml") if isinstance(schema, str) else schema, DOC, name)
    fromstring(found)
    assert HEAD == found[: len(HEAD)]
    return found.removeprefix(HEAD)


def test_pet():
    """Names come from properties, components and xml objects; what is nested is indented by two spaces."""
    schema = {"$ref": "#/components/schemas/Pet"}
    assert """<pet id="0">
  <category>
    <name>string</name>
  </category>
  <photoUrls>
    <photoUrl>string</photoUrl>
  </photoUrls>
  <tag>
    <name>string</name>
  </tag>
</pet>""" == text(sample(schema, DOC), schema)


ANIMALS = ["a", "b"]


@pytest.mark.parametrize(("animals", "value", "expected"), [
    ("{type: string}", "x", "<animals>x</animals>"),
    ("{type: array, items: {type: string}}", ANIMALS, "<animals>a</animals><animals>b</animals>"),
    ("{type: string, xml: {name: animal}}", "x", "<animal>x</animal>"),
    ("{type: array, items: {type: string, xml: {name: animal}}}", ANIMALS, "<animal>a</animal><animal>b</animal>"),
    ("{type: array, items: {type: string, xml: {name: animal}}, xml: {name: aliens}}", ANIMALS, "<animal>a</animal><animal>b</animal>"),
    ("{type: array, items: {type: string}, xml: {wrapped: true}}", ANIMALS, "<animals><animals>a</animals><animals>b</animals></animals>"),
    ("{type: array, items: {type: string, xml: {name: animal}}, xml: {wrapped: true}}", ANIMALS, "<animals><animal>a</animal><animal>b</animal></animals>"),
    ("{type: array, items: {type: string, xml: {name: animal}}, xml: {name: aliens, wrapped: true}}", ANIMALS, "<aliens><animal>a</animal><animal>b</animal></aliens>"),
    ("{type: array, items: {type: string}, xml: {name: aliens, wrapped: true}}", ANIMALS, "<aliens><aliens>a</aliens><aliens>b</aliens></aliens>"),
])
def test_the_specification(animals, value, expected):
    """The examples of the specification's XML Object section come out as they stand there."""
    found = text({"animals": value}, f"{{properties: {{animals: {animals}}}}}")
    assert f"<root>{expected}</root>" == found.replace("\n", "").replace("  ", "")


def test_person():
    """An attribute, and a prefix whose namespace is declared where it is used."""
    schema = "{xml: {name: Person}, properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string, xml: {namespace: 'https://example.com/schema/sample', prefix: sample}}}}"
    assert """<Person id="123">
  <sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name>
</Person>""" == text({"id": 123, "name": "example"}, schema)


@pytest.mark.parametrize(("value", "schema", "expected"), [
    ({"a": 1}, "{xml: {namespace: 'https://example.com/a'}}", '<root xmlns="https://example.com/a"><a>1</a></root>'),
    ({"a": 1}, "{xml: {namespace: 'https://example.com/a', prefix: p}, properties: {a: {xml: {prefix: p}}}}", '<p:root xmlns:p="https://example.com/a"><p:a>1</p:a></p:root>'),
    ({"a": 1}, "{properties: {a: {xml: {prefix: p}}}}", "<root><a>1</a></root>"),
    ({"a": 1}, "{properties: {a: {xml: {attribute: true, prefix: p, namespace: 'u:a'}}}}", '<root xmlns:p="u:a" p:a="1"/>'),
    ({"xmlns:p": "u:a", "p:b": 1}, "{properties: {'xmlns:p': {xml: {attribute: true}}}}", '<root xmlns:p="u:a"><p:b>1</p:b></root>'),
    ({"p:b": 1}, "{}", "<root><b>1</b></root>"),
    ({"xml:lang": "en"}, "{properties: {'xml:lang': {xml: {attribute: true}}}}", '<root xml:lang="en"/>'),
])
def test_namespaces(value, schema, expected):
    """A prefix is written where it is declared, and left out elsewhere."""
    assert expected == text(value, schema).replace("\n", "").replace("  ", "")


@pytest.mark.parametrize(("value", "schema", "expected"), [
    ({"id": 1, "t": "x"}, "{properties: {id: {xml: {nodeType: attribute}}, t: {xml: {nodeType: text}}}}", '<root id="1">x</root>'),
    ({"t": "<b>]]></b>"}, "{properties: {t: {xml: {nodeType: cdata}}}}", "<root><![CDATA[<b>]]]]><![CDATA[></b>]]></root>"),
    ({"l": [1, 2]}, "{properties: {l: {type: array, xml: {nodeType: element, name: list}, items: {xml: {name: n}}}}}", "<root><list><n>1</n><n>2</n></list></root>"),
    ({"g": {"a": 1}, "b": 2}, "{properties: {g: {xml: {nodeType: none}, properties: {a: {}}}}}", "<root><a>1</a><b>2</b></root>"),
])
def test_node_type(value, schema, expected):
    """A nodeType of OpenAPI 3.2 says what a value becomes."""
    assert expected == text(value, schema).replace("\n", "").replace("  ", "")


@pytest.mark.parametrize(("value", "expected"), [
    (None, "<root/>"),
    (True, "<root>true</root>"),
    (Number("1.0"), "<root>1.0</root>"),
    ("a<b>&c]]>", "<root>a&lt;b&gt;&amp;c]]&gt;</root>"),
    ("\x00\x1b\ufffe", "<root>\ufffd\ufffd\ufffd</root>"),
    ("a\rb", "<root>a&#13;b</root>"),
    ("é 漢字 😀", "<root>é 漢字 😀</root>"),
    ({}, "<root/>"),
    ([], "<root/>"),
    ([1, 2], "<root><root>1</root><root>2</root></root>"),
    ([[1], [2]], "<root><root>1</root><root>2</root></root>"),
    ({"a b": 1, "2c": 2, "": 3, "é": 4, "<x>": 5, "-": 6}, "<root><a_b>1</a_b><_2c>2</_2c><_>3</_><é>4</é><_x_>5</_x_><_->6</_-></root>"),
    ({"a": None, "b": {"c": []}}, "<root><a/><b/></root>"),
])
def test_any_value(value, expected):
    """Whatever a value holds, the text is well-formed."""
    assert expected == text(value, {}).replace("\n", "").replace("  ", "")


def test_attribute_text():
    """An attribute keeps quotes and line breaks, and null has none."""
    schema = "{properties: {a: {xml: {attribute: true}}, b: {xml: {attribute: true}}, c: {xml: {attribute: true}}}}"
    found = fromstring(xml_text({"a": "\"<'&\n\t", "b": None, "c": [1, 2]}, load(schema, "a.yaml"), DOC))
    assert {"a": "\"<'&\n\t", "c": "1 2"} == found.attrib


@pytest.mark.parametrize(("schema", "name", "expected"), [
    ({"$ref": "#/components/schemas/Category"}, "", "<Category/>"),
    ({"$ref": "#/components/schemas/Pet"}, "x", "<pet/>"),
    ({"$ref": "#/nowhere"}, "x", "<x/>"),
    ({}, "", "<root/>"),
    (None, "body", "<body/>"),
    ({"xml": "junk"}, "", "<root/>"),
    ({"xml": {"name": 3, "prefix": [], "namespace": {}, "attribute": "yes", "nodeType": "x"}}, "", "<root/>"),
])
def test_root(schema, name, expected):
    """The outermost element is called as its schema says, as its component, or as the caller says."""
    assert expected == text({}, schema, name)


def test_root_list():
    """The items of an outermost list are called like their component."""
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Category"}}
    assert "<list>\n  <Category>\n    <name>x</name>\n  </Category>\n</list>" == text([{"name": "x"}], schema, "list")


def test_deep():
    """XML ends at some depth."""
    value = "x"
    for _ in range(900):
        value = {"a": value}
    assert "<root>" == text(value, {})[:6]


def test_mixed():
    """Where text and elements stand side by side, no line break is added to the text."""
    schema = "{properties: {t: {xml: {nodeType: text}}}}"
    assert "<root>x<b><c>1</c></b></root>" == text({"t": "x", "b": {"c": 1}}, schema)
