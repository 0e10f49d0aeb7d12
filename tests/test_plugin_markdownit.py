"""The plugin of markdown-it-py: a fence that becomes programs."""

import pytest
import sites
from markdown_it import MarkdownIt

from snippetgen.errors import ConfigError, DocumentError
from snippetgen.plugins.markdownit import snippetgen_plugin


@pytest.fixture
def render(tmp_path, monkeypatch):
    """A function from Markdown to HTML, in a folder with specs."""
    monkeypatch.chdir(tmp_path)
    sites.write(tmp_path, {})

    def make(text, env=None, **options):
        return MarkdownIt(options_update={"typographer": True}).enable("smartquotes").use(snippetgen_plugin, **options).render(text, env or {})

    make.folder = tmp_path
    return make


@pytest.mark.parametrize("spec", sites.SPECS)
def test_the_code_on_the_page_is_the_program(render, spec):
    """Whatever a program holds, the page shows it to the letter."""
    page = render(f"```snippetgen spec=specs/{spec}.yaml lang={sites.LANG}\n```\n")
    assert sites.expected(render.folder, spec) == sites.blocks(page)


def test_one_program_is_one_block(render):
    """Nothing but the code, with the class that highlighters look for."""
    page = render("```snippetgen spec=specs/cats.yaml lang=node\n```\n")
    assert page.startswith('<pre><code class="language-javascript">// Cats\n')
    assert "<p>" not in page


def test_several_stand_one_below_the_other(render):
    """Several programs are shown one below the other, each under its label, in a list, too."""
    page = render("- item\n\n  ```snippetgen spec=specs/cats.yaml\n  lang=python,node\n  ```\n\n  after\n")
    assert ["Python", "Node.js"] == [part.partition("<")[0] for part in page.split("<strong>")[1:]]
    assert sites.expected(render.folder, "cats", "python,node") == sites.blocks(page)
    assert page.endswith("<p>after</p>\n</li>\n</ul>\n")


def test_other_fences_are_left_alone(render):
    """Only the word snippetgen is ours."""
    text = "```snippetgen2 spec=x\na\n```\n\n```python\nsnippetgen\n```\n\n    snippetgen spec=x\n"
    assert MarkdownIt().render(text) == render(text)


def test_a_spec_is_relative_to_the_file(render):
    """A page that says which file it is has its specs beside it; another has them in the folder of the plugin."""
    page = "```snippetgen spec=cats.yaml\n```\n"
    assert render(page, {"file": str(render.folder / "specs" / "page.md")}) == render(page, folder=str(render.folder / "specs"))


def test_defaults(render):
    """The project's configuration counts, and what the plugin is given comes before it."""
    (render.folder / "snippetgen.yaml").write_text("targets: [{target: node, label: JavaScript}, perl]\ntabs: mkdocs\n", "utf-8")
    page = "```snippetgen spec=specs/cats.yaml\n```\n"
    assert "<strong>JavaScript</strong>" in render(page)
    assert sites.expected(render.folder, "cats", "php,c") == sites.blocks(render(page, lang=["php", "c"]))


@pytest.mark.parametrize(
    ("info", "message"),
    [
        ("", "page.md:3:15: spec: is missing (write spec=chat.yaml, relative to the document)"),
        ("spec=none.yaml", "page.md:3:1: none.yaml: cannot be read: No such file or directory"),
        ("spec=specs/cats.yaml tabs=mkdocs", "page.md:3:1: tabs: mkdocs is not available here (one of: none)"),
        ("spec=specs/cats.yaml lan", 'page.md:3:36: "lan" is not an attribute (write name=value, in quotes if it contains a space)'),
    ],
)
def test_a_mistake_is_raised(render, info, message):
    """A mistake is raised with the file and the line of the fence."""
    with pytest.raises(DocumentError) as error:
        render(f"# x\n\n```snippetgen {info}\n```\n", {"file": "page.md"})
    assert message == str(error.value)


def test_a_broken_configuration_is_raised(render):
    """A broken configuration is raised when the plugin is added, before any page is read."""
    (render.folder / "snippetgen.yaml").write_text("tabs: tabby\n", "utf-8")
    with pytest.raises(ConfigError):
        render("")
