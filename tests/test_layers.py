"""The house has one way through: imports point one way, and files stay small."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "snippetgen"
ROOMS = {"verify", "importers", "exporters", "embed", "pages", "web", "monitor"}
OUTER = {"cli", "plugins"}
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = {file: ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__") for file in FILES}


def imports(file, *, types=True):
    """The modules of this package that a file imports; without `types`, only those it needs when it runs."""
    tree = ast.parse(file.read_text("utf-8"))
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not types:
            skipped |= {id(inner) for inner in ast.walk(node)}
    found = set()
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{one.name}" for one in node.names} | {node.module}
    return {name for name in found if name in NAMES.values() and name != "snippetgen"}


def room(name):
    part = [*name.split("."), ""][1]
    return part if part in {*ROOMS, *OUTER, "project"} else "core"


def allowed(here):
    """The rooms that a room may import: the core knows none, project knows the inner ones, cli and plugins project too."""
    if here in OUTER:
        return {"core", *ROOMS, "project", here}
    return {"core", *ROOMS, here} if here == "project" else {"core", here}


def test_every_file_is_seen():
    """The walk over the package finds the spine."""
    assert {"snippetgen.spec", "snippetgen.build", "snippetgen.render", "snippetgen.verify"} <= set(NAMES.values())


@pytest.mark.parametrize("file", FILES, ids=NAMES.get)
def test_rooms_import_the_core_only(file):
    """The core imports no room; a room imports the core and itself; project, cli and plugins bring rooms together."""
    here = "cli" if file.name == "__main__.py" else room(NAMES[file])
    assert set() == {room(name) for name in imports(file)} - allowed(here)


def test_core_has_no_circle():
    """The modules of the core can be put in one order, each importing only those before it."""
    core = {name: imports(file, types=False) for file, name in NAMES.items() if room(name) == "core" and file.name != "__main__.py"}
    order = list(TopologicalSorter(core).static_order())
    assert order.index("snippetgen.yamlfile") < order.index("snippetgen.spec") < order.index("snippetgen.build")


def test_spelling_knows_no_spec():
    """What the author said reaches the spelling only as a request."""
    reached = {NAMES[file]: imports(file) for file in FILES}
    assert set() == {name for name in ("snippetgen.literals", "snippetgen.layout", "snippetgen.language") if "snippetgen.spec" in reached[name]}


def test_request_knows_no_language():
    """What goes on the wire is found without any language."""
    reached = imports(PACKAGE / "request.py") | imports(PACKAGE / "build.py")
    assert set() == reached & {"snippetgen.language", "snippetgen.literals", "snippetgen.render", "snippetgen.layout"}


def test_only_one_file_parses_yaml():
    """YAML types are decided in one place."""
    users = {name for file, name in NAMES.items() if re.search("(?m)^import yaml", file.read_text("utf-8"))}
    assert {"snippetgen.yamlfile", "snippetgen.yamlforeign", "snippetgen.shapes"} == users


def test_only_render_knows_jinja():
    """There is one Jinja environment for programs, and one for pages."""
    users = {name for file, name in NAMES.items() if "jinja2" in file.read_text("utf-8")}
    assert {"snippetgen.render", "snippetgen.templatecache", "snippetgen.pages.environment"} == users


def test_only_cli_prints():
    """Nothing but cli prints or exits."""
    calls = {"print", "exit"}
    users = {
        name
        for file, name in NAMES.items()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {*calls, "sys.exit", "sys.stdout.write", "click.echo"}
    }
    assert set() == {name for name in users if room(name) != "cli" and name != "snippetgen.__main__"}


@pytest.mark.parametrize("file", FILES, ids=NAMES.get)
def test_small_files(file):
    """No file has more than 400 lines."""
    assert len(file.read_text("utf-8").splitlines()) <= 400
