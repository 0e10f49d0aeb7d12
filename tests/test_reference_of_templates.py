"""The page for authors of templates says everything, and is what the product prints."""

import inspect
import re
from functools import cached_property
from pathlib import Path

import jinja2
import pytest

from snippetgen.data.schema import Either, Keys, OneOf
from snippetgen.languages import Languages
from snippetgen.languages.facts import FACTS, TARGET_FACTS
from snippetgen.rendering.guard import BUILTIN, HELPERS, MARK_MEANINGS, MARKS, PREPARING, SPELLING, TESTS
from snippetgen.rendering.reference import reference
from snippetgen.rendering.render import filters_of
from snippetgen.request import Body, Part, Request

PAGE = reference(Languages().language("python"))
TEMPLATES = Path(__file__).parent.parent / "templates"


def test_it_is_the_file():
    """templates/README.md is what `snippetgen facts` prints (snippetgen facts > templates/README.md)."""
    assert PAGE == (TEMPLATES / "README.md").read_text("utf-8")


def test_every_filter_is_told():
    """The guard, the environment and the page know the same filters, tests and marks."""
    environment = filters_of(Languages().language("python"))
    own = set(environment.filters) - set(jinja2.Environment(autoescape=True).filters)
    assert (own, set(MARKS), set()) == ({*SPELLING, *PREPARING}, set(MARK_MEANINGS), BUILTIN - set(environment.filters))
    assert set(environment.globals) == {*MARKS, *HELPERS}
    assert set(environment.tests) - set(jinja2.Environment(autoescape=True).tests) == set(TESTS)


@pytest.mark.parametrize("kind", [Request, Body, Part])
def test_every_attribute_is_told(kind):
    """Each attribute and property stands on the page, with what it means."""
    said = dict(re.findall(r"(?m)^\| `(\w+)` \| (.+) \|$", PAGE))
    properties = [name for name, one in inspect.getmembers(kind) if isinstance(one, property | cached_property)]
    names = [name for name in [*kind.__dataclass_fields__, *properties] if name[0] != "_"]
    assert [] == [name for name in names if not said.get(name, "").strip()]


def leaves(shape, above=""):
    for name, key in shape.keys.items():
        yield f"{above}{name}"
        inner = key.shape.mapping if isinstance(key.shape, Either) else key.shape
        inner = inner.alternatives if isinstance(inner, OneOf) else inner
        if isinstance(inner, Keys):
            yield from leaves(inner, f"{above}{name}.")


@pytest.mark.parametrize("facts", [FACTS, TARGET_FACTS], ids=["language", "target"])
def test_every_fact_is_told(facts):
    """Each fact stands on the page under its path."""
    assert [] == [path for path in leaves(facts) if f"| `{path}` |" not in PAGE]
