"""Programs written into OpenAPI documents: nothing else of the text changes."""

import difflib
import json

import pytest

from snippetgen.data.yamllenient import load_lenient
from snippetgen.exporters.codesamples import FIELDS, Sample, inject

PYTHON = Sample("python", "Python", "Python (Requests)", "import os\n\nprint('a: b')\n", "pip install requests")
NODE = Sample("node", "Node.js", "Node.js (fetch)", "console.log(1);\n")
BOTH = {("/pets", "GET"): [PYTHON, NODE]}

COMMENTED = """\
# A description with comments
openapi: "3.0.0"   # quoted
info: {title: 'Pets', version: '1.0'}
paths:

  # The pets
  '/pets':
    get:
      summary: >-
        All of them,
        folded
      tags: [a,   b]
      responses:
        '200':
          description: |
            Fine

            # no comment

    # What follows is a comment of post
    post: &create
      description: yes
      responses: {}   # nothing yet
  /cats: {get: {responses: {}}}

components:
    schemas:
        Odd:
            type:   object
"""

ADDED = """\
      x-codeSamples:
        - lang: Python
          label: Python (Requests)
          source: |
            import os

            print('a: b')
        - lang: JavaScript
          label: Node.js (fetch)
          source: |
            console.log(1);
"""


def changed(old, new):
    """The lines that a diff takes away, and those that it adds."""
    matcher = difflib.SequenceMatcher(None, old.split("\n"), new.split("\n"), autojunk=False)
    pieces = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    return (
        [line for _, start, end, _, _ in pieces for line in old.split("\n")[start:end]],
        [line for _, _, _, start, end in pieces for line in new.split("\n")[start:end]],
    )


def held(text, path="/pets", method="get", key="x-codeSamples"):
    return load_lenient(text, "made")["paths"][path][method][key]


def done(text, samples=BOTH, field="x-codeSamples"):
    """The text with samples; they are there, a second run changes nothing, and the rest is the same data."""
    found = inject(text, "made.yaml", samples, field)
    assert ((), found.text) == (found.skipped, inject(found.text, "made.yaml", samples, field).text)
    return found.text


def test_a_commented_document_gets_additions_only():
    """Samples are added as the last key of the operation, in the document's own indentation."""
    assert done(COMMENTED) == COMMENTED.replace("            # no comment\n", "            # no comment\n" + ADDED)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("place", [("/pets", "get"), ("/pets", "post"), ("/cats", "get")])
def test_every_field_in_every_place(field, place):
    """Every field can be written in every style of YAML; in flow style, only one line changes."""
    old, new = COMMENTED, done(COMMENTED, {place: [PYTHON, NODE]}, field)
    taken, _ = changed(old, new)
    assert (["  /cats: {get: {responses: {}}}"] if place[0] == "/cats" else []) == taken


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("x-codeSamples", [
            {"lang": "Python", "label": "Python (Requests)", "source": PYTHON.source},
            {"lang": "JavaScript", "label": "Node.js (fetch)", "source": NODE.source},
        ]),
        ("x-readme", {
            "code-samples": [
                {"language": "python", "name": "Python (Requests)", "code": PYTHON.source, "install": "pip install requests"},
                {"language": "node", "name": "Node.js (fetch)", "code": NODE.source},
            ],
            "samples-languages": ["python", "node"],
        }),
        ("x-fern", [{"code-samples": [
            {"language": "python", "name": "Python (Requests)", "code": PYTHON.source},
            {"language": "javascript", "name": "Node.js (fetch)", "code": NODE.source},
        ]}]),
    ],
)
def test_what_is_written(field, expected):
    """The samples have the keys that the tools for each field read."""
    assert expected == held(done(COMMENTED, field=field), key={"x-fern": "x-fern-examples"}.get(field, field))


HEAD = "openapi: 3.1.0\npaths:\n  /pets:\n    get:\n"
TAILS = [
    "      responses: {}\n",
    "      responses: {}",
    "      responses: {}   # the end",
    "      responses:\n        '200': {description: OK}\n# the end\n",
    "      responses:\n      - a\n      - b\n\n\n",
    "      description: |+\n        kept\n\n\n",
    "      description: |+\n        kept\n\n  /x: {}\n",
    "      description: |\n        clipped\n\n\n  # c\n  /x: {}\n",
    "      description: >-  # folded\n        a\n        b\n",
    '      description: "over\n        two lines"\n',
    "      description: plain over\n        two lines\n  /x: {}\n",
    "      description:\n  /x: {}\n",
    "      description: # empty\n\n  /x: {}\n",
    "      tags: &t [a]\n      x-tags: *t\n  /x: {}\n",
    "      tags: &t [a]\n      x-tags:\n        - b\n        - *t  # alias\n\n  # c\n  /x: {}\n",
    "      responses: {}\n...\n",
    "      responses: {'200': {description: OK}, # one\n        '201': {}}\n  /x: {}\n",
    "      é: ü\n      '😀': 𝄞\n  /x: {}\n",
    "      ? complex\n      : value\n  /x: {}\n",
    "      responses: !tagged {}\n",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("field", FIELDS)
def test_however_an_operation_ends(tail, line_break, field):
    """The samples go below it, and no line of it changes."""
    old = (HEAD + tail).replace("\n", line_break)
    taken, added = changed(old, done(old, field=field))
    assert ([], [line.endswith("\r") for line in added]) == (taken, [line_break == "\r\n"] * len(added))


@pytest.mark.parametrize(
    ("indent", "expected"),
    [
        ("paths:\n    /pets:\n        get:\n            tags:\n            - a\n",
         "            x-codeSamples:\n            - lang: Python\n              label: Python (Requests)\n              source: |\n                  import os\n"),
        ("paths:\n /pets:\n  get:\n   tags:\n    - a\n",
         "   x-codeSamples:\n    - lang: Python\n      label: Python (Requests)\n      source: |\n       import os\n"),
    ],
)
def test_the_indentation_is_that_of_the_document(indent, expected):
    """The indentation of maps and lists is that of the document."""
    assert (indent + expected) in done(indent, {("/pets", "get"): [PYTHON]})


@pytest.mark.parametrize(
    "source",
    ["", "\n", "one line", " a space first\nb\n", "no newline\nat the end", "a\n\n\n", "\ttab\n\tb\n", "a\n  # b\n", "a \nb\t\n",
     "\u2028 and \x07\nx\n", "é 漢字 😀\n\\ \" ' {{ }}\n", "yes", "- a\n- b\n", "a: b", "# a\n", "\ufeffa\nb\n"],
)
@pytest.mark.parametrize("text", [COMMENTED, json.dumps(load_lenient(COMMENTED, "made"), indent=2), HEAD + "      {a: b}\n"])
def test_any_program_survives(source, text):
    """Any program survives, whatever characters it contains."""
    new = done(text, {("/pets", "get"): [PYTHON._replace(source=source)]})
    assert source == held(new)[0]["source"]


def test_a_changed_program_replaces_its_own_lines():
    """A changed program replaces its own lines, and those of no other sample."""
    old = done(COMMENTED)
    new = done(old, {("/pets", "get"): [PYTHON._replace(source="print(2)\nprint(3)\n"), NODE]})
    assert (["            import os", "            print('a: b')"], ["            print(2)", "            print(3)"]) == tuple(
        [line for line in lines if line] for lines in changed(old, new)
    )


OWN = """\
openapi: 3.1.0
paths:
  /pets:
    get:
      x-codeSamples:
      # by hand
      - lang: Ruby
        source: puts 1   # kept
      - {lang: Python, label: Python (Requests), source: old}
      responses: {}
"""


def test_samples_by_hand_stay():
    """Samples that others wrote stay, and new ones come after them."""
    new = done(OWN)
    taken, _ = changed(OWN, new)
    assert (["Ruby", "Python", "JavaScript"], ["      - {lang: Python, label: Python (Requests), source: old}"]) == (
        [one["lang"] for one in held(new)],
        taken,
    )


def test_the_keys_of_readme_stay():
    """Other keys under x-readme, and under our samples, stay."""
    old = "paths:\n  /pets:\n    get:\n      x-readme:\n        proxy-enabled: false\n        code-samples:\n          - language: python\n            name: Python (Requests)\n            code: old\n            correspondingExample: A\n      responses: {}\n"
    found = held(done(old, field="x-readme"), key="x-readme")
    assert (False, "A", PYTHON.source, 2, ["python", "node"]) == (
        found["proxy-enabled"],
        found["code-samples"][0]["correspondingExample"],
        found["code-samples"][0]["code"],
        len(found["code-samples"]),
        found["samples-languages"],
    )


def test_examples_of_fern_stay():
    """The examples of Fern stay, and our samples are added to the first one with samples."""
    old = "paths:\n  /pets:\n    get:\n      x-fern-examples:\n        - path-parameters: {a: b}\n        - name: n\n          code-samples:\n            - {sdk: python, code: x}\n"
    found = held(done(old, field="x-fern"), key="x-fern-examples")
    assert [None, ["python", None, None]] == [
        one.get("code-samples") and [sample.get("sdk") for sample in one["code-samples"]] for one in found
    ]


JSON = json.loads(json.dumps(load_lenient(COMMENTED, "made")))


@pytest.mark.parametrize("indent", [2, 4, "\t"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("field", FIELDS)
def test_json_gets_additions_only(indent, line_break, field):
    """In JSON, samples are added before the operation's last key, so that no comma is added to a line."""
    old = json.dumps(JSON, indent=indent, ensure_ascii=False).replace("\n", line_break)
    new = done(old, field=field)
    taken, added = changed(old, new)
    assert ([], True, True) == (taken, all("\r" in line for line in added) is (line_break == "\r\n"), len(added) > 5)


def test_json_is_written_as_json_tools_do():
    """The indentation is that of the document, and the keys are where they were."""
    new = done(json.dumps(JSON, indent=4), {("/pets", "get"): [NODE]})
    data = json.loads(new)
    assert (new, ["summary", "tags", "x-codeSamples", "responses"]) == (
        json.dumps(data, indent=4),
        list(data["paths"]["/pets"]["get"]),
    )


@pytest.mark.parametrize("separators", [(",", ":"), (", ", ": ")])
@pytest.mark.parametrize("get", [{"responses": {}}, {}, {"x-codeSamples": []}, {"x-codeSamples": [{"lang": "Ruby", "source": ""}]}])
def test_json_on_one_line(separators, get):
    """JSON on one line stays on one line, with or without spaces as it was."""
    new = done(json.dumps({"paths": {"/pets": {"get": get}}}, separators=separators))
    assert new == json.dumps(json.loads(new), separators=separators)


ELSEWHERE = "is defined elsewhere (by a $ref, an alias or a merge key), so nothing was written"
REPEATED = "is repeated by an alias, where the programs would stand, too, so nothing was written"
UNFIT = "cannot be edited in place (write an overlay instead), so nothing was written"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("paths:\n  /pets: {$ref: other.yaml}\n", 2, ELSEWHERE),
        ("x: &a\n  get: {a: b}\npaths:\n  /pets: *a\n", 4, ELSEWHERE),
        ("x: &a {a: b}\npaths:\n  /pets:\n    get: *a\n", 4, ELSEWHERE),
        ("x: &a {get: {a: b}}\npaths:\n  /pets:\n    <<: *a\n", 3, ELSEWHERE),
        ("paths:\n  /pets:\n    get:\n      x-codeSamples: none\n", 3, "cannot write a list where a single value is"),
        ("x: &a []\npaths:\n  /pets:\n    get:\n      x-codeSamples: *a\n", 4, "cannot write a list where an alias is"),
        ("paths: &a\n  /pets:\n    get: {a: b}\nx: *a\n", 3, REPEATED),
        ("paths:\n  /pets: &a\n    get: {a: b}\n  /cats: *a\n", 3, REPEATED),
        ("paths:\n  /pets:\n    get: &a {a: b}\n    put:\n      <<: *a\n      c: d\n", 3, REPEATED),
        ("paths:\n  /pets:\n    get:\n      x-codeSamples: &a []\nx: *a\n", 3, REPEATED),
        ("x: &a\n  x-codeSamples: [{lang: Go}]\npaths:\n  /pets:\n    get:\n      <<: *a\n", 5, UNFIT),
    ],
)
def test_what_cannot_be_written_is_skipped(text, line, what):
    """An operation that cannot be edited is skipped with its line and the reason, and its text stays."""
    assert (text, (f"GET /pets (line {line}): {what}",)) == inject(text, "made.yaml", BOTH)


ODD = """\
# top
paths:
  /a:
    get:   {a: b}   # flow
  /c:
    post: &post

      tags: [x]
  /d:
    post: *post
  /e:
    $ref: '#/x'
  /f:
    get:
      <<: &f {x-codeSamples: [{lang: Go}]}
  /g:
    get:
      b: c
x: {get: {d: e}}
"""


def test_the_other_operations_get_their_programs():
    """What an alias, a reference or a merge key repeats is skipped; every other operation gets its programs."""
    operations = [("/a", "GET"), ("/c", "POST"), ("/d", "POST"), ("/e", "GET"), ("/f", "GET"), ("/g", "GET")]
    new, skipped = inject(ODD, "made.yaml", dict.fromkeys(operations, next(iter(BOTH.values()))))
    expected = [f"POST /c (line 6): {REPEATED}", f"POST /d (line 10): {ELSEWHERE}", f"GET /e (line 11): {ELSEWHERE}", f"GET /f (line 14): {UNFIT}"]
    assert expected == list(skipped)
    paths = load_lenient(new, "made.yaml")["paths"]
    assert ["/a", "/g"] == [name for name, item in paths.items() if "Python" in str(item)]
    kept = iter(new.splitlines())
    assert [line for line in ODD.splitlines() if "flow" not in line] == [line for line in ODD.splitlines() if "flow" not in line and line in kept]
