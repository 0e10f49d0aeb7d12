"""The attributes of a marker, and the messages about wrong ones."""

import re

import pytest
from embedding import ASCIIDOC, FORMATS, HTML, MARKDOWN, RST, WORKSHOP, filled, pair

from snippetgen import embed, spec
from snippetgen.embed.attributes import ATTRIBUTES, MarkerOptions, parse_options, parse_pairs
from snippetgen.errors import DocumentError
from snippetgen.languages import Languages
from snippetgen.request.choices import Choices

CHAT = """\
title: {en: Chat, zh: 聊天}
method: POST
servers: {default: https://api.example.com, test: "https://test.example.com"}
path: /chat
auth: {type: bearer, env: CHAT_KEY}
params:
  - {name: model, in: body, type: string, example: small}
  - {name: stream, in: body, type: boolean, example: false}
examples: {large: {set: {model: large}}}
stream: {set: {stream: true}, done: "[DONE]", example: ["Hello"]}
"""
CHATS = WORKSHOP._replace(endpoint=lambda path, _, **__: spec.loads(CHAT, path.name, "chat"))


def asked(words):
    return parse_options(parse_pairs(words, "a.md", 3, 10), "a.md", 3, 10)


def told(words, doc_format=MARKDOWN, context=WORKSHOP):
    with pytest.raises(DocumentError) as caught:
        filled(pair(doc_format, words), doc_format, context)
    return [f"{one.line}:{one.column}: {one.text}" for one in caught.value.mistakes]


def body(words, doc_format=MARKDOWN, context=CHATS):
    return filled(pair(doc_format, words), doc_format, context).new


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  spec=a.yaml ", [("spec", "a.yaml")]),
        ("spec=a\tlang=b", [("spec", "a"), ("lang", "b")]),
        ('title="Two words"', [("title", "Two words")]),
        ("title='Two words'", [("title", "Two words")]),
        ("""title='the "best"'""", [("title", 'the "best"')]),
        ('operation="GET /pets"', [("operation", "GET /pets")]),
        ('set=messages[0].content="Two words"', [("set", "messages[0].content=Two words")]),
        ("set=a=b=c", [("set", "a=b=c")]),
        ('set="a=\'b\'"', [("set", "a='b'")]),
        ('lang=""', [("lang", "")]),
        ("set=it's", [("set", "it's")]),
        ("spec=汉字/é.yaml", [("spec", "汉字/é.yaml")]),
    ],
)
def test_pairs(text, expected):
    """An attribute is name=value, in quotes where it holds a space."""
    assert expected == parse_pairs(text, "a.md", 1)


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [("spec", 10, "spec"), ("spec=", 10, "spec="), ("a=b =c", 14, "=c"), ('a=b title="x', 14, 'title="x'), ("a='x", 10, "a='x"), ("a=b c = d", 14, "c")],
)
def test_no_pair(text, column, word):
    """A text that is not an attribute is reported with its column."""
    with pytest.raises(DocumentError) as caught:
        parse_pairs(text, "a.md", 3, 10)
    assert f'a.md:3:{column}: "{word}" is not an attribute (write name=value, in quotes if it contains a space)' == str(caught.value)


def test_all_attributes():
    """Each attribute has its field in the options."""
    words = "spec=a operation=b lang=java client=okhttp stream=true server=c example=d set=e=1 set=f=2 set-new=h=3 locale=zh tabs=github title=g prefix=4 part=request indent=tab header=false comments=true timeout=9 auth=i env=J"
    choices = Choices("c", "d", ("e=1", "f=2"), stream=True, timeout=9, new_sets=("h=3",))
    assert MarkerOptions("a", "b", "java/okhttp", choices, "zh", "github", "g", 4, "request", "tab", False, True, "i", "J") == asked(words)
    assert set(ATTRIBUTES) == {one.partition("=")[0] for one in words.split()}


def test_only_a_spec():
    """Everything but the spec may be left out."""
    assert MarkerOptions("a") == asked("spec=a")


WRONG = [
    ("", "spec: is missing (write spec=chat.yaml, relative to the document)"),
    ('spec=""', "spec: is missing (write spec=chat.yaml, relative to the document)"),
    ("spec=a\0", "spec: a file name cannot contain NUL"),
    ("spec=a spce=b", 'unknown attribute "spce" (did you mean "spec"?)'),
    ("spec=a spec=b", "spec: given twice"),
    ("spec=a stream=maybe", 'stream: "maybe" is not true or false'),
    ("spec=a env=1x", 'env: "1x" is not the name of an environment variable (write API_KEY)'),
    ("spec=a prefix=x", 'prefix: "x" is not a number of columns (0 to 99)'),
    ("spec=a prefix=-1", 'prefix: "-1" is not a number of columns (0 to 99)'),
    ("spec=a prefix=100", 'prefix: "100" is not a number of columns (0 to 99)'),
    ("spec=a indent=0", 'indent: "0" is not 1 to 8 columns, or tab (prefix= moves every line)'),
    ("spec=a header=off", 'header: "off" is not true or false'),
    ("spec=a timeout=0", 'timeout: "0" is not a number of seconds'),
    ("spec=a client=okhttp", "client: needs one language, such as lang=java client=okhttp"),
    ("spec=a client=okhttp lang=java,c", "client: needs one language, such as lang=java client=okhttp"),
    ("spec=a client=okhttp lang=java/okhttp", "client: needs one language, such as lang=java client=okhttp"),
    ("spec=a title=`b`", "title: cannot contain quotation marks, backquotes or braces (except {file})"),
    ("spec=a title='\"b\"'", "title: cannot contain quotation marks, backquotes or braces (except {file})"),
    ("spec=a title={b}", "title: cannot contain quotation marks, backquotes or braces (except {file})"),
]


@pytest.mark.parametrize(("words", "expected"), WRONG)
def test_wrong(words, expected):
    """An attribute that is wrong is told where the attributes begin."""
    with pytest.raises(DocumentError) as caught:
        asked(words)
    assert f"a.md:3:10: {expected}" == str(caught.value)


def test_all_faults_at_once():
    """All mistakes in the attributes of one marker are reported together."""
    assert 4 == len(told("stream=x indent=x client=x"))


CANNOT = [
    ("spec=dogs.yaml", "dogs.yaml: cannot be read: No such file or directory"),
    ("spec=cats.yaml lang=pyton", 'unknown language "pyton" (did you mean "python"?); snippetgen targets lists them'),
    ("spec=cats.yaml lang=,", 'lang: "," does not name a language'),
    ('spec=cats.yaml lang=" "', 'lang: " " does not name a language'),
    ("spec=cats.yaml tabs=mkdoc", 'tabs: unknown style "mkdoc" (did you mean "mkdocs"?)'),
    ("spec=cats.yaml example=x", 'cats.yaml: unknown example "x" (it has no examples)'),
    ("spec=cats.yaml server=x", 'cats.yaml: unknown server "x" (one of: default, or an address beginning with https://)'),
    ("spec=cats.yaml part=x", 'unknown part "x" (one of: program, request, call)'),
]


@pytest.mark.parametrize(("words", "expected"), CANNOT)
def test_what_cannot_be_had(words, expected):
    """A marker that asks for something impossible is reported at its place."""
    assert [f"1:23: {expected}"] == told(words)


@pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
def test_every_family_has_columns(doc_format):
    """The column is that of the attributes, whatever opens the comment."""
    text = pair(doc_format, "spec=dogs.yaml").split("\n")[0]
    assert text.index("spec=") + 1 == int(told("spec=dogs.yaml", doc_format)[0].split(":")[1])


SHOWN = [
    ("spec=chat.yaml", "https://api.example.com/chat"),
    ("spec=chat.yaml lang=shell", "```bash\ncurl https://api.example.com/chat \\\n"),
    ("spec=chat.yaml lang=python client=httpx", "import httpx\n"),
    ("spec=chat.yaml lang=js", "```javascript\n"),
    ("spec=chat.yaml stream=true", '"stream": True'),
    ("spec=chat.yaml stream=no", '"stream": False'),
    ("spec=chat.yaml server=test", "https://test.example.com/chat"),
    ("spec=chat.yaml server=http://localhost:8080", "http://localhost:8080/chat"),
    ("spec=chat.yaml example=large", '"model": "large"'),
    ("spec=chat.yaml set=model=tiny", '"model": "tiny"'),
    ('spec=chat.yaml set="model=a b"', '"model": "a b"'),
    ("spec=chat.yaml locale=zh", "# 聊天\n"),
    ("spec=chat.yaml title=One", "**One**\n\n```python\n"),
    ('spec=chat.yaml title="The file {file}"', "**The file chat.py**\n\n```python\n"),
    ("spec=chat.yaml prefix=4", "\n    ```python\n    # Chat\n"),
    ("spec=chat.yaml indent=2", '\nresponse = requests.post(\n  "https://api.example.com/chat",\n'),
    ("spec=chat.yaml header=false", "```python\nimport os\n"),
    ("spec=chat.yaml timeout=7", "    timeout=7,\n"),
    ("spec=chat.yaml part=call", "```python\nresponse = requests.post(\n"),
    ("spec=chat.yaml part=call lang=c,shell", "\n\n```c\nCURL *curl = curl_easy_init();\n"),
]


@pytest.mark.parametrize(("words", "expected"), SHOWN)
def test_shown(words, expected):
    """Each attribute changes what is shown."""
    assert expected in body(words)


def test_lang_all():
    """`all` is the default client of each language."""
    text = body("spec=chat.yaml lang=all")
    languages = Languages()
    assert [languages.language(name).facts["highlight"] for name in languages.ids] == re.findall(r'(?m)^(?:```|<pre v-pre><code class="language-)([\w+#-]+)', text)


def test_the_order_of_lang():
    """Programs stand in the order in which they are asked for."""
    text = body("spec=chat.yaml lang=shell,c,python")
    assert ["**cURL**", "**C**", "**Python**"] == [line for line in text.split("\n") if line.startswith("**")]


def test_defaults():
    """The defaults supply the attributes that a marker leaves out."""
    defaults = embed.Defaults("php,shell", "github", "zh")
    text = body("spec=chat.yaml", context=CHATS._replace(defaults=defaults))
    assert [True] * 3 == [one in text for one in ("<summary>PHP</summary>", "<summary>cURL</summary>", "聊天")]


def test_labels():
    """The defaults name tabs."""
    defaults = embed.Defaults(tabs="github", labels={"shell/curl": "Command"})
    text = body("spec=chat.yaml lang=shell,python/httpx", context=CHATS._replace(defaults=defaults))
    assert ["Command", "Python (HTTPX)"] == [line[9:-10] for line in text.split("\n") if line.startswith("<summary>")]


@pytest.mark.parametrize("doc_format", [RST, ASCIIDOC, HTML], ids=lambda doc_format: doc_format.name)
def test_prefix_is_for_markdown(doc_format):
    """prefix= is for Markdown: in other formats it would change the code, or turn it into a comment."""
    what = f"prefix: is for Markdown and MDX (in {doc_format.name}, it would change or hide the code)"
    assert ([what], body("spec=chat.yaml", doc_format)) == (
        [one.split(": ", 1)[1] for one in told("spec=cats.yaml prefix=3", doc_format)],
        body("spec=chat.yaml prefix=0", doc_format).replace(" prefix=0", ""),
    )


def test_a_refusal():
    """A target that cannot make the request is left out, and a note says why; none left is an error."""
    context = WORKSHOP._replace(endpoint=lambda path, _, **__: spec.loads("{title: a, method: TRACE, url: 'https://a.example/'}", path.name, "a"))
    found = filled(pair(MARKDOWN, "spec=a lang=node/fetch,python"), MARKDOWN, context)
    reason = told("spec=a lang=node/fetch", MARKDOWN, context)[0].removeprefix("1:23: ")
    assert ((f"refused: {reason}",), 1) == (found.blocks[0].notes, found.new.count("```python"))
