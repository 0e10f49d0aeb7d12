"""Tutorials whose languages are tabs of a documentation tool, read by the tool itself."""

import html
import re
import subprocess
import sys
from pathlib import Path

import markdown
import pytest
from pagetexts import ROOT, target

from snippetgen import pages, spec
from snippetgen.embed.contenttabs import content_tabs
from snippetgen.pages import markdown as ours
from snippetgen.request.choices import Choices

CHAT = ROOT / "specs" / "qwq-32b.yaml"
WORDS = "python,python/httpx,go,php,c"
STYLES = ["mkdocs", "docusaurus", "mintlify", "sphinx-design", "sphinx-tabs", "redocly", "github"]
EXTENSIONS = ["tables", "pymdownx.superfences", "pymdownx.tabbed"]


def page(style, words=WORDS):
    frame = pages.Frame(tabs=content_tabs(style))
    return pages.tutorial(spec.load(CHAT), target(words), Choices(), "en", "md", None, frame=frame)


def goldens(words=WORDS):
    """The programs on the page, whole and streamed."""
    for one in target(words):
        for stream in ("", "-stream"):
            ending = Path(one.template).suffixes[-2]
            yield (
                (ROOT / "tests" / "snapshots" / "qwq-32b" / f"{one.language.id}-{one.client}{stream}{ending}")
                .read_text("utf-8")
                .rstrip("\n")
            )


def codes(text):
    """The texts of all blocks of code in a page of HTML."""
    return {
        html.unescape(re.sub("<[^>]+>", "", one)).strip("\n") for one in re.findall(r"(?s)<pre[^>]*>(.*?)</pre>", text)
    }


@pytest.mark.parametrize("style", STYLES)
def test_headings(style):
    """With tabs, no step is a heading: there are neither duplicate anchors nor a noisy table of contents."""
    heads = [line for line, is_code in ours.lines(page(style)) if line.lstrip().startswith("#") and not is_code]
    assert (sorted(set(heads)), [one for one in heads if one.startswith("###")]) == (
        sorted(heads),
        ["### Request body", "### Streamed response", "### 401 Unauthorized"],
    )


@pytest.mark.parametrize("style", ["none", "vitepress", "starlight", "mkdocs"])
def test_languages(style):
    """Each language is there once; a style without tabs for text has headings for languages and clients."""
    made = page(style)
    found = re.findall(r'(?m)^(?:### The program in |=== ")([\w.]+)', made)
    assert ["Python", "Go", "PHP", "C"] == found
    assert (style == "mkdocs") == ("#### HTTPX" not in made)


def test_mkdocs():
    """Python-Markdown makes a tab for each language, within them those of clients and outputs, and keeps every program."""
    made = markdown.markdown(
        page("mkdocs"), extensions=EXTENSIONS, extension_configs={"pymdownx.tabbed": {"alternate_style": True}}
    )
    labels = re.findall(r'<label for="[^"]*">(.*?)</label>', made)
    output = ["Whole response", "Streamed response"]
    assert sorted(["Python", "Go", "PHP", "C", "Requests", "HTTPX", *output * 5]) == sorted(labels)
    assert [] == [one.splitlines()[:6] for one in goldens() if one.expandtabs(4) not in codes(made)]


@pytest.mark.parametrize(
    ("style", "extension"), [("sphinx-design", "sphinx_design"), ("sphinx-tabs", "sphinx_tabs.tabs")]
)
def test_sphinx(tmp_path, style, extension):
    """Sphinx builds the page without a warning, and keeps every program."""
    (tmp_path / "conf.py").write_text(f"extensions = ['myst_parser', '{extension}']\nhighlight_language = 'none'\n")
    (tmp_path / "index.md").write_text(page(style), "utf-8")
    words = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(tmp_path), str(tmp_path / "site")]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120, check=True)
    made = codes((tmp_path / "site" / "index.html").read_text("utf-8"))
    assert "" == "".join(
        one for one in done.stderr.splitlines(keepends=True) if "Lexing" not in one and "cross-reference" not in one
    )
    assert [] == [
        one.splitlines()[:6] for one in goldens() if one.expandtabs(8) not in {code.expandtabs(8) for code in made}
    ]


@pytest.mark.parametrize("style", ["sphinx-design", "sphinx-tabs"])
@pytest.mark.parametrize("at", [0, 1])
def test_fences_of_myst(style, at):
    """The fences of tabs are longer than any within them, in whichever tab that is."""
    texts = [["text"], ["text"]]
    texts[at] = ["`````{note}", "x", "`````"]
    made = content_tabs(style).lines([("A", "a", texts[0]), ("B", "b", texts[1])], 0)
    fences = [re.match("`*", line)[0] for line in made if line.startswith("`") and line not in texts[at]]
    assert [7, 6, 6, 6, 6, 7] == [len(one) for one in fences]


def test_docusaurus_imports():
    """The components that the tabs need are imported once, at the top."""
    made = page("docusaurus")
    assert [
        'import Tabs from "@theme/Tabs";',
        'import TabItem from "@theme/TabItem";',
        "",
        "# QwQ-32B chat completion",
    ] == made.split("\n")[:4]
    assert (1, 7) == (made.count('<Tabs groupId="snippetgen">'), made.count("<Tabs "))


def test_the_configuration_decides(tmp_path, monkeypatch):
    """`tabs:` of a project is the style of its pages, too."""
    from click.testing import CliRunner  # noqa: PLC0415

    from snippetgen.cli import main  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "snippetgen.yaml").write_text(
        f"specs: [{CHAT}]\ntabs: mkdocs\ntargets: [php, python]\npages: [{{out: docs}}, {{out: site, format: html, locales: [en, zh]}}]\n"
    )
    result = CliRunner().invoke(main, ["build"])
    assert (0, 2) == (
        result.exit_code,
        len(re.findall('(?m)^=== "', (tmp_path / "docs" / "qwq-32b.md").read_text("utf-8"))),
    ), result.output
    assert ["qwq-32b.en.html", "qwq-32b.zh.html", "snippetgen.css", "snippetgen.js"] == sorted(
        one.name for one in (tmp_path / "site").iterdir()
    )
    assert 'href="qwq-32b.zh.html"' in (tmp_path / "site" / "qwq-32b.en.html").read_text("utf-8")
    assert CliRunner().invoke(main, ["build", "--check"]).exit_code == 0
