"""Marker soup: `embed` refuses a document, or fills it; it never changes the text outside of markers, nor crashes."""

import random

import pytest
from embedding import FORMATS, NAMES, WORKSHOP, end, outside, start

from snippetgen import embed
from snippetgen.errors import DocumentError

DOCUMENTS = 2000

ATTRIBUTES = [
    "", "spec=cats.yaml", "spec=cats.yaml", "spec=cats.yaml", "spec=cats.yaml lang=shell", "spec=cats.yaml lang=php,shell",
    "spec=cats.yaml title=Cats", 'spec="cats.yaml" title="A {file}"', "spec=cats.yaml prefix=4", "spec=cats.yaml prefix=0", "spec=cats.yaml indent=8",
    "spec=cats.yaml tabs=github", "spec=cats.yaml lang=php,shell tabs=mkdocs", "spec=cats.yaml tabs=docusaurus lang=php,shell",
    "spec=dogs.yaml", "spec=cats.yaml\0", "spec=\0", "spec", "spec=", "spec='", 'title="', "=", "spec=cats.yaml spec=cats.yaml",
    "spec=cats.yaml stream=true", "spec=cats.yaml set=a=b", "lang=cobol spec=cats.yaml", "spec=cats.yaml part=request",
    "spec=cats.yaml part=x", "spec=cats.yaml server=\0", "spec=cats.yaml locale=zh", "spec=cats.yaml operation=a", "é=漢",
]  # fmt: skip
PIECES = [
    "```", "````python", "~~~", "```python title=`", "`", "``", "- ```", "1. ~~~ruby", "> ```", "    ```", "---", "+++", "----",
    "....", "////", "++++", "<script>", "</script>", "<!--", "-->", "<!-- a", "{/*", "*/}", "<style a=1/>", "<textarea>", "::", "a::",
    "- b::", ".. code-block:: c", ".. note::", "..", ".. snippetgen:: cats.yaml", "snippetgen:", "SNIPPETGEN:START", "text",
    "<!-- snippetgen:start", "snippetgen:end -->", ".. snippetgen:", "// snippetgen:", "import Tabs from '@theme/Tabs';", "\0",
    "\ufeff", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "é漢😀", "a" * 3000, "`" * 50, "> " * 30, "- " * 30, "\t", " " * 200, "0123456789ab",
    "edited by hand", "|", "| a | b |", "\\", "%", "::error::", "{{ x }}", "<b>",
]  # fmt: skip
PREFIXES = ["", "", "", "", "", "  ", "    ", "\t", "> ", ">", "> > ", "- ", "1. ", "   ", ">\t"]
NEWLINES = ["\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", ""]


def marker(rng, doc_format, number):
    """A marker, mostly of the kind that is due."""
    wanted = number % 2 == 0 if rng.random() < 0.85 else rng.random() < 0.5
    text = start(doc_format, rng.choice(ATTRIBUTES)) if wanted else end(doc_format, rng.choice(["", "", "0123456789ab", "x", "0"]))
    if rng.random() < 0.05:
        text = text.replace("snippetgen:", rng.choice(["Snippetgen:", "snippetgen::", "snippetgen: ", "\tsnippetgen:", "snippetgen:\0"]))
    if rng.random() < 0.05:
        text = text.replace(" ", rng.choice(["", "\t", "  ", "\u00a0"]))
    return text


def soup(seed, doc_format):
    """A document, of which about every third can be filled."""
    rng = random.Random(f"{seed} {doc_format.name}")
    newline = rng.choice(["\n", "\n", "\r\n"])
    prefix = rng.choice(PREFIXES)
    wild = rng.choice([0, 0, 0.02, 0.2])
    pieces, markers = [rng.choice(["", "", "", "\ufeff"])], 0
    for _ in range(rng.randrange(1, 30)):
        here = rng.choice(PREFIXES) if rng.random() < wild * 2 else prefix
        if rng.random() < 0.3:
            pieces += [here, marker(rng, doc_format, markers) if wild or rng.random() < 0.1 else calm(rng, doc_format, markers)]
            markers += 1
        else:
            pieces += [here, rng.choice(PIECES) if rng.random() < wild + 0.05 else "text"]
        pieces.append(rng.choice(NEWLINES) if rng.random() < wild else newline)
    if markers % 2 and rng.random() < 0.9:
        pieces += ["", prefix, end(doc_format), rng.choice(["", newline])]
    return "".join(pieces)


def calm(rng, doc_format, number):
    """A marker without fault."""
    return end(doc_format) if number % 2 else start(doc_format, rng.choice(["spec=cats.yaml", "spec=cats.yaml lang=php,shell", "spec=cats.yaml lang=shell title=A"]))


def without(added, text):
    """A text without the lines that were added to it."""
    text = text.removeprefix("\ufeff")
    return [line for line in text.splitlines(keepends=True) if line not in added] if added else text


@pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
def test_soup(doc_format):
    """A document is refused with places that it has, or filled: then all else is as it was, and a second run changes nothing."""
    done, misplaced = 0, []
    for seed in range(DOCUMENTS):
        text = soup(seed, doc_format)
        try:
            first = embed.embed(text, NAMES[doc_format], doc_format, WORKSHOP)
        except DocumentError as error:
            misplaced += [one for one in error.mistakes if not (0 < one.line <= text.count("\n") + 1 and one.column > 0)]
            continue
        second = embed.embed(first.new, NAMES[doc_format], doc_format, WORKSHOP)
        assert first.new == second.new, f"seed {seed}"
        added = first.imports
        assert without(added, outside(text, first.blocks)) == without(added, outside(first.new, second.blocks)), f"seed {seed}"
        emptied = [embed.clean(one, NAMES[doc_format], doc_format).new for one in (text, first.new)]
        assert without(added, emptied[0]) == without(added, emptied[1]), f"seed {seed}"
        done += bool(first.blocks)
    assert [] == misplaced
    assert DOCUMENTS / 10 < done < DOCUMENTS * 9 / 10


@pytest.mark.parametrize("doc_format", FORMATS, ids=lambda doc_format: doc_format.name)
def test_junk(doc_format):
    """Random bytes around the name of markers are refused or come back."""
    rng = random.Random(doc_format.name)
    for _ in range(DOCUMENTS):
        data = bytes(rng.choice(b"snippetgen:start end <!--/*.{}`~\r\n\0\t\x80\xff\xef\xbb\xbf") for _ in range(rng.randrange(200)))
        data = data.replace(b"s", b"<!-- snippetgen:", rng.randrange(3)) + rng.choice([b"", b"\nsnippetgen:"])
        try:
            found = embed.read(NAMES[doc_format], data)
            if found:
                assert data == embed.embed(*found[:1], NAMES[doc_format], doc_format, WORKSHOP).new.encode()
        except DocumentError:
            pass
