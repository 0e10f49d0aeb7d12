"""What users may set in a request: the names that a spec describes, and new ones if they say so."""

import pytest

from snippetgen import spec
from snippetgen.data.jsontext import dumps
from snippetgen.errors import SpecError
from snippetgen.request import resolve
from snippetgen.request.choices import Choices

CHAT = """\
title: Chat
method: POST
url: https://api.example.com/chat
params:
  - {name: model, in: body, example: m}
  - {name: version, in: query, example: '1'}
  - {name: "messages[].role", in: body, example: user}
  - {name: "messages[].content", in: body, example: hi}
  - {name: options, in: body, type: object}
  - {name: limits, in: body, type: object, example: {low: 1}}
body: {type: json, example: {extra: {deep: [{inner: 1}]}}}
examples: {thinking: {set: {reasoning: {effort: low}}}}
responses: [{status: 200, example: {a: b}}]
stream: {set: {stream: true}, delta: a, example: [{a: b}]}
"""
FORM = """\
title: Form
method: POST
url: https://api.example.com/form
params: [{name: a, in: body, example: '1'}]
body: {type: form}
"""
GET = "title: Get\nmethod: GET\nurl: https://api.example.com/get\n"


def request(text, *sets, new=()):
    return Choices(sets=sets, new_sets=new).request(spec.loads(text, "a.yaml", "a"))


def refusal(text, *sets, new=()):
    with pytest.raises(SpecError) as caught:
        request(text, *sets, new=new)
    return str(caught.value)


@pytest.mark.parametrize("path", [
    "model", "body.model", "version", "query.version", "messages", "messages[0].role", "messages[1].content", "messages[].role",
    "options", "options.any", "options.any.thing", "limits.low", "extra", "extra.deep", "extra.deep[0].inner", "reasoning",
    "reasoning.effort", "stream",
])  # fmt: skip
def test_known(path):
    """Parameters, members of examples, and what the spec itself sets may be set."""
    value = [{"role": "x"}] if path == "messages" else "x"
    assert request(CHAT, (path, value)).body.data


@pytest.mark.parametrize(("path", "hint"), [
    ("modle", 'did you mean "model"?'),
    ("verson", 'did you mean "version"?'),
    ("messages[0].rolle", 'did you mean "messages[].role"?'),
    ("messages[0].content.text", 'did you mean "messages[].content"?'),
    ("limits.lwo", 'did you mean "limits.low"?'),
    ("extra.deep[0].iner", 'did you mean "extra.deep[].inner"?'),
    ("streem", 'did you mean "stream"?'),
    ("timeout", "--timeout sets that of the program"),
])  # fmt: skip
def test_unknown(path, hint):
    """A name that the spec does not describe is refused, with the closest one that it does."""
    assert f'a.yaml: unknown parameter "{path}" ({hint}; --set-new adds what is new)' == refusal(CHAT, f"{path}=x")


def test_a_body_without_described_parameters_takes_anything():
    """Where a spec has only an example of its body, no name is unknown."""
    text = GET.replace("GET", "POST") + "body: {type: json, example: {a: 1}}\n"
    assert '{"a": 1, "b": 2}' == dumps(request(text, "b=2").body.data)


def test_own_examples_are_not_checked():
    """What the spec's own examples and stream set is known by that."""
    found = Choices(example="thinking", stream=True).request(spec.loads(CHAT, "a.yaml", "a"))
    assert ("low", True) == (found.body.data["reasoning"]["effort"], found.body.data["stream"])


def test_new_member_of_json():
    """--set-new adds a member to a JSON body."""
    assert 0.5 == float(request(CHAT, new=("temperature=0.5",)).body.data["temperature"])


def test_new_sets_what_is_known_too():
    """--set-new changes a parameter that there is, and adds none beside it."""
    assert ("x", "https://api.example.com/chat?version=2") == (
        (found := request(CHAT, new=("model=x", "version=2"))).body.data["model"], resolve(found.url, {}),
    )  # fmt: skip


def test_new_member_of_a_form():
    """--set-new adds a field to a form."""
    assert ["a", "b"] == [name for name, _ in request(FORM, new=("b=2",)).body.pairs]


def test_new_in_query_and_header():
    """With its place before it, a parameter is added anywhere."""
    found = request(GET, new=("query.page=2", "header.X-A=b"))
    assert ("https://api.example.com/get?page=2", ["X-A"]) == (resolve(found.url, {}), [name for name, _ in found.headers])


@pytest.mark.parametrize(("text", "typed", "expected"), [
    (GET, "page=2", "a.yaml: --set-new page: the request has no body (write query.page for the query)"),
    (GET + "body: {type: text, example: x}\n", "a=2", "a.yaml: --set-new a: the request has a body of the type text (write query.a for the query)"),
    (GET, "header.X A=2", 'a.yaml: header.X A: "X A" is not the name of a header'),
    (GET, "header.X-A={a: 1}", "a.yaml: header.X-A: must be a single value or a list of them (write name[key] for an object)"),
])  # fmt: skip
def test_new_that_cannot_be(text, typed, expected):
    """What has no place in the request is not added."""
    assert expected == refusal(text.replace("GET", "POST"), new=(typed,))


TWO = """\
title: Two
method: PUT
url: https://api.example.com/things/{id}
params:
  - {name: id, in: path, type: integer, example: 1}
  - {name: id, in: body, type: string, example: one}
  - {name: name, in: body, example: a}
body: {type: json, example: {kind: k}}
examples: {both: {set: {path.id: 2, body.id: two, body.name: b, body.kind: l}}}
"""


def wire(text, *sets, example=""):
    found = Choices(sets=sets, example=example).request(spec.loads(text, "a.yaml", "a"))
    return resolve(found.url, {}).rpartition("/")[2], dumps(found.body.data)


@pytest.mark.parametrize(("sets", "expected"), [
    ((), ("1", '{"kind": "k", "id": "one", "name": "a"}')),
    (("path.id=7",), ("7", '{"kind": "k", "id": "one", "name": "a"}')),
    (("body.id=7",), ("1", '{"kind": "k", "id": "7", "name": "a"}')),
    (("name=b", "body.kind=z"), ("1", '{"kind": "z", "id": "one", "name": "b"}')),
])
def test_a_name_of_two_places(sets, expected):
    """A name that path and body have is addressed by its place; the other one stays."""
    assert expected == wire(TWO, *sets)


def test_an_example_addresses_places():
    """A named example changes members by their place, too."""
    assert ("2", '{"kind": "l", "id": "two", "name": "b"}') == wire(TWO, example="both")


@pytest.mark.parametrize("change", [lambda: wire(TWO, "id=7"), lambda: spec.loads(TWO.replace("path.id: 2", "id: 2"), "a.yaml", "a")])
def test_a_bare_name_of_two_places_is_refused(change):
    """A bare name that several places have is an error that lists how to write each."""
    with pytest.raises(SpecError, match=r'"id" is ambiguous \(write path.id or body.id\)'):
        change()


def test_a_member_of_the_body_alone_is_told_from_a_parameter():
    """A member of the body's own example counts, too, where a parameter has its name."""
    text = TWO.replace("{name: id, in: path", "{name: kind, in: query, example: q}\n  - {name: id, in: path")
    with pytest.raises(SpecError, match=r'"kind" is ambiguous \(write query.kind or body.kind\)'):
        wire(text, "kind=z")


def test_a_member_called_body():
    """In a body with a member of the name body, body.x is its member x."""
    text = "title: B\nmethod: POST\nurl: https://api.example.com/\nparams: [{name: body, in: body, type: object, example: {x: 1}}]\n"
    assert '{"body": {"x": 2}}' == wire(text, "body.x=2")[1]
