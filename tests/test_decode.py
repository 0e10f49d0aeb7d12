"""Bytes -> text: the encodings that editors and shells write."""

import json

import pytest

from snippetgen.errors import SpecError
from snippetgen.spec import decode

TEXT = "title: 汉é\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_encodings(encoding):
    """UTF-8, UTF-16 and UTF-32 are read, with a byte order mark or without."""
    assert TEXT == decode(TEXT.encode(encoding), "a.yaml")


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_byte_order_mark(encoding):
    """A byte order mark is no part of the text, in either order."""
    assert TEXT == decode(("\ufeff" + TEXT).encode(encoding), "a.yaml")


@pytest.mark.parametrize(("data", "expected"), [
    (b"title: a\nx: \xe9\n", "a:2:1: not UTF-8 text (save the file as UTF-8)"),
    (b"PK\x03\x04\x00\x00", "a: is a ZIP archive (unpack it first)"),
    (b"\x1f\x8b\x08\x00", "a: is compressed with gzip (unpack it first)"),
    (b"%PDF-1.7\n", "a: is a PDF document (copy the command or the description out of it)"),
    (b"\x89PNG\r\n\x1a\n", "a: is an image"),
    (b"\x7fELF\x02\x01\x01\x00\x00\x00", "a: is not text: it has zero bytes"),
    (b"\xff\xfea", "a:1:1: not UTF-8 text (save the file as UTF-8)"),
])  # fmt: skip
def test_no_text(data, expected):
    """What is no text is told by what it is, and never called YAML."""
    with pytest.raises(SpecError) as caught:
        decode(data, "a")
    assert expected == str(caught.value)


def test_json_with_escaped_zero():
    """An escaped zero character in JSON is text."""
    text = json.dumps({"a": "\0"})
    assert text == decode(text.encode(), "a.json")
