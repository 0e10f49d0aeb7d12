"""Texts of a description as titles."""

import pytest
from test_import_openapi import operation

from snippetgen.importers.openapi.titles import in_words, one_line


@pytest.mark.parametrize(("text", "expected"), [
    ("List pets", "List pets"),
    ("List pets.", "List pets."),
    ("Say `hello`  to **all** [pets](https://pets.example)", "Say hello to all pets"),
    ("List pets.\n\nOnly those that are alive.", "List pets"),
    ("List pets (e.g. cats). Dogs,\ntoo.", "List pets (e.g. cats)"),
    ("## List pets\nAll of them", "List pets All of them"),
    ("<p>Lists <b>pets</b> &amp; owners.</p>\n<p>More.</p>", "Lists pets & owners"),
    ("list_pets and 2 * 3 * 4", "list_pets and 2 * 3 * 4"),
    ("\u5217\u51fa\u5ba0\u7269\u3002\n\u66f4\u591a", "\u5217\u51fa\u5ba0\u7269\u3002"),
    ("word " * 40, ""),
    ("Short. " + "word " * 40, "Short"),
    ("", ""),
])
def test_one_line(text, expected):
    """A title is the text itself if that is one line, else its first sentence, without Markdown; none if that is long."""
    assert expected == one_line(text)


@pytest.mark.parametrize(("identifier", "expected"), [
    ("GetPaymentIntentsIntent", "Get payment intents intent"), ("list_pets", "List pets"), ("getURLs", "Get URLs"),
    ("pets/list-all", "Pets list all"), ("post2FACode", "Post 2 FA code"), ("\u5217\u51fa", "\u5217\u51fa"), ("+", "+"), ("", ""),
])
def test_in_words(identifier, expected):
    """An identifier is split into its words."""
    assert expected == in_words(identifier)


@pytest.mark.parametrize(("text", "title", "summary"), [
    ("summary: List pets\ndescription: All.", "List pets", "All."),
    ("summary: |\n  List pets.\n\n  All *of* them.", "List pets", "List pets.\n\nAll *of* them."),
    ("summary: |\n  List pets.\n\n  All.\ndescription: Yes.", "List pets", "List pets.\n\nAll.\n\nYes."),
    (f"summary: {'word ' * 40}\noperationId: listPets", "List pets", ("word " * 40).strip()),
    ("operationId: listPets", "List pets", None),
    ("responses: {}", "POST /a", None),
])
def test_title(text, title, summary):
    """A paragraph makes no title, and is kept as the summary."""
    data = operation(text).data
    assert (title, summary) == (data["title"], data.get("summary"))
