"""The house has one way through: imports point one way, and files stay small."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "snippetgen"
ROOMS = [
    {"errors"},
    {"basics"},
    {"data"},
    {"http"},
    {"spec"},
    {"request"},
    {"languages"},
    {"rendering"},
    {"running"},
    {"importers", "exporters", "verify", "embed", "pages", "sending"},
    {"console"},
    {"site"},
    {"project"},
    {"serve"},
    {"api"},
    {"cli", "plugins"},
]
"""The order of the rooms is the order of the imports: a room imports only those above it; side by side, none."""

FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = {file: ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__") for file in FILES}
WITHIN = [file for file in FILES if file.parent != PACKAGE or file.stem in ("errors", "http", "api")]


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
    return name.split(".")[1]


def above(here):
    """The rooms that a room may import, itself among them."""
    at = next(number for number, row in enumerate(ROOMS) if here in row)
    return {here}.union(*ROOMS[:at])


def test_every_file_is_seen():
    """The walk over the package finds the spine."""
    assert {"snippetgen.spec.load", "snippetgen.request.build", "snippetgen.rendering.render"} <= set(NAMES.values())


def test_every_room_has_its_place():
    """The list of rooms is what stands in the package."""
    found = {room(NAMES[file]) for file in WITHIN}
    assert set().union(*ROOMS) == found


def test_top_is_small():
    """Beside the rooms there are only the errors, the rules of HTTP, the library and what Python asks for."""
    assert {"__init__", "__main__", "api", "errors", "http"} >= {file.stem for file in PACKAGE.glob("*.py")}


@pytest.mark.parametrize("file", WITHIN, ids=NAMES.get)
def test_rooms_import_only_rooms_above(file):
    """A room imports only rooms above it in the list."""
    assert set() == {room(name) for name in imports(file)} - above(room(NAMES[file]))


def test_modules_have_no_circle():
    """All modules can be put in one order, each importing only those before it."""
    graph = {}
    for file in WITHIN:
        name = NAMES[file]
        graph[name] = {one for one in imports(file, types=False) if one != name and not name.startswith(f"{one}.")}
    order = list(TopologicalSorter(graph).static_order())
    assert order.index("snippetgen.data.yamltext") < order.index("snippetgen.spec.load") < order.index("snippetgen.request.build")


def test_spelling_knows_no_spec():
    """The spelling does not import the spec: it sees an endpoint only as a request."""
    assert set() == {NAMES[file] for file in FILES if NAMES[file].startswith("snippetgen.languages") and any(room(name) == "spec" for name in imports(file))}


def test_only_one_room_parses_yaml():
    """YAML types are decided in one place."""
    users = {name for file, name in NAMES.items() if re.search("(?m)^import yaml", file.read_text("utf-8"))}
    assert {"snippetgen.data.yamltext", "snippetgen.data.yamllenient", "snippetgen.data.schema"} == users


def test_only_rendering_and_pages_know_jinja():
    """There is one Jinja environment for programs, and one for pages."""
    users = {name for file, name in NAMES.items() if "jinja2" in file.read_text("utf-8")}
    rendering = {f"snippetgen.rendering.{name}" for name in ("environment", "guard", "render", "templatecache")}
    assert rendering | {"snippetgen.pages.environment"} == users


def test_only_cli_prints():
    """Nothing but cli prints or exits."""
    calls = {"print", "exit"}
    users = {
        name
        for file, name in NAMES.items()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {*calls, "sys.exit", "sys.stdout.write", "click.echo"}
    }
    assert set() == {name for name in users if not name.startswith("snippetgen.cli") and name != "snippetgen.__main__"}


@pytest.mark.parametrize("file", FILES, ids=NAMES.get)
def test_small_files(file):
    """No file has more than 400 lines."""
    assert len(file.read_text("utf-8").splitlines()) <= 400
