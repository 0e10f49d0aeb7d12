"""What pages tell of the service: facts, links, and the notice of a deprecated endpoint."""
# ruff: noqa: RUF001 - Chinese has marks of its own

import re

import pytest
from pagetexts import of
from test_import_openapi_about import FULL

from snippetgen import spec
from snippetgen.pages import html, markdown

HEAD = "title: A\nmethod: GET\nurl: https://api.example.com/a\nsummary: It asks.\n"
LOCALES = [("en", "This endpoint is deprecated."), ("zh", "该接口已弃用。")]


def made(text, form="md", locale="en", kind="reference"):
    return of(spec.loads(text), form, kind, locale)


@pytest.mark.parametrize("kind", ["reference", "tutorial"])
def test_markdown(kind):
    """The facts are a list beneath the address; the notice is a quoted line."""
    text = made(FULL, kind=kind)
    assert """\
> This endpoint has been deprecated since 2026-01-31. It works until 2026-12-31. Use instead: GET /b
""" in text
    assert """
- Provider: [Example Ltd](https://example.com)
- Category: Chat
- Tags: b, a
- Price: free
- Limits: 60 a minute; 1000 a day
- Contact: Ada, [ada@example.com](mailto:ada@example.com), [https://example.com/help](https://example.com/help)
- Status page: [https://status.example.com](https://status.example.com)
""" in text


def test_chinese():
    """The words around the facts are those of the locale."""
    text = made(FULL, locale="zh")
    assert "> 该接口自 2026-01-31 起已弃用。可用至 2026-12-31。请改用：GET /b\n" in text
    assert "- 标签：b、a\n- 价格：free\n- 使用限制：60 a minute；1000 a day\n" in text


@pytest.mark.parametrize("kind", ["reference", "tutorial"])
def test_html(kind):
    """The facts are a list of names and values; the notice has the role of a note."""
    text = made(FULL, "html", kind=kind)
    assert '<p class="notice" role="note"><strong>This endpoint has been deprecated since 2026-01-31.' in text
    assert '<div><dt>Provider</dt><dd><a href="https://example.com" rel="noreferrer">Example Ltd</a></dd></div>' in text
    assert '<a href="mailto:ada@example.com" rel="noreferrer">ada@<wbr>example.<wbr>com</a>' in text


@pytest.mark.parametrize(("locale", "expected"), LOCALES)
def test_only_deprecated(locale, expected):
    """Where no date is known, the notice names none."""
    text = HEAD + "deprecated: true"
    assert f"It asks.\n\n> {expected}\n" in made(text, locale=locale)
    assert f'<p class="notice" role="note"><strong>{expected}</strong></p>' in made(text, "html", locale)


@pytest.mark.parametrize("form", ["md", "html"])
def test_unknown_is_unsaid(form):
    """A page of a spec without facts has neither list nor notice; empty texts are no facts."""
    plain = made(HEAD, form)
    assert plain == made(HEAD + "price: ''\nlimits: []\ntags: []\nprovider: ''\ncategory: ' '", form)
    assert re.findall(r"<dl|<dt|class=\"notice|(?m:^>|^- \w+:)", plain) == []


BAD = ["javascript:alert(1)", "JaVaScRiPt:x@a.example", "data:text/html,x", "mailto:a@b.example", "a@b", "a b@c.example", 'x"@a.example', "a@b.example\nBcc:x", "<a@b.example>", "a@b.example?subject=x", "//x.example"]


@pytest.mark.parametrize("address", BAD)
def test_no_other_address_is_a_link(address):
    """Only addresses of pages and of mailboxes are links, with and without a label."""
    found = [str(way(address, *label)) for way in (html.link, markdown.link) for label in ((), ("x",))]
    assert [] == [one for one in found if "<a" in one or "](" in one]


@pytest.mark.parametrize(("address", "expected"), [
    ("o'x&y=z?%|`{}@a.example", "mailto:o%27x%26y%3Dz%3F%25%7C%60%7B%7D@a.example"),
    ("a+b@a.example", "mailto:a+b@a.example"),
])
def test_a_mailbox_is_encoded(address, expected):
    """Whatever a mailbox may be called, nothing of it ends the link or adds a header."""
    assert f'<a href="{expected}" ' in html.link(address)
    assert markdown.link(address).endswith(f"]({expected})")


def test_quotes_in_an_address():
    """Quotes and brackets in an address end neither the attribute nor the link."""
    address = "https://x.example/\"onclick='x'(a)]"
    assert '<a href="https://x.example/&#34;onclick=&#39;x&#39;(a)]" rel="noreferrer">&lt;b&gt;</a>' == html.link(address, "<b>")
    assert "[&lt;b>](<https://x.example/\"onclick='x'(a)]>)" == markdown.link(address, "<b>")
