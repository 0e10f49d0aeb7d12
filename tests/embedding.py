"""Documents for the tests of `embed`: how each format writes a marker, and programs that are quick to render."""

import re

from click.testing import CliRunner

from snippetgen import embed, spec
from snippetgen.cli import main
from snippetgen.embed.formats import ASCIIDOC, FORMATS, HTML, MARKDOWN, MDX, RST
from snippetgen.errors import SpecError
from snippetgen.languages import Languages

CATS = "title: {en: Cats, zh: 猫}\nmethod: GET\nurl: https://api.example.com/cats\n"

LANGUAGES = Languages()

ENDPOINTS = {"cats.yaml": spec.loads(CATS, "cats.yaml", "cats")}


def endpoint(path, operation, **_):
    """The endpoint of a file that does not exist."""
    if path.name not in ENDPOINTS or operation:
        raise SpecError(f"{path}: cannot be read: No such file or directory")
    return ENDPOINTS[path.name]


WORKSHOP = embed.EmbedContext(LANGUAGES, endpoint)

NAMES = {MARKDOWN: "a.md", MDX: "a.mdx", RST: "a.rst", ASCIIDOC: "a.adoc", HTML: "a.html"}
"""A document of each family."""

assert tuple(NAMES) == FORMATS


def start(doc_format, words="spec=cats.yaml"):
    return doc_format.written(f"snippetgen:start {words}".rstrip())


def end(doc_format, checksum=""):
    return doc_format.written(f"snippetgen:end {checksum}".rstrip())


def pair(doc_format, words="spec=cats.yaml", prefix="", newline="\n"):
    return f"{prefix}{start(doc_format, words)}{newline}{prefix}{end(doc_format)}{newline}"


def filled(text, doc_format, context=WORKSHOP):
    return embed.embed(text, NAMES[doc_format], doc_format, context)


def outside(text, blocks):
    """The text of a document without the text between markers, and without checksums."""
    lines = text.split("\n")
    inside = {number for block in blocks for number in range(block.line, block.end_line - 1)}
    for block in blocks:
        lines[block.end_line - 1] = re.sub(r"[ \t]*\b[0-9a-f]{12}\b[ \t]*|[ \t]+(?=-->|\*/|\r?$)", "", lines[block.end_line - 1])
    return "\n".join(line for number, line in enumerate(lines) if number not in inside)


# -- the command line --------------------------------------------------------------------------------------------------

START, END = "<!-- snippetgen:start spec=cats.yaml -->", "<!-- snippetgen:end -->"
DOCUMENT = f"# Cats\r\n\n{START}\n{END}\n\nThe end"


def folder(tmp_path, monkeypatch):
    """A folder with a spec and a document, which is the current one."""
    root = tmp_path / "my docs 汉字"
    root.mkdir()
    (root / "cats.yaml").write_text(CATS, "utf-8")
    (root / "a.md").write_bytes(DOCUMENT.encode())
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(root)
    return root


def run(*words, **options):
    return CliRunner().invoke(main, ["embed", *words], **options)


def edit(path, old, new):
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
