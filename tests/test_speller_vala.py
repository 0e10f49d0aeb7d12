"""Features of the engines for Vala: escapes that C understands, too, and paths that break."""

import pytest

from snippetgen.languages import Languages
from snippetgen.languages.layout import END, FIT, lay_out
from snippetgen.languages.speller import Speller

VALA = Speller(Languages().language("vala"))


@pytest.mark.parametrize(("text", "code"), [
    ('a"\\\n\x01\x1f9', '"a\\"\\\\\\n\\001\\0379"'),
    ("\xa0g\u202ebx", '"\\xc2\\xa0g\\xe2\\x80\\xae\\x62x"'),
    ("éa\x7f", '"éa\\x7f"'),
])
def test_string(text, code):
    """Octal digits begin with 0; a hex escape has no end, so what could belong to it is escaped, too."""
    assert code == VALA.string(text)


@pytest.mark.parametrize(("width", "code"), [
    (60, 'reader.read_member ("a") && reader.read_element (0)'),
    (30, 'reader.read_member ("a")\n&& reader.read_element (0)'),
])
def test_path_breaks(width, code):
    """A line may break between two steps."""
    spelt = VALA.optional_path(("a", 0))
    assert code == lay_out(f"{FIT}{spelt}{END}", width, 0, wide=False)
