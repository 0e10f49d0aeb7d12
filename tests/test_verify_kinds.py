"""How thoroughly programs are judged: as one that fails in a way of its own, or as one whose texts alone are new."""

from pathlib import Path

import pytest

from snippetgen import spec
from snippetgen.request.build import build
from snippetgen.verify.kinds import Kind, Kinds
from snippetgen.verify.redirects import STATUSES, due

HERE = Path(__file__).parent
PLACES = ["own", "another", "none"]


def request(name, *, stream=False):
    """The request of a spec, shipped or of the tests."""
    file = HERE.parent / "specs" / f"{name}.yaml"
    return build(spec.load(file if file.exists() else HERE / "specs" / f"{name}.yaml"), stream=stream)


def kinds(*names, sample=True):
    """The kinds of these programs, in order; a name after `~` is streamed."""
    known = Kinds(sample)
    return [known.of(request(name.removeprefix("~"), stream=name.startswith("~"))) for name in names]


def test_texts_alone_are_nothing_new():
    """A program whose request differs from that of another in its texts alone is left out of what is sampled."""
    assert [(True, False), (False, True)] == [(one.is_first, one.is_sampled_out) for one in kinds("json-code", "json-controls")]


@pytest.mark.parametrize("name", ["search", "form-duplicates", "text-at", "multipart", "put-binary", "head", "delete-basic", "digest", "~qwq-32b"])
def test_what_fails_in_its_own_way(name):
    """Another kind of body, HEAD, an account, and a stream are new."""
    assert [True, True] == [one.is_first for one in kinds("json-code", name)]


def test_streams_of_other_events():
    """So are events in lines, whole events, and a stream that has no last event."""
    assert [True, True, True, False] == [one.is_first for one in kinds("~qwq-32b", "~stream-plain", "~stream-lines-plain", "~stream-named")]


def test_redirects_of_their_own():
    """What alone matters to a redirect is new to redirects alone."""
    assert [("all", True), ("all", False), ("none", False)] == [(one.redirects, one.is_first) for one in kinds("json-code", "redirects-put", "json-controls")]


def test_connections():
    """How a program connects and waits is the matter of streams, of their lines, and of digest authentication."""
    assert [True, False, True, True, False] == [one.connects for one in kinds("json-code", "search", "~qwq-32b", "digest", "~stream-plain")]


def test_all_is_judged():
    """Where nothing is sampled, every program meets a redirect, and fails."""
    assert [("all", False), ("one", False)] == [(one.redirects, one.is_sampled_out) for one in kinds("json-code", "json-controls", sample=False)]


def test_redirects_of_a_sample():
    """The first four kinds of a sample meet every status with every kind of Location, three each."""
    met = [due(Kind(True, turn), PLACES) for turn in range(4)]
    assert ([3] * 4, 12) == ([len(one) for one in met], len({case for one in met for case in one}))


@pytest.mark.parametrize(("kind", "count"), [(Kind(), 12), (Kind(False, None, "one"), 1), (Kind(False, 3, "none"), 0), (Kind(True, 9), 3)])
def test_redirects_of_others(kind, count):
    """Where everything is judged, what is new meets all; others meet one."""
    assert count == len(due(kind, PLACES))


def test_statuses():
    """The redirects that keep or may change the method (RFC 9110, section 15.4)."""
    assert (301, 302, 307, 308) == STATUSES
