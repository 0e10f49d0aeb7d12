"""The MkDocs plugin, by building small sites with MkDocs and its Material theme."""

import logging
import re
import shutil
import threading
import time
import urllib.request

import pytest
import sites
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from snippetgen.languages import Languages

CONFIG = """\
site_name: Site
theme: material
use_directory_urls: false
plugins:
  - snippetgen: {{{options}}}
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - smarty
  - pymdownx.arithmatex: {{generic: true}}
  - pymdownx.betterem
  - pymdownx.blocks.tab
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight: {{anchor_linenums: true, pygments_lang_class: true}}
  - pymdownx.inlinehilite
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets: {{check_paths: true}}
  - pymdownx.superfences
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.tilde
"""
BARE = """\
site_name: Site
plugins: [snippetgen]
use_directory_urls: false
"""
END = "<!-- snippetgen:end -->\n"


TWO = "spec=../specs/cats.yaml lang=python,node"
LABEL = re.compile(r'<label for="[^"]*">(.*?)</label>')


def marker(words):
    return f"<!-- snippetgen:start {words} -->\n{END}"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A function that builds a site of these pages, and returns the HTML of the page index."""
    monkeypatch.chdir(tmp_path)

    def make(page, config=None, files=None, **options):
        given = ", ".join(f"{name}: {value}" for name, value in options.items())
        text = config or CONFIG.format(options=given)
        sites.write(tmp_path, {"mkdocs.yml": text, "docs/index.md": page, **(files or {})})
        build(load_config(str(tmp_path / "mkdocs.yml")))
        return (tmp_path / "site" / "index.html").read_text("utf-8")

    make.folder = tmp_path
    return make


@pytest.mark.parametrize("spec", sites.SPECS)
@pytest.mark.parametrize("style", ["mkdocs", "github", "none"])
def test_the_code_on_the_page_is_the_program(site, style, spec):
    """Whatever a program holds, the page shows it to the letter."""
    page = site(marker(f"spec=../specs/{spec}.yaml lang={sites.LANG} tabs={style}"))
    assert sites.expected(site.folder, spec) == sites.blocks(page)


def test_labels_are_those_of_every_page(site):
    """A tab is called after its language, and after its client where that is not the usual one."""
    page = site(marker("spec=../specs/cats.yaml lang=python,python/httpx,java/okhttp"))
    assert ["Python", "Python (HTTPX)", "Java (OkHttp)"] == LABEL.findall(page)


def test_the_code_is_highlighted_and_titled(site):
    """Pygments knows every language by the name that stands on the fence, and the file's name stands over the code."""
    page = site(marker(f"spec=../specs/cats.yaml lang={sites.LANG} title='{{file}}'"))
    names = [str(one.language.facts["highlight"]) for one in Languages().select(sites.LANG)]
    assert names == re.findall(r'<div class="language-([^ ]+) highlight">', page)
    assert "cats.py" in re.findall(r'<span class="filename">(.*?)</span>', page)
    assert page.count('<span class="k') > len(names)


@pytest.mark.parametrize("page", ["- item\n\n    {}", "!!! note\n\n    {}", '=== "Tab"\n\n    {}', "1. a\n\n    - b\n\n        {}"])
def test_markers_within_other_blocks(site, page):
    """A pair that is indented is filled as part of the block that it stands in."""
    indent = re.search(r" *(?=\{\})", page)[0]
    found = site(page.format(marker(TWO).replace("\n<", f"\n{indent}<")) + "\ntext\n")
    assert sites.expected(site.folder, "cats", "python,node") == sites.blocks(found)


def test_the_file_stays_as_it_is(site):
    """The site shows the program; the document keeps its empty pair of markers."""
    page = marker(TWO)
    assert "requests.get" in re.sub("<[^>]*>", "", site(page))
    assert page == (site.folder / "docs" / "index.md").read_text("utf-8")


def test_a_stale_program_is_shown_anew(site):
    """A stale program between the markers is replaced on the page, whatever its checksum."""
    page = f"<!-- snippetgen:start {TWO} -->\nold\n<!-- snippetgen:end 0123456789ab -->\n"
    shown = sites.blocks(site(page))
    assert sites.expected(site.folder, "cats", "python,node") == shown


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        ({}, ["JavaScript", "Perl"]),
        ({"lang": "'php,shell'"}, ["PHP", "cURL"]),
        ({"lang": "[php, shell]"}, ["PHP", "cURL"]),
        ({"tabs": "none"}, []),
    ],
)
def test_the_project_says_what_the_plugin_does_not(site, options, labels):
    """snippetgen.yaml gives the defaults, with its labels; the plugin's options come before them."""
    project = "targets: [{target: node, label: JavaScript}, perl]\n"
    page = site(marker("spec=../specs/cats.yaml"), files={"snippetgen.yaml": project}, **options)
    assert labels == LABEL.findall(page)


def test_tabs_of_the_project(site):
    """A style that the project names counts in MkDocs too."""
    page = site(marker("spec=../specs/cats.yaml lang=node,perl"), files={"snippetgen.yaml": "tabs: github\n"})
    assert page.count("<details") == 2


def test_locale(site):
    """The option locale chooses the language of titles."""
    spec = "title: {en: Cats, zh: 猫}\nmethod: GET\nurl: https://api.example.com/cats\n"
    page = site(marker("spec=../specs/two.yaml"), files={"specs/two.yaml": spec}, locale="zh")
    assert "猫" in sites.blocks(page)[0]


def test_templates_of_the_users_own(site):
    """The option templates is a folder, relative to mkdocs.yml; tabs in its programs stay tabs."""
    shutil.copytree(Languages().language("python").folder, site.folder / "own" / "python")
    template = site.folder / "own" / "python" / "requests.py.j2"
    added = "if response:\n\tprint()  #\tours"
    template.write_text(f"{template.read_text('utf-8')}\n{added}\n", "utf-8")
    assert sites.blocks(site(marker("spec=../specs/cats.yaml"), templates="own"))[0].endswith(added)


def test_without_tabs_programs_stand_one_below_the_other(site):
    """Without pymdownx.tabbed, the default style is none."""
    page = site(marker(TWO), BARE)
    assert sites.expected(site.folder, "cats", "python,node") == sites.blocks(page)
    assert ["Python", "Node.js"] == re.findall(r"<p><strong>(.*?)</strong></p>", page)


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("# x\n\n" + marker("spec=cats.yaml"), "docs/index.md:3:23: docs/cats.yaml: cannot be read: No such file or directory"),
        ("---\ntitle: x\n---\n\n" + marker("lang=python"), "docs/index.md:5:23: spec: is missing"),
        ("---\ntitle: x\n---\n\n\n" + marker(f"{TWO} lan=x"), 'docs/index.md:6:23: unknown attribute "lan"'),
        ("<!-- snippetgen:start -->\n", "docs/index.md:1:1: snippetgen:start: is never closed"),
        (marker("spec=../specs/broken.yaml"), "docs/index.md:1:23: specs/broken.yaml:1:1: "),
    ],
)
def test_a_mistake_ends_the_build(site, caplog, page, message):
    """The message has the file and the line as they stand in the document, front matter included."""
    with pytest.raises(Abort):
        site(page, files={"specs/broken.yaml": "titel: x\n"})
    assert message in caplog.text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"tabs": "mkdoc"}, 'tabs: "mkdoc" is not available here (did you mean "mkdocs"?)'),
        ({"tabs": "starlight"}, 'tabs: "starlight" is not available here'),
    ],
)
def test_a_wrong_option_ends_the_build(site, caplog, options, message):
    """Options are judged before any page is."""
    with pytest.raises(Abort):
        site("# x\n", **options)
    assert message in caplog.text


def test_a_refusal_is_told(site, caplog):
    """A target that cannot make the request is named, with the place, and fails no build."""
    caplog.set_level(logging.INFO)
    spec = "title: X\nmethod: TRACE\nurl: https://api.example.com/x\n"
    site(marker("spec=../specs/trace.yaml lang=python,node"), files={"specs/trace.yaml": spec})
    assert "docs/index.md:1: refused: node/fetch: " in caplog.text


def test_serve_watches_the_specs(site, monkeypatch):
    """A spec that changes is shown anew, a broken one too once it is mended; its folder is watched, not what is below."""
    sites.write(site.folder, {"mkdocs.yml": CONFIG.format(options="") + "dev_addr: 127.0.0.1:0\n", "docs/index.md": marker("spec=../specs/cats.yaml")})
    started = threading.Event()
    servers, watched = [], []

    def activate(self, own=LiveReloadServer.server_activate):
        own(self)
        servers.append(self)
        started.set()

    def watch(self, path, own=LiveReloadServer.watch, recursive=True):
        watched.append((path, recursive))
        own(self, path, recursive=recursive)

    monkeypatch.setattr(LiveReloadServer, "server_activate", activate)
    monkeypatch.setattr(LiveReloadServer, "watch", watch)
    thread = threading.Thread(target=serve, args=[str(site.folder / "mkdocs.yml")], daemon=True)
    thread.start()
    assert started.wait(30)
    (server,) = servers
    assert (str(site.folder / "specs"), False) in watched

    def shows(word):
        for _ in range(300):
            with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/index.html") as answer:
                if word in re.sub("<[^>]*>", "", answer.read().decode()):
                    return True
            time.sleep(0.1)
        return False

    spec = site.folder / "specs" / "cats.yaml"
    try:
        assert shows("example.com/cats")
        spec.write_text("title: broken\n", "utf-8")
        time.sleep(1.5)
        spec.write_text("title: Dogs\nmethod: GET\nurl: https://api.example.com/dogs\n", "utf-8")
        assert shows("example.com/dogs")
    finally:
        server.shutdown()
        thread.join(30)
