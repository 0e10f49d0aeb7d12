"""The shape of an answer, for languages that read JSON into types."""

import pytest

from snippetgen.data import paths
from snippetgen.data.shape import Member, Shape, shape


@pytest.mark.parametrize(("path", "expected"), [
    ("", Shape(0, (), ())),
    ("[2]", Shape(1, (2,), ())),
    ("a", Shape(0, (), (Member("a", 0, True, ()),))),
    ("choices[0].message.content", Shape(0, (), (
        Member("choices", 1, False, (0,)), Member("message", 0, False, ()), Member("content", 0, True, ()),
    ))),
    ("[1][].rows[3][4]", Shape(2, (1, 0), (Member("rows", 2, True, (3, 4)),))),
    ('["x.y"].z', Shape(0, (), (Member("x.y", 0, False, ()), Member("z", 0, True, ())))),
])
def test_shape(path, expected):
    """Each object on the way has the one member that matters, with the lists around its value."""
    assert expected == shape(paths.parse(path))
