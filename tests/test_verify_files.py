"""`verify` and the files that a request sends."""

from dataclasses import replace

import pytest

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.verify import Options, verify
from snippetgen.verify.refusals import judge_refusals

CURL = Languages().select("shell/curl")
SPEC = """
title: T
method: PUT
url: https://api.example.com/x
body: {{type: file, file: {path}}}
responses: [{{status: 200, example: {{a: 1}}}}]
"""


def endpoint(path):
    return replace(spec.loads(SPEC.format(path=path)), file="spec.yaml")


@pytest.mark.toolchain
@pytest.mark.parametrize(("path", "reason"), [
    ("/etc/hostname", "verify sends files of the program's own folder alone, not /etc/hostname"),
    ("../x", "verify sends files of the program's own folder alone, not ../x"),
    ("a/../../x", "verify sends files of the program's own folder alone, not a/../../x"),
    (".", "verify cannot make the file . (the program's folder has one of this name)"),
    ("n" * 300, f"verify cannot make the file {'n' * 300} (File name too long)"),
    ("spec.sh", "verify cannot make the file spec.sh (the program's folder has one of this name)"),
])  # fmt: skip
def test_what_it_cannot_send_is_refused(path, reason, tmp_path, monkeypatch):
    """A file outside of the program's folder, or one that cannot be made, is a reason to refuse, not a broken law."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    one = replace(endpoint(path), name="spec")
    (row,) = verify([one], CURL, Options(frozenset([1, 2]), sample=True))
    assert ({"spec.yaml": reason}, 0, []) == (row.refused, row.programs, row.failures)


@pytest.mark.toolchain
def test_a_file_in_a_folder_is_sent():
    """A file below the program's folder is made and sent."""
    (row,) = verify([endpoint("a/b.bin")], CURL, Options(frozenset([1, 2]), sample=True))
    assert ({}, 1, []) == (row.refused, row.programs, row.failures)


@pytest.mark.toolchain
def test_no_refusal_is_judged_by_what_cannot_be_sent():
    """A spec whose file cannot be sent says nothing about the refusals of a target."""
    (target,) = CURL
    refusing = replace(target, facts={**target.facts, "refuses": {"file": "it is only a test"}})
    (found,) = judge_refusals([endpoint("/etc/hostname")], [refusing], Options())
    assert "no spec needs file and nothing else that shell/curl refuses" == found.unjudged
