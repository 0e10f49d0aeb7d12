"""The spelling engines, proven by the languages themselves.

Hostile and random strings go through a compiled and executed program and must arrive byte for byte.
"""

import random
from dataclasses import replace

import pytest
from needs import need_toolchain

from snippetgen.languages import Languages
from snippetgen.running import toolchain
from snippetgen.spec import Body, Endpoint, Words
from snippetgen.verify.case import Case
from snippetgen.verify.plain import judge_plain

LANGUAGES = Languages()

CHOSEN = [
    "".join(map(chr, range(1, 128))),
    *(chr(control) + after for control in [*range(1, 32), 127] for after in "0aF"),
    "$HOME ${x} #{1+1} #$x #@y @a %s %n {0} \\u0041 \\x41 ??/ ??' `id` $(id) {{ 7*7 }} {% raw %}",
    "é 漢字 😀 \x85\xa0\xad\u200b\u2028\u2029\u202e\ufeff\ue000\U000e0001",
    "\r\n \n \r \\\n ends with a backslash \\",
    '\'\'\'"""` */ /* ?> <?php --> <!-- // # %> "#  "## )" "; \'); \\" \\\' $$ \\$',
    "JSON\nEOF\nEOS\n  JSON\n",
    '"',
    "'",
    "\\",
    " lead and trail \t",
    "",
]
"""The strings of the design's section 3, and the ends that strings have in some language."""

ALPHABETS = [
    "".join(map(chr, range(1, 128))),
    "$@#%{}()[]\\\"'`?/*<>!&|;~^ \t\r\n",
    "é漢😀\x80\x9f\xa0\u2028\u202e\ufeff\ud7ff\ue000\uffff\U0010ffff",
]


def random_strings(seed, count):
    """`count` random strings, the same for the same seed."""
    chance = random.Random(seed)
    return [
        "".join(chance.choice(chance.choice(ALPHABETS)) for _ in range(chance.randint(0, 24))) for _ in range(count)
    ]


def endpoint(body, **changes):
    base = Endpoint(
        "strings",
        "strings.yaml",
        Words({"": "Strings */ \\u000a ?>"}),
        "POST",
        {"default": "http://example.com"},
        "/echo",
    )
    return replace(base, body=body, **changes)


def bodies(lacks=""):
    """One body for each engine: a string, a text over several lines, JSON data, JSON text, a form.

    `lacks` are the characters that no string of the language can hold: it refuses them (`test_speller_beam.py`).
    """
    without = str.maketrans(dict.fromkeys(lacks, ""))
    chosen, random_ones = CHOSEN, [one.translate(without) for one in random_strings(20260101, 150)]
    texts = [*chosen, *random_ones]
    return {
        "string": Body("text", "text/plain", example="\x01".join(texts), has_example=True),
        "block": Body(
            "text",
            "text/plain",
            example="x\n" + "\n".join(one.replace("\r", " ").strip() for one in texts) + "\nend",
            has_example=True,
        ),
        "readable block": Body(
            "text",
            "text/plain",
            example="\n".join(["first", *(c for c in "$@#%{}()[]\\\"'`?/*<>!&|;~^"), "\\", '"""', "last"]),
            has_example=True,
        ),
        "native": Body(
            "json",
            "",
            example={"chosen": chosen, "random": random_ones, "nested": {one: one for one in random_ones[:40]}},
            has_example=True,
        ),
        "json text": Body("json", "", example={"number": 12345678901234567890123, "texts": texts}, has_example=True),
        "form": Body(
            "form", "", example={"a": chosen[:40], **{f"k{one}": one for one in random_ones[:20]}}, has_example=True
        ),
    }


@pytest.mark.toolchain
@pytest.mark.parametrize("kind", bodies())
@pytest.mark.parametrize("name", LANGUAGES.ids)
def test_strings_arrive_byte_for_byte(name, kind):
    """A program of the language sends the strings of the spec, whatever characters they contain."""
    target = LANGUAGES.select(name)[0]
    need_toolchain(target)
    body = bodies(target.language.facts["string"].get("lacks", ""))[kind]
    case = Case(endpoint(body), target, False, toolchain.prepared(target))
    judge_plain(case, {1, 7})
    case.close()
    assert [failure.text[:3000] for failure in case.failures] == []
