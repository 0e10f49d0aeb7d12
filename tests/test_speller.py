"""Data becomes source code: strings, long texts, values with variables, native data, comments and names."""

import ast
import random
import re
import shlex
import subprocess
from types import SimpleNamespace

import pytest
from handmade import ALSO_AND_OTHER, PYTHON, language
from needs import need

from snippetgen.data.number import Number
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.languages.layout import lay_out
from snippetgen.languages.names import Names
from snippetgen.languages.speller import Speller
from snippetgen.request import Env, Text

SHIPPED = Speller(Languages().language("python"))

CHOSEN = [
    "".join(map(chr, range(128))),
    *(chr(control) + after for control in [*range(32), 127] for after in "0aF"),
    "$HOME ${x} #{1+1} #$x #@y @a %s {0} \\u0041 ??/",
    "é 漢字 😀 \x85 \xa0 \xad \u200b \u2028 \u202e \ufeff \ue000 \U000e0001",
    "\r\n \n \r \\\n",
    '"', "'", '"""', "'''", "\\", '\\"', "ends with \\", '""', "'\"'", "`", "", " ", "\n", "a\n", '"\n"', '\n"', '""\n""',
    '"""; import os; os.system("touch PWNED"); """', "*/ ?> $(touch PWNED) `touch PWNED` {{ 7*7 }} {% raw %}",
]
"""The strings of the design, and those that end a string in some language."""


def random_texts(count):
    chance = random.Random(2)
    alphabet = "\"'\\`$#@{}()%?*/<>\n\r\t\0\x01\x1f\x7f\x85\xa0\u2028\u202e\ufeffaF0é漢😀 "
    return ["".join(chance.choices(alphabet, k=chance.randint(0, 12))) for _ in range(count)]


TEXTS = CHOSEN + random_texts(300)


def printed(speller, code):
    """Spelt code as it stands on the page."""
    indent = speller.facts["indent"]
    return lay_out(code, speller.facts["width"], int(indent["line"] if isinstance(indent, dict) else indent), wide=True)


def reads_as(code):
    """The value of a literal, by Python's own parser."""
    return ast.literal_eval(f"({code})")


# -- Python, judged by Python ------------------------------------------------------------------------------------------


def test_python_string():
    """Python reads each string back as it was."""
    assert TEXTS == [reads_as(SHIPPED.string(text)) for text in TEXTS]


def test_python_block():
    """Python reads each long text back as it was."""
    assert TEXTS == [reads_as(printed(SHIPPED, SHIPPED.block(text))) for text in TEXTS]


def test_python_native():
    """Python reads native data back as it was."""
    data = {"texts": TEXTS, "nested": {"": [{}, [], None, True, False, {"a": [1, -1, 10**30]}]}}
    assert data == reads_as(printed(SHIPPED, SHIPPED.native(data)))


def test_python_json_text():
    """Python reads JSON text back, numbers as written."""
    text = reads_as(printed(SHIPPED, SHIPPED.json_text({"a": Number("1.0"), "b": [10**30, Number("1e400")], "c": '\u2028\n"'})))
    assert '{"a": 1.0, "b": [1' + "0" * 30 + ', 1e400], "c": "\\u2028\\n\\""}' == re.sub(r"\s+", " ", text).replace("{ ", "{").replace(" }", "}")


def test_page_is_readable():
    """Nothing stands in a string that nobody can see."""
    assert [] == [text for text in TEXTS if not SHIPPED.string(text).isprintable()]


def test_readable_text_stays():
    """Readable characters stay as they are."""
    assert '"é 漢字 😀 $HOME"' == SHIPPED.string("é 漢字 😀 $HOME")


# -- other languages, judged by a decoder that knows the escapes and nothing of the engines -----------------------------

_SHORT = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPE = re.compile(
    rb"\\(?:u\{(?P<u>[0-9a-f]+)\}|x\{(?P<x>[0-9a-f]+)\}|u(?P<u4>[0-9a-f]{4})|U(?P<u8>[0-9a-f]{8})|(?P<oct>[0-7]{3})|(?P<one>.))"
)


def decoded(code, short):
    """The text of a string literal between double quotes; every escape is read on its own, as a compiler does."""
    assert ('"', '"') == (code[0], code[-1])
    inner = code[1:-1].encode()

    def one(match):
        for name in ("u", "x", "u8"):
            if match[name]:
                return chr(int(match[name], 16)).encode()
        if match["u4"]:
            return chr(int(match["u4"], 16)).encode("utf-8", "surrogatepass")
        if match["oct"]:
            return bytes([int(match["oct"], 8)])
        letter = match["one"].decode()
        assert letter in short or not letter.isalnum(), f"\\{letter} means nothing here"
        return _SHORT[letter].encode() if letter in short else match["one"]

    whole = _ESCAPE.sub(one, inner)
    return whole.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")


@pytest.mark.parametrize("name", ALSO_AND_OTHER)
def test_backslash_engine(name):
    """Every text comes back whole, in each way that languages escape."""
    short, also, other = ALSO_AND_OTHER[name]
    speller = Speller(language(string={"short": short, "escape": also, "unprintable": other}))
    assert TEXTS == [decoded(speller.string(text), short) for text in TEXTS]


@pytest.mark.parametrize("name", [name for name, facts in ALSO_AND_OTHER.items() if facts[1]])
def test_sigils_are_escaped(name):
    """No character that means something in a string stands there without a backslash."""
    short, also, other = ALSO_AND_OTHER[name]
    speller = Speller(language(string={"short": short, "escape": also, "unprintable": other}))
    bare = [text for text in TEXTS if re.search(rf'(?<!\\)(?:\\\\)*["{re.escape(also)}]', speller.string(text)[1:-1])]
    assert [] == bare


@pytest.mark.parametrize(("other", "text", "code"), [
    ("u4", "\x01beef 😀\U000e0001\x85", '"\\u0001beef 😀\\udb40\\udc01\\u0085"'),
    ("u4U8", "\x01beef 😀\U000e0001\x85", '"\\u0001beef 😀\\U000e0001\\u0085"'),
    ("u{}", "\x01beef 😀\U000e0001\x85", '"\\u{1}beef 😀\\u{e0001}\\u{85}"'),
    ("x{}", "\x01beef 😀\U000e0001\x85", '"\\x{1}beef 😀\\x{e0001}\\x{85}"'),
    ("octal", "\x01beef 😀\U000e0001\x85", '"\\001beef 😀\\363\\240\\200\\201\\302\\205"'),
])
def test_other_escapes(other, text, code):
    """An escape never swallows what follows it; UTF-16 units, code points and UTF-8 bytes are told apart."""
    assert code == Speller(language(string={"short": "nrt", "unprintable": other})).string(text)


def test_twins():
    """Of twins all but the first get a backslash, so that no ?? stays in a C string, in which ??/ is a backslash."""
    speller = Speller(language(string={"escape_pairs": ["??"]}))
    assert ['"?"', '"a?\\?b"', '"?\\?\\?/ ?"'] == [speller.string(text) for text in ("?", "a??b", "???/ ?")]


def test_pairs():
    """A character that means something only before another is escaped only there."""
    speller = Speller(language(string={"escape_pairs": ["#{", "#$", "${"]}))
    assert '"# \\#{x} \\#$y #@z $ \\${w} #"' == speller.string("# #{x} #$y #@z $ ${w} #")


@pytest.mark.parametrize(("when", "text", "code"), [
    ("fewer", 'a "b"', "'a \"b\"'"), ("fewer", "a 'b'", "\"a 'b'\""), ("fewer", "\"'", "\"\\\"'\""), ("fewer", "a\n", '"a\\n"'),
    ("plain", "a", "'a'"), ("plain", "$a", "'$a'"), ("plain", "it's", '"it\'s"'), ("plain", "a\\b", '"a\\\\b"'),
    ("plain", "a\n", '"a\\n"'),
    ("quotes", 'a "b"', "'a \"b\"'"), ("quotes", "a", '"a"'), ("quotes", "it's \"b\"", '"it\'s \\"b\\""'), ("quotes", '"$a"', '"\\"\\$a\\""'),
    ("quotes", '"b"\n', '"\\"b\\"\\n"'),
])
def test_second_quote(when, text, code):
    """The second quote is taken where it reads better, and never where it would say something else."""
    assert code == Speller(language(string={"escape": "" if when == "plain" else "$", "alternate_quote": {"quote": "'", "when": when}})).string(text)


@pytest.mark.parametrize("facts", [
    {"engine": "backslash"}, {"engine": "doubled"}, {"engine": "shell", "quote": "'"},
])
def test_nul_is_refused(facts):
    """U+0000 is refused if a string of the language cannot hold it."""
    with pytest.raises(Refused) as caught:
        Speller(language(title="R", string={**facts, "nul": False})).string("a\0b")
    assert "R cannot hold U+0000 in a string" == str(caught.value)


@pytest.mark.parametrize("engine", ["backslash", "doubled"])
def test_unwritable_is_refused(engine):
    """An invisible character is refused if the language has no escape for it."""
    with pytest.raises(Refused) as caught:
        Speller(language(title="SQL", string={"engine": engine, "short": "", "unprintable": "none"})).string("a\x01b")
    assert "SQL cannot write U+0001 in a string" == str(caught.value)


@pytest.mark.parametrize(("text", "code"), [("it's", "'it''s'"), ("", "''"), ("\\n $x", "'\\n $x'"), ("''", "''''''")])
def test_doubled_engine(text, code):
    """The quote is doubled; nothing else means anything."""
    assert code == Speller(language(string={"engine": "doubled", "quote": "'"})).string(text)


@pytest.mark.parametrize(("text", "code"), [
    ('a "b"\x01“😀”', '"a ""b""" & ChrW(&H1) & ChrW(&H201C) & "😀" & ChrW(&H201D)'),
    ("\t\U000e0001", "vbTab & ChrW(&HDB40) & ChrW(&HDC01)"),
    ("\0", "ChrW(&H0)"),
    ("a\r\n" * 2, '"a" & vbCr & vbLf & "a" & vbCr & vbLf'),
    (f"{'x' * 80}\nb", f'"{"x" * 80}" & vbLf &\n    "b"'),
])
def test_unprintable_beside_the_string(text, code):
    """Where quotes are doubled, what no string can hold stands between strings."""
    facts = {"engine": "doubled", "quote": '"', "escape": "“”", "unprintable": "ChrW"}
    speller = Speller(language(string=facts))
    assert code == printed(speller, speller.string(text))


SHELL = Speller(language(
    string={"engine": "shell", "quote": "'", "unprintable": "octal", "nul": False},
    join="shell", short_join="none", env="${name}", block="none", value="none", ident={"case": "keep"},
))  # fmt: skip


@pytest.mark.parametrize("name", ["bash", "sh"])
def test_shell_string(name):
    """Any POSIX shell reads each text back as it was, whatever it holds."""
    texts = [text for text in TEXTS if "\0" not in text]
    need(name)
    code = " ".join(map(SHELL.string, texts))
    run = subprocess.run([name, "-c", f"printf '%s\\0' {code}"], capture_output=True, check=True)
    assert texts == run.stdout.decode().split("\0")[:-1]


@pytest.mark.parametrize(("text", "word"), [
    ("https://a.example.com/v1", "https://a.example.com/v1"), ("limit=10", "limit=10"), ("", "''"),
    ("a?b", "'a?b'"), ("-x", "'-x'"), ("=ls", "'=ls'"), ("~", "'~'"), ("a\tb", "'a'\"$(printf '\\t')\"'b'"),
])
def test_shell_word(text, word):
    """A word that means nothing to any shell is bare; what nobody can see is written by printf."""
    assert word == SHELL.string(text)


def test_shell_string_that_is_printable():
    """Readable text is bare or in single quotes, which every shell knows."""
    assert [[text] for text in TEXTS if text.isprintable()] == [shlex.split(SHELL.string(text)) for text in TEXTS if text.isprintable()]


# -- long texts --------------------------------------------------------------------------------------------------------

QUERY = 'query {\n  a(b: "$c") { d }\n}\n'


@pytest.mark.parametrize(("block", "text", "code"), [
    ("none", QUERY, '"query {\\n  a(b: \\"$c\\") { d }\\n}\\n"'),
    ({"kind": "raw", "open": "`", "close": "`", "avoid": ["`"], "indent": False}, QUERY, f"`{QUERY}`"),
    ({"kind": "raw", "open": "`", "close": "`", "avoid": ["`"], "indent": False}, "a\n`b", '"a\\n`b"'),
    ({"kind": "raw", "open": "`", "close": "`", "avoid": ["`"], "indent": False}, "a\n\x01b", '"a\\n\\u0001b"'),
    ({"kind": "raw", "open": "`", "close": "`", "avoid": [], "indent": False}, "one line", '"one line"'),
    ({"kind": "raw", "open": "`", "close": "`", "avoid": [], "indent": False}, "a \nb", '"a \\nb"'),
    ({"kind": "raw", "open": '"""', "close": '"""', "avoid": [], "indent": False}, 'a\n"', '"a\\n\\""'),
    ("lines", QUERY,
     '"query {\\n"\n"  a(b: \\"$c\\") { d }\\n"\n"}\\n"'),
    ({"kind": "escaped", "open": '"""', "close": '"""', "avoid": [], "indent": False}, 'a"\n\\ \x01"',
     '"""a"\n\\\\ \\u0001\\""""'),
])
def test_block(block, text, code):
    """A long text takes the language's long form where its content allows that, else an ordinary string."""
    speller = Speller(language(block=block))
    assert code == printed(speller, speller.block(text))


def test_json_text_without_block():
    """JSON text stands on one line where the language has no long form."""
    assert '"{\\"a\\": \\"b\\"}"' == Speller(language(block="none")).json_text({"a": "b"})


def test_json_text_in_lines():
    """A language that writes a string line by line keeps the breaks of JSON over several lines."""
    speller, data = Speller(Languages().language("c")), {"a": "x" * 40, "b": "x" * 40}
    spelt = printed(speller, speller.json_text(data))
    assert ['"{\\n"', f'"  \\"a\\": \\"{"x" * 40}\\",\\n"'] == [line.strip() for line in spelt.split("\n")][:2]


def test_json_text_with_secret():
    """A secret goes into JSON text only where the language can write a text as JSON."""
    with pytest.raises(Refused) as caught:
        Speller(language(title="C", json_string="none")).json_text({"a": [Env("KEY")]})
    assert "C cannot hold this JSON body as data, nor a secret in its text" == str(caught.value)
    speller = Speller(language(json_string="dumps({})"))
    code = printed(speller, speller.json_text({"a": [Env("KEY")]}))
    assert r'''"{\"a\": [" + dumps(os.environ["KEY"]) + "]}"''' == code


SHELL_BLOCK = {"kind": "raw", "open": "'", "close": "'", "avoid": ["'"], "indent": True}


@pytest.mark.parametrize(("text", "spelt"), [("its", "its"), ("it's", "it'\\''s")])
def test_json_text_in_a_shell(text, spelt):
    """JSON over several lines is indented as the code around it, also where an apostrophe leaves the block's form."""
    speller = Speller(language(**{**SHELL.facts, "block": SHELL_BLOCK}))
    data = {"a": f"{text} {'x' * 40}", "b": "y" * 40}
    code = f"""  --data-raw '{{
    "a": "{spelt} {'x' * 40}",
    "b": "{'y' * 40}"
  }}'"""
    assert code == lay_out("  --data-raw " + speller.json_text(data), 1000, 2, wide=True)


# -- values with variables ---------------------------------------------------------------------------------------------

INTERPOLATE = {"after": "}", "escape": "", "escape_pairs": [], "double": ""}
VALUE = (Text('Bearer "$a" %s #{b} '), Env("API_KEY"), Text("\n"))


@pytest.mark.parametrize(("facts", "code"), [
    ({}, '"Bearer \\"$a\\" %s #{b} " + os.environ["API_KEY"] + "\\n"'),
    ({"join": {"interpolate": {**INTERPOLATE, "open": "`", "close": "`", "before": "${", "quote": "`", "escape_pairs": ["${"]}},
      "short_join": "none", "env": "process.env.{name}"}, '`Bearer "$a" %s #{b} ${process.env.API_KEY}\\n`'),
    ({"join": {"interpolate": {**INTERPOLATE, "open": '"', "close": '"', "before": "#{", "quote": '"', "escape": "#"}},
      "short_join": "none", "env": "ENV.fetch({string})"}, '"Bearer \\"$a\\" %s \\#{b} #{ENV.fetch("API_KEY")}\\n"'),
    ({"join": {"interpolate": {**INTERPOLATE, "open": 'format!("', "close": '")', "before": "{", "quote": '"', "double": "{}"}},
      "short_join": "none", "env": "{ident}"}, 'format!("Bearer \\"$a\\" %s #{{b}} {api_key}\\n")'),
    ({"join": {"function": "paste0"}, "short_join": "none", "env": "Sys.getenv({string})"},
     'paste0("Bearer \\"$a\\" %s #{b} ", Sys.getenv("API_KEY"), "\\n")'),
    ({"join": "printf", "env": "{ident}"}, '"Bearer \\"$a\\" %%s #{b} %s\\n", api_key'),
])
def test_value(facts, code):
    """Text and variables become one expression, and the text stays text."""
    speller = Speller(language(**facts))
    assert code == printed(speller, speller.value(VALUE))


@pytest.mark.parametrize(("value", "code"), [
    ((Env("KEY"),), '"${KEY}"'),
    ((Text("Bearer "), Env("KEY")), '"Bearer ${KEY}"'),
    ((Text("$HOME `x` "), Env("KEY"), Text("!")), "'$HOME `x` '\"${KEY}\"'!'"),
    ((Text("\n"), Env("KEY")), "'\n'\"${KEY}\""),
    ((Text("a'b"),), "'a'\\''b'"),
])
def test_shell_value(value, code):
    """In a shell, variables are in double quotes, and text with special characters is not."""
    speller = Speller(language(**{**SHELL.facts, "env": "${{name}}", "short_join": "none"}))
    assert code == speller.value(value)


@pytest.mark.parametrize(("behind", "code"), [
    ("", '"Bearer $apiKey"'),
    (": a[0]", '"Bearer $apiKey: a[0]"'),
    ("x", "'Bearer ' . $apiKey . 'x'"),
    ("é", "'Bearer ' . $apiKey . 'é'"),
    ("“", "'Bearer ' . $apiKey . '“'"),
    ("[0]", "'Bearer ' . $apiKey . '[0]'"),
    ("->x", "'Bearer ' . $apiKey . '->x'"),
    ("$x", "'Bearer ' . $apiKey . '$x'"),
])
def test_short_join(behind, code):
    """A variable stands inside a string where no text behind it can be taken for a part of its name."""
    speller = Speller(Languages().language("php"))
    value = (Text("Bearer "), Env("API_KEY"), Text(behind))[: 3 if behind else 2]
    assert code == printed(speller, speller.value(value))


def test_a_short_join_is_one_token():
    """A string with a variable in it, which cannot be broken, stands below its key where it is too long, as any string."""
    speller = Speller(Languages().language("perl"))
    code = f'{{\n    Cookie =>\n        "{"x" * 84} $ENV{{KEY}}",\n}}'
    assert code == printed(speller, speller.native({"Cookie": (Text("x" * 84 + " "), Env("KEY"))}))


def test_percent_encoded():
    """A secret in an address is encoded when the program runs."""
    assert 'quote(os.environ["KEY"], safe="")' == SHIPPED.value((Env("KEY", percent=True),))


def test_env_that_the_language_keeps():
    """A variable that the language sets itself cannot hold a secret."""
    speller = Speller(language(title="Shell", env="${name}", ident={"reserved": ["RANDOM"]}))
    assert "$KEY" == speller.env("KEY")
    with pytest.raises(Refused) as caught:
        speller.env("RANDOM")
    assert "Shell keeps a variable RANDOM of its own (give the secret another name)" == str(caught.value)


# -- native data -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("facts", "data", "holds"), [
    ({}, {"a": [1, Number("1.5"), None, True, "x", Env("K")]}, True),
    ({}, 10**30, True),
    ({"integers": [-(2**63), 2**63 - 1]}, 2**63, False),
    ({"integers": [-(2**63), 2**63 - 1]}, [-(2**63)], True),
    ({"integers": [0, 1]}, True, True),
    ({}, Number("0.1"), True),
    ({}, Number("1.50"), True),
    ({}, Number("1e400"), False),
    ({}, Number("-0.0"), False),
    ({}, Number("0.0"), True),
    ({}, Number("3.14159265358979323846"), False),
    ({}, Number("1.0"), True),
    ({"floats": {"precision": "double", "keeps_point_zero": False}}, Number("1.0"), False),
    ({"floats": {"precision": "double", "keeps_point_zero": False}}, Number("1.5"), True),
    ({"bad_keys": ["__proto__"]}, {"a": {"__proto__": 1}}, False),
])
def test_can_hold(facts, data, holds):
    """Native data is used only where the JSON library would write the same JSON."""
    assert holds == Speller(language(value=facts)).can_hold(data)


def test_no_native_data():
    """A language without JSON at hand has no native data; one that cannot hold U+0000 has none for a text with it."""
    without, no_nul = Speller(language(value="none")), Speller(language(string={"nul": False}))
    assert (
        False, False, False, True,
    ) == (without.can_hold({}), no_nul.can_hold({"a\0": 1}), no_nul.can_hold(["\0"]), no_nul.can_hold(["0"]))


PHP = {
    "words": {"true": "true", "false": "false", "null": "null"}, "list": ["[", "]"], "map": ["[", "]"],
    "empty_map": "new stdClass()", "pair": " => ", "map_padding": "", "trailing_comma": True,
}
NODE = {
    "words": {"true": "true", "false": "false", "null": "null"}, "list": ["[", "]"], "map": ["{", "}"], "empty_map": "{}",
    "pair": ": ", "map_padding": " ", "bare_keys": "javascript", "trailing_comma": True,
}
CSHARP = {
    "words": {"true": "true", "false": "false", "null": "null"}, "list": ["new JsonArray([", "])"],
    "map": ["new JsonObject{outline}{", "}", "3"], "empty_map": "new JsonObject()", "pair": "[{}] = ",
    "map_padding": " ", "hang_after": 1, "trailing_comma": True,
}

VISUAL_BASIC = {
    "words": {"true": "True", "false": "False", "null": "Nothing"}, "list": ["New JsonArray(", ")"],
    "map": ["New JsonObject From {", "}"], "empty_map": "New JsonObject()", "pair": "{{}, {}}", "trailing_comma": False,
}


CRYSTAL = {
    "words": {"true": "true", "false": "false", "null": "nil"}, "list": ["[", "]", "[] of Nil"], "map": ["{", "}"],
    "empty_map": "{} of String => Nil", "pair": ": ", "map_padding": "", "bare_keys": "words",
}


@pytest.mark.parametrize(("facts", "data", "code"), [
    (PHP, {"a": [True, None, {}, []], "b": {"c": 1}}, '["a" => [true, null, new stdClass(), []], "b" => ["c" => 1]]'),
    (CRYSTAL, {"a": [[], 1]}, "{a: [[] of Nil, 1]}"),
    (NODE, {"a": [False, {}, []], "b c": {"d": 1}}, '{ a: [false, {}, []], "b c": { d: 1 } }'),
    (NODE, {"long": "x" * 60, "list": [1, 2], "map": {"k": "v" * 10}},
     '{\n    long: "' + "x" * 60 + '",\n    list: [1, 2],\n    map: { k: "vvvvvvvvvv" },\n}'),
    (CSHARP, {"a": [1, {}], "b": None}, 'new JsonObject { ["a"] = new JsonArray([1, new JsonObject()]), ["b"] = null }'),
    (VISUAL_BASIC, {"a": [1, "b"], "c": {}}, 'New JsonObject From {{"a", New JsonArray(1, "b")}, {"c", New JsonObject()}}'),
    (CSHARP, {"a": 1, "b": 2, "c": 3}, 'new JsonObject\n{\n    ["a"] = 1,\n    ["b"] = 2,\n    ["c"] = 3,\n}'),
    (CSHARP, {"a": "x" * 78}, 'new JsonObject\n{\n    ["a"] =\n        "' + "x" * 78 + '",\n}'),
])
def test_native(facts, data, code):
    """Data is written with the language's own brackets and words, on one line where it fits."""
    speller = Speller(language(value=facts))
    assert code == printed(speller, speller.native(data))


@pytest.mark.parametrize("key", ["$(touch PWNED)", '"; x("', "a b", "a-b", "", "a\n", "1a", "};"])
def test_hostile_keys_are_quoted(key):
    """Only a plain identifier or number stands without quotes."""
    speller = Speller(language(value=NODE))
    assert speller.native({"a": 1}).replace("a:", f"{speller.string(key)}:") == speller.native({key: 1})


def test_path():
    """Access to JSON data spells each key."""
    assert '["choices"][0][\'a"]; x\'][0]' == SHIPPED.path(("choices", 0, 'a"]; x', -1))


@pytest.mark.parametrize(("steps", "code"), [(("choices", 0), '.dig("choices", 0)'), ((), ""), (('a"', -1), ".dig('a\"', 0)")])
def test_path_in_one_call(steps, code):
    """In a language with paths in one call, all steps are in the call; without steps, there is no call."""
    call = {"open": ".dig(", "between": ", ", "close": ")", "key": "{}", "word": "none", "index": "{}"}
    quotes = {"alternate_quote": {"quote": "'", "when": "fewer"}}
    assert code == Speller(language(path={"call": call}, string=quotes)).path(steps)


@pytest.mark.parametrize(("text", "code"), [
    ("a\n  b\n\nc\n", "  f(<<~'TEXT', 1)\n    a\n      b\n\n    c\n  TEXT\n"),
    ("a\nb", '  f("a\\nb", 1)\n'),
    ("TEXT\nb\n", '  f("TEXT\\nb\\n", 1)\n'),
    ("  a\n  b\n", '  f("  a\\n  b\\n", 1)\n'),
])
def test_heredoc(text, code):
    """A heredoc stands below the line that opens it, one level deeper, where its text allows that."""
    block = {"kind": "heredoc", "open": "<<~'TEXT'", "close": "TEXT", "avoid": ["TEXT"], "indent": True}
    assert code == lay_out(f"  f({Speller(language(block=block)).block(text)}, 1)\n", 80, 2, wide=True)


HANGING = {"kind": "hanging", "open": '"""\n', "close": '\n"""', "avoid": ['"""'], "indent": True}


@pytest.mark.parametrize(("text", "code"), [
    ("a\n  b\n\nc", '    x = """\n        a\n          b\n\n        c\n        """;\n'),
    ("a\nb\n", '    x = """\n        a\n        b\n\n        """;\n'),
    ('a\n"""', '    x = "a\\n\\"\\"\\"";\n'),
])
def test_hanging_block(text, code):
    """A block that hangs begins on the line of its assignment, and goes on one level deeper."""
    speller = Speller(language(block=HANGING))
    assert code == lay_out(f"    {speller.hang('x =', speller.block(text))};\n", 80, 4, wide=True)


def test_hanging_block_in_data():
    """A block that hangs stays behind its key."""
    speller = Speller(language(block=HANGING, value={**CSHARP, "use_blocks": True}))
    code = 'new JsonObject\n{\n    ["a"] = """\n        x\n        y\n        z\n        """,\n}'
    assert code == printed(speller, speller.native({"a": "x\ny\nz"}))


def test_heredoc_in_data():
    """What a heredoc stands in is broken over several lines, so that nothing follows on the line that opens it."""
    block = {"kind": "heredoc", "open": "<<~'TEXT'", "close": "TEXT", "avoid": ["TEXT"], "indent": True}
    spelt = Speller(language(block=block)).native({"a": ["x\ny\n"], "b": 1})
    assert "{\n  \"a\": [\n    <<~'TEXT',\n      x\n      y\n    TEXT\n  ],\n  \"b\": 1,\n}\n" == lay_out(f"{spelt}\n", 80, 2, wide=True)


@pytest.mark.parametrize(("text", "name"), [
    ("POST", "Post"), ("chat_completion", "ChatCompletion"), ("messageId", "MessageId"), ("2fa", "V2fa"), ("é", "Value"), ("HTTPServer", "HttpServer"),
])
def test_pascal(text, name):
    """The name of a class, of any name."""
    assert name == SHIPPED.pascal(text)


@pytest.mark.parametrize(("text", "pascal", "camel"), [
    ("url", "URL", "url_"), ("userId", "UserID", "userId_"), ("MY_API_KEY", "MyAPIKey", "myAPIKey"), ("API_KEY", "APIKey", "apiKey"), ("IDEAS", "Ideas", "ideas"),
])
def test_capitals(text, pascal, camel):
    """Words that a language writes in capitals stand so within a name."""
    speller = Speller(language(ident={"case": "camel", "capitals": ["API", "ID", "URL"], "reserved": []}))
    assert (pascal, camel) == (speller.pascal(text), speller.ident(text))


@pytest.mark.parametrize(("text", "expected"), [
    ("plain", '"plain"'), ('{"a": 1}', '`{"a": 1}`'), ("a\\b", "`a\\b`"), ('"`', '"\\"`"'), ('"\t', '"\\"\\t"'), ('"\n', '"\\"\\n"'),
])
def test_raw_quote(text, expected):
    """Nothing is escaped in a raw string, so it holds what would need escapes, and is printable."""
    string = {"engine": "backslash", "quote": '"', "short": "nt", "escape": "", "escape_pairs": [], "unprintable": "u4U8", "nul": True}
    raw = {**string, "alternate_quote": {"quote": "`", "when": "raw"}}
    assert expected == Speller(language(string=raw)).string(text)


def test_path_with_words():
    """A key that is an identifier may stand bare; any other is spelt."""
    speller = Speller(language(path={"chain": {"key": "[{}]", "word": ".{}", "index": "[{}]"}}))
    assert '.a[0]["b c"]["d);x("]' == speller.path(("a", 0, "b c", "d);x("))


# -- comments and names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("line", "expected"), [
    ("plain text", "plain text"),
    ("a */ b", "a * / b"),
    ("a ?> b", "a ? > b"),
    ("a ??/ b", "a ? ?/ b"),
    ("ends with \\", "ends with \\."),
    ("\\u000a", "\\ u000a"),
    ("<!-- a -->", "< !-- a - ->"),
    ("/// script", "/ // script"),
    ("a coding: utf-7", "a c oding: utf-7"),
    ("a Coding: utf-7", "a C oding: utf-7"),
    ("**/", "** /"),
    ("*\x00/", "* /"),
    ("a\x00b\x1b[31m\u202ec", "a b [31m c"),
    ("  a \t b  ", "a b"),
    ("", ""),
])
def test_plain_line(line, expected):
    """A text that would end a comment, or mean something in one, is defused."""
    defuse = ["*/", "?>", "??/", "\\u", "\\$", "<!--", "-->", "^/// ", "coding:"]
    speller = Speller(language(comment={"open": "# ", "close": "none", "defuse": defuse}))
    assert expected == speller.plain_line(line)


@pytest.mark.parametrize(("text", "expected"), [("*/", "* /"), ("\\u", "\\ u"), ("*/ ?> ", "* / ? > "), ("coding:", "c oding:")])
def test_a_line_is_defused_at_once(text, expected):
    """However often a line holds a harmful text, one pass finds them all, and one more finds none."""
    names = Names(language(comment={"open": "# ", "close": "none", "defuse": ["*/", "?>", "\\u", "coding:"]}))
    pattern, passes = names.harmful, []
    names.harmful = SimpleNamespace(sub=lambda *words: passes.append(words) or pattern.sub(*words))
    assert ((expected * 20_000).strip(), 2) == (names.plain_line(text * 20_000), len(passes))


def test_harmless_in_this_language():
    """A text that is harmless in the comments of a language stays as its author wrote it."""
    assert "// a */ -->" == NODE_JS.comment("a */ -->")


def test_comment_that_is_closed():
    """A language without line comments closes each line of a comment."""
    speller = Speller(language(comment={"open": "(* ", "close": " *)", "defuse": ["*)", "(*"]}))
    assert "(* a * ) b *)\n(* c *)" == speller.comment("a *) b\nc")


HTML = Speller(language(comment={"open": "<!-- ", "close": " -->", "defuse": ["-->", "<!--"]}))


def test_comment():
    """Every line of a comment begins as one, and none can end it."""
    lines = [line for text in TEXTS for line in HTML.comment(text).split("\n")]
    outside = [one for one in lines if not one.startswith("<!-- ") or not one.endswith(" -->") or not one.isprintable()]
    ends = [one for one in lines if re.search(r"-->|<!--", one[5:-4])]
    assert ([], []) == (outside, ends)


def test_comment_lines():
    """A comment is split at every line break there is."""
    assert "\n".join(f"# {one}" for one in "abcdefgh") == SHIPPED.comment("a\nb\r\nc\x0bd\x85e\u2028f\u2029g\x1ch")


@pytest.mark.parametrize(("case", "text", "name"), [
    ("snake", "API_KEY", "api_key"), ("camel", "API_KEY", "apiKey"), ("keep", "API_KEY", "API_KEY"),
    ("snake", "2fa", "_2fa"), ("snake", "class", "class_value"), ("camel", "CLASS", "classValue"), ("keep", "class", "class_value"),
    ("snake", "$(touch PWNED)", "touch_pwned"), ("keep", "$(touch PWNED)", "_touch_PWNED_"), ("snake", "你好", "value"),
    ("snake", "", "value"), ("keep", "", "value"),
])
def test_ident(case, text, name):
    """An identifier holds letters, digits and _, whatever it is made of, and is never a reserved word."""
    assert name == Speller(language(ident={"case": case, "reserved": ["class"]})).ident(text)


@pytest.mark.parametrize("case", ["snake", "camel"])
def test_idents_of_variables_differ(case):
    """Variables of the environment whose names differ in case alone become variables of different names."""
    names = ["API_KEY", "api_key", "Api_Key", "API_key", "apikey", "APIKEY", "apiKey", "api_key_", "_api_key", "CLASS", "class"]
    ident = Speller(language(env="{ident}", ident={"case": case, "reserved": ["class"]})).ident
    assert len(names) == len(set(map(ident, names)))


def test_ident_of_a_made_name():
    """A name that begins as those do that are made of other variables, encoded, gets another name."""
    speller = Speller(language(env="{ident}", ident={"case": "snake", "reserved": []}, percent="encoded_{}", json_string="json_{}"))
    assert ("encoded_key_value", "json_key_value", "key") == tuple(map(speller.ident, ("ENCODED_KEY", "JSON_KEY", "KEY")))


@pytest.mark.parametrize("case", ["snake", "camel", "keep"])
def test_ident_is_harmless(case):
    """No name can become code."""
    speller = Speller(language(ident={"case": case, "reserved": []}))
    assert [] == [text for text in TEXTS if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", speller.ident(text))]


def test_facts_of_python():
    """The facts under test are those that ship."""
    assert ("abfnrtv", "u4U8") == (PYTHON["string"]["short"], PYTHON["string"]["unprintable"])


# -- Node.js and PHP, as their formatters and users write them ---------------------------------------------------------

NODE_JS, PHP_8 = (Speller(Languages().language(name)) for name in ("node", "php"))


@pytest.mark.parametrize(("data", "code"), [
    ({"a": 1, "b-c": 2, "é": 3, "$d": 4}, '{ a: 1, "b-c": 2, é: 3, $d: 4 }'),
    ({"1": 1, "1.5": 2, "01": 3, "1.50": 4, "0.00000001": 5}, '{ 1: 1, 1.5: 2, "01": 3, "1.50": 4, "0.00000001": 5 }'),
    ([Number("1.50"), Number("1.5E+07"), Number("2.50e-7"), Number("0.1")], "[1.5, 1.5e07, 2.5e-7, 0.1]"),
    ([[1, 2], [3, 4]], "[\n  [1, 2],\n  [3, 4],\n]"),
    ([[1], [2]], "[[1], [2]]"),
    ([{"a": 1, "b": 2}, [1, 2]], "[{ a: 1, b: 2 }, [1, 2]]"),
    ([1234567] * 10, "[\n  1234567, 1234567, 1234567, 1234567, 1234567, 1234567, 1234567, 1234567,\n  1234567, 1234567,\n]"),
    ({"long-key": "x" * 70}, '{\n  "long-key":\n    "' + "x" * 70 + '",\n}'),
    ({"key": "x" * 80}, '{\n  key: "' + "x" * 80 + '",\n}'),
    ({"text": "a `b` ${c}\n$d\ne\\"}, "{\n  text: `a \\`b\\` \\${c}\n$d\ne\\\\`,\n}"),
    ({"text": "a\nb"}, '{ text: "a\\nb" }'),
    ({"header": (Text("Bearer "), Env("KEY")), "list": [(Text("a"),), ()]},
     '{ header: `Bearer ${process.env.KEY}`, list: ["a", ""] }'),
])
def test_node_native(data, code):
    """Data is laid out as Prettier lays it out; quotes, numbers and long texts too."""
    assert code == printed(NODE_JS, NODE_JS.native(data))


@pytest.mark.parametrize(("speller", "data"), [
    (NODE_JS, {"__proto__": 1}), (NODE_JS, {"a": [{"constructor": {}}]}), (NODE_JS, [2**53]), (NODE_JS, [Number("1.0")]),
    (PHP_8, {"0": "a"}), (PHP_8, [2**63]),
])
def test_what_data_would_lose(speller, data):
    """Data that the language or its JSON library would alter is not written as native data."""
    assert not speller.can_hold(data)


@pytest.mark.parametrize(("speller", "steps", "code"), [
    (NODE_JS, ("a", 0, "b c", "$d", "é"), '.a[0]["b c"]["$d"]["é"]'),
    (PHP_8, ("a", 0, "b c", "$d", "é", "}; x();"), "->a[0]->{'b c'}->{'$d'}->{'é'}->{'}; x();'}"),
])
def test_paths_of_languages(speller, steps, code):
    """Only a word of ASCII stands bare: $d would be a variable in PHP."""
    assert code == speller.path(steps)


def test_optional_path():
    """Each step after the first may find nothing."""
    assert ("", ".a", '.a?.[0]?.["b c"]?.d') == tuple(map(NODE_JS.optional_path, [(), ("a",), ("a", 0, "b c", "d")]))


@pytest.mark.parametrize(("speller", "code"), [
    (NODE_JS, '`{"a": [${JSON.stringify(process.env.KEY)}, 1.0], "\\`": {}}`'),
    (PHP_8, "'{\"a\": [' . json_encode($key) . ', 1.0], \"`\": {}}'"),
])
def test_secret_in_json_text(speller, code):
    """A JSON library writes the secret into JSON text."""
    assert code == printed(speller, speller.json_text({"a": [Env("KEY"), Number("1.0")], "`": {}}))
