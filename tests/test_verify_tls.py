"""A target that reads only the system's bundle trusts an authority by other means than the rest of its language."""

from snippetgen.languages import Languages
from snippetgen.verify.tls import Authority, Trust, cannot_mount, trust_key

TARGETS = {target.id: target for target in Languages().all()}


def test_bundle_of_a_target(tmp_path):
    """Its programs run with the authority mounted over the bundle; those of its neighbour have variables alone."""
    names = ["python/pycurl", "python/requests"]
    found = [Trust(TARGETS[name], Authority(tmp_path), tmp_path / name) for name in names]
    assert [["unshare"], []] == [trust.prefix[:1] for trust in found]
    assert [cannot_mount(), ""] == [trust.unable for trust in found]


def test_shared_trust():
    """What makes a target trust an authority is prepared once for all that need the same."""
    names = ["python/pycurl", "python/requests", "python/httpx", "ruby/typhoeus", "c/libcurl"]
    assert ["python-bundle", "python", "python", "ruby-bundle", "c-bundle"] == [trust_key(TARGETS[name]) for name in names]
