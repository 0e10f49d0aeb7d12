"""The Sphinx extension, by building small sites with Sphinx, sphinx-design, sphinx-tabs and MyST."""

import json
import os
import re
import warnings
from io import StringIO

import pytest
import sites
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from snippetgen.embed import EmbedContext, embed
from snippetgen.embed.code import without_tabs
from snippetgen.embed.formats import MARKDOWN, RST
from snippetgen.errors import DocumentError
from snippetgen.languages import Languages
from snippetgen.project.catalog import Catalog

WORKSHOP = EmbedContext(Languages(), Catalog().endpoint)
EXTENSIONS = {"none": [], "sphinx-design": ["sphinx_design"], "sphinx-tabs": ["sphinx_tabs.tabs"]}
STREAM = "title: S\nmethod: POST\nurl: https://api.example.com/s\nstream: {set: {}, done: '[DONE]', example: [Hello]}\n"
ENDINGS = {"rst": "rst", "myst": "md"}


def directive(form, spec, *options):
    """The directive as both forms of document write it."""
    lines = [f":{option}" for option in options]
    if form == "rst":
        return "\n".join([f".. snippetgen:: {spec}", *(f"   {line}" for line in lines), ""])
    return "\n".join([f"```{{snippetgen}} {spec}", *lines, "```", ""])


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A function that builds a site whose page index is this; the HTML, the warnings."""
    monkeypatch.chdir(tmp_path)

    def run(values, listen=None, builder="html", parallel=0):
        told = StringIO()
        with warnings.catch_warnings(), patch_docutils(), docutils_namespace():
            warnings.simplefilter("ignore")
            app = Sphinx(
                tmp_path / "docs", tmp_path / "docs", tmp_path / "site", tmp_path / "trees", builder, values,
                status=None, warning=told, parallel=parallel,
            )  # fmt: skip
            if listen:
                app.connect("source-read", listen)
            app.build()
        make.app, make.again = app, lambda listen: run(values, listen)
        return re.sub("\x1b\\[[\\d;]*m", "", told.getvalue())

    def make(page, form="rst", extensions=(), *, files=None, builder="html", parallel=0, **config):
        sites.write(tmp_path, {f"docs/index.{ENDINGS[form]}": page, "docs/conf.py": "", **(files or {})})
        values = {"extensions": ["snippetgen.plugins.sphinx", "myst_parser", *extensions], "myst_enable_extensions": ["colon_fence"], **config}
        told = run(values, builder=builder, parallel=parallel)
        page = tmp_path / "site" / "index.html"
        return page.read_text("utf-8") if page.exists() else "", told

    make.folder = tmp_path
    return make


@pytest.mark.parametrize("spec", sites.SPECS)
@pytest.mark.parametrize("style", EXTENSIONS)
@pytest.mark.parametrize("form", ENDINGS)
def test_the_code_on_the_page_is_the_program(site, form, style, spec):
    """Whatever a program holds, the page shows it to the letter, and nothing is warned of."""
    page, told = site("x\n=\n\n" + directive(form, f"../specs/{spec}.yaml", f"lang: {sites.LANG}"), form, EXTENSIONS[style])
    assert "" == told
    assert sites.expected(site.folder, spec) == sites.blocks(page)


def filled(folder, form, words):
    """A document whose markers `snippetgen embed` has filled."""
    opened, closed = ("<!-- ", " -->") if form == "myst" else (".. ", "")
    page = f"x\n=\n\n{opened}snippetgen:start {words}{closed}\n\n{opened}snippetgen:end{closed}\n"
    sites.write(folder, {})
    return embed(page, str(folder / "docs" / f"index.{ENDINGS[form]}"), RST if form == "rst" else MARKDOWN, WORKSHOP).new


def test_reStructuredText_refuses_what_it_cannot_keep(tmp_path):  # noqa: N802 - that is its name
    """Docutils drops spaces at the end of a line, also of code; so no such document is written."""
    with pytest.raises(DocumentError) as error:
        filled(tmp_path, "rst", "spec=../specs/spaces.yaml lang=shell")
    assert "index.rst:4:21: reStructuredText would remove a tab or a trailing space, in line 4 of the program in cURL" in str(error.value)


@pytest.mark.parametrize(("form", "spec"), [(form, spec) for form in ENDINGS for spec in sites.SPECS if form != "rst" or spec not in ("spaces", "odd")])
@pytest.mark.parametrize("style", EXTENSIONS)
def test_the_code_in_a_document_is_the_program(site, form, style, spec):
    """A document that `snippetgen embed` has filled shows the program, too."""
    text = filled(site.folder, form, f"spec=../specs/{spec}.yaml lang={sites.LANG} tabs={style}")
    page, told = site(text, form, EXTENSIONS[style], suppress_warnings=["misc.highlighting_failure"])
    assert "" == told
    expected = sites.expected(site.folder, spec)
    assert (list(map(without_tabs, expected)) if form == "rst" else expected) == sites.blocks(page)


def syncs(style, page):
    """The labels of the tabs on a page, and the keys that they are synchronised by."""
    if style == "sphinx-design":
        found = re.findall(r'<label [^>]*class="sd-tab-label"([^>]*)>\s*(.*?)</label>', page, re.DOTALL)
        return [(label, *(re.search(rf'data-sync-{one}="(.*?)"', words)[1] for one in ("group", "id"))) for words, label in found]
    return [(label, name) for name, label in re.findall(r'<button [^>]*class="sphinx-tabs-tab group-tab" [^>]*name="(.*?)"[^>]*>(.*?)</button>', page)]


@pytest.mark.parametrize("form", ENDINGS)
def test_tabs_of_sphinx_design(site, form):
    """They are in one group on all pages, each with the id of its target."""
    page, told = site("x\n=\n\n" + directive(form, "../specs/cats.yaml", "lang: python,java/okhttp"), form, ["sphinx_design"])
    assert "" == told
    assert [("Python", "snippetgen", "python"), ("Java (OkHttp)", "snippetgen", "java-okhttp")] == syncs("sphinx-design", page)


@pytest.mark.parametrize("form", ENDINGS)
def test_tabs_of_sphinx_tabs(site, form):
    """They are group tabs, which are synchronised by their labels."""
    page, told = site("x\n=\n\n" + directive(form, "../specs/cats.yaml", "lang: python,java/okhttp"), form, ["sphinx_tabs.tabs"])
    assert "" == told
    assert ["Python", "Java (OkHttp)"] == [label for label, _ in syncs("sphinx-tabs", page)]


@pytest.mark.parametrize("form", ENDINGS)
def test_without_tabs_programs_stand_one_below_the_other(site, form):
    """Without an extension for tabs, each program is shown under its label."""
    page, _ = site("x\n=\n\n" + directive(form, "../specs/cats.yaml", "lang: python,node"), form)
    assert ["Python", "Node.js"] == re.findall(r'<(?:span class="caption-text"|strong)>(.*?)<', page)


@pytest.mark.parametrize("form", ENDINGS)
def test_options(site, form):
    """They are the attributes of a marker: several changes stand on a line each, stream is a flag."""
    spec = {**sites.CATS, "params": [{"name": one, "in": "query", "example": "x"} for one in "ab"]}
    options = ["set: a=1\n       b=two words" if form == "rst" else "set: a=1", "title: the file {file}"]
    page, told = site("x\n=\n\n" + directive(form, "../specs/o.yaml", *options), form, files={"specs/o.yaml": json.dumps(spec)})
    assert "" == told
    assert "the file o.py" in re.sub("<[^>]*>", "", page)
    assert ('{"a": "1", "b": "x"}' if form == "myst" else '{"a": "1", "b": "two words"}') in sites.blocks(page)[0]


def test_changes_in_myst(site):
    """MyST takes several lines of an option as YAML."""
    spec = {**sites.CATS, "params": [{"name": one, "in": "query", "example": "x"} for one in "ab"]}
    page, told = site("# x\n\n```{snippetgen} ../specs/o.yaml\n---\nset: |\n  a=1\n  b=two words\n---\n```\n", "myst", files={"specs/o.yaml": json.dumps(spec)})
    assert "" == told
    assert '{"a": "1", "b": "two words"}' in sites.blocks(page)[0]


def test_a_streamed_program(site):
    """The option stream needs no value."""
    page, told = site("x\n=\n\n.. snippetgen:: ../specs/s.yaml\n   :stream:\n", files={"specs/s.yaml": STREAM})
    assert "" == told
    assert "stream=True" in sites.blocks(page)[0]


def test_a_spec_is_relative_to_its_document_or_to_the_sources(site):
    """A spec is relative to its document, or with a leading slash to the folder of all documents, as usual in Sphinx."""
    text = json.dumps(sites.CATS)
    files = {"docs/a/index.rst": "x\n=\n\n.. snippetgen:: b.yaml\n\n.. snippetgen:: /c.yaml\n", "docs/a/b.yaml": text, "docs/c.yaml": text}
    _, told = site("x\n=\n\n.. toctree::\n\n   a/index\n", files=files)
    assert "" == told
    assert len(sites.blocks(site.folder / "site" / "a" / "index.html")) == 2


def test_configuration(site):
    """conf.py comes before snippetgen.yaml, which comes before our defaults."""
    files = {"snippetgen.yaml": "targets: [{target: node, label: JavaScript}, perl]\ntabs: sphinx-tabs\n"}
    page = "x\n=\n\n.. snippetgen:: ../specs/cats.yaml\n"
    both = ["sphinx_design", "sphinx_tabs.tabs"]
    assert ["JavaScript", "Perl"] == [label for label, _ in syncs("sphinx-tabs", site(page, extensions=both, files=files)[0])]
    found, _ = site(page, extensions=both, files=files, snippetgen_lang=["php", "shell"], snippetgen_tabs="sphinx-design")
    assert ["PHP", "cURL"] == [label for label, *_ in syncs("sphinx-design", found)]


def test_project_tabs_of_another_tool_do_not_count(site):
    """A project may fill its README for another tool; Sphinx shows what it can."""
    page, told = site("x\n=\n\n.. snippetgen:: ../specs/cats.yaml\n   :lang: php,node\n", files={"snippetgen.yaml": "tabs: github\n"})
    assert ("", 2) == (told, len(sites.blocks(page)))


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("cats.yaml", "cats.yaml: cannot be read: No such file or directory"),
        ("../specs/broken.yaml", "broken.yaml:1:1: titel: unknown key"),
        ("../specs/cats.yaml\n   :lang: pyton", "pyton"),
        ("../specs/cats.yaml\n   :tabs: mkdocs", "tabs: mkdocs is not available here (one of: none)"),
        ("../specs/cats.yaml\n   :stream: perhaps", 'stream: "perhaps" is not true or false'),
        ("../specs/cats.yaml\n   :title: a`b", "title: cannot contain"),
        ("../specs/cats.yaml\n   :lan: x", 'unknown option: "lan"'),
    ],
)
def test_a_mistake_is_an_error_at_the_line_of_the_directive(site, lines, message):
    """A mistake is an error at the line of the directive, so that -W fails the build."""
    _, told = site(f"x\n=\n\ntext\n\n.. snippetgen:: {lines}\n", files={"specs/broken.yaml": "titel: x\n"})
    assert f"{site.folder}/docs/index.rst:6: ERROR: " in told
    assert message in told
    assert site.app.statuscode == 0
    assert site.app._warncount > 0  # noqa: SLF001 - what -W looks at


def test_a_mistake_in_myst(site):
    """The line is that of the fence."""
    _, told = site("# x\n\ntext\n\n```{snippetgen} cats.yaml\n```\n", "myst")
    assert "docs/index.md:5: ERROR: " in told


def test_a_wrong_configuration(site):
    """The build ends with the reason."""
    with pytest.raises(ConfigError, match='tabs: "sphinx-design" is not available here'):
        site("x\n=\n", snippetgen_tabs="sphinx-design")


def test_a_changed_spec_is_read_again(site):
    """Only the documents whose spec has changed are, and those whose spec was broken."""
    files = {"docs/one.rst": ":orphan:\n\nx\n=\n\n.. snippetgen:: ../specs/one.yaml\n", "docs/two.rst": ":orphan:\n\nx\n=\n\n.. snippetgen:: ../specs/two.yaml\n"}
    index = "x\n=\n\n.. snippetgen:: ../specs/cats.yaml\n"
    specs = {"specs/one.yaml": json.dumps(sites.CATS), "specs/two.yaml": "titel: x\n"}
    site(index, files={**files, **specs})
    for name in ("one", "two"):
        (site.folder / "specs" / f"{name}.yaml").write_text(json.dumps({**sites.CATS, "url": f"https://api.example.com/{name}"}), "utf-8")
        os.utime(site.folder / "specs" / f"{name}.yaml", (2**31, 2**31))
    read = []
    site.again(lambda app, docname, source: read.append(docname))  # noqa: ARG005 - the signature of the event
    assert ["one", "two"] == sorted(read)
    assert "example.com/two" in sites.blocks(site.folder / "site" / "two.html")[0]


def test_a_changed_configuration_is_read_again(site):
    """Every page with a program depends on what the project declares."""
    site("x\n=\n\n.. snippetgen:: ../specs/cats.yaml\n", files={"snippetgen.yaml": "targets: [python]\n", "docs/plain.rst": ":orphan:\n\nx\n=\n"})
    (site.folder / "snippetgen.yaml").write_text("targets: [perl]\n", "utf-8")
    os.utime(site.folder / "snippetgen.yaml", (2**31, 2**31))
    read = []
    site.again(lambda app, docname, source: read.append(docname))  # noqa: ARG005 - the signature of the event
    assert ["index"] == read
    assert sites.expected(site.folder, "cats", "perl") == sites.blocks(site.folder / "site" / "index.html")


def test_it_reads_in_parallel(site):
    """Pages that several processes read are the same."""
    files = {f"docs/p{number}.rst": ":orphan:\n\nx\n=\n\n.. snippetgen:: ../specs/cats.yaml\n" for number in range(8)}
    _, told = site("x\n=\n", files=files, parallel=2)
    assert "" == told
    for number in range(8):
        assert sites.expected(site.folder, "cats", "python") == sites.blocks(site.folder / "site" / f"p{number}.html")


def test_other_builders(site):
    """LaTeX and plain text show the program as well."""
    site("x\n=\n\n.. snippetgen:: ../specs/cats.yaml\n   :lang: python,node\n", extensions=["sphinx_design"], builder="latex")
    (found,) = (site.folder / "site").glob("*.tex")
    assert found.read_text("utf-8").count(r"\begin{sphinxVerbatim}") == 2
