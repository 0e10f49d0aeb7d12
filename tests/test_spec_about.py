"""What a spec tells of the service: category, tags, provider, contact, status page, price, limits, deprecation."""

import pytest
from test_spec import mistakes

from snippetgen import spec
from snippetgen.spec import Contact, Deprecation, Provider

HEAD = "title: A\nmethod: GET\nurl: https://api.example.com/a\n"


def loaded(text):
    return spec.loads(HEAD + text)


@pytest.mark.parametrize(("text", "field", "expected"), [
    ("category: Chat", "category", {"": "Chat"}),
    ("category: {en: Chat, zh: 聊天}", "category", {"en": "Chat", "zh": "聊天"}),
    ("tags: [b, a, b]", "tags", ("b", "a")),
    ("provider: Example Ltd", "provider", Provider({"": "Example Ltd"})),
    ("provider: {en: Example, zh: 示例}", "provider", Provider({"en": "Example", "zh": "示例"})),
    ("provider: {name: {zh: 示例}, url: https://example.com}", "provider", Provider({"zh": "示例"}, "https://example.com")),
    ("contact: help@example.com", "contact", Contact(email="help@example.com")),
    ("contact: https://example.com/@help", "contact", Contact(url="https://example.com/@help")),
    ("contact: {name: Ada, email: a+b@x.example, url: https://x.example}", "contact", Contact({"": "Ada"}, "a+b@x.example", "https://x.example")),
    ("status_page: https://status.example.com", "status_page", "https://status.example.com"),
    ("price: {en: free, zh: 免费}", "price", {"en": "free", "zh": "免费"}),
    ("limits: 60 a minute", "limits", ({"": "60 a minute"},)),
    ("limits: {en: 60 a minute, zh: 每分钟 60 次}", "limits", ({"en": "60 a minute", "zh": "每分钟 60 次"},)),
    ("limits: [60 a minute, {en: 1000 a day}]", "limits", ({"": "60 a minute"}, {"en": "1000 a day"})),
    ("deprecated: true", "deprecated", Deprecation()),
    ("deprecated: false", "deprecated", None),
    ("deprecated: {since: 2024-02-29, until: 2024-02-29, instead: GET /b}", "deprecated", Deprecation("2024-02-29", "2024-02-29", {"": "GET /b"})),
])
def test_fact(text, field, expected):
    """Each fact may be written in the forms that the format names."""
    assert expected == getattr(loaded(text), field)


def test_nothing_is_made_up():
    """What the author does not say is unknown."""
    one = loaded("")
    assert ({}, (), None, None, "", {}, (), None) == (
        one.category, one.tags, one.provider, one.contact, one.status_page, one.price, one.limits, one.deprecated
    )


ADDRESS = "is not an address such as https://example.com"
CONTACT = "is not a mail address such as help@example.com, or an address such as https://example.com/help"


@pytest.mark.parametrize(("text", "expected"), [
    ("category: [Chat]", "a.yaml:4:11: category: must be a single value or a map, not a list"),
    ("category: {english: Chat}", 'a.yaml:4:12: category: the key "english" is not a locale such as en or zh-TW'),
    ("tags: chat", 'a.yaml:4:7: tags: must be a list, not the text "chat"'),
    ("tags: ['']", 'a.yaml:4:8: tags[0]: "" is not a tag such as chat'),
    ("tags: [5]", "a.yaml:4:8: tags[0]: must be a tag such as chat, not 5"),
    ("provider: {url: https://example.com}", 'a.yaml:4:11: provider: "name" is missing (who provides the endpoint)'),
    ("provider: {name: A, url: example.com}", f'a.yaml:4:26: provider.url: "example.com" {ADDRESS}'),
    ("provider: {name: A, page: x}", 'a.yaml:4:21: provider.page: unknown key "page" (one of: name, url)'),
    ("provider: {nmae: A}", 'a.yaml:4:12: provider: the key "nmae" is not name, url or a locale such as en or zh-TW'),
    ("contact: help", f'a.yaml:4:10: contact: "help" {CONTACT}'),
    ("contact: javascript:alert(1)", f'a.yaml:4:10: contact: "javascript:alert(1)" {CONTACT}'),
    ("contact: mailto:a@b.example", f'a.yaml:4:10: contact: "mailto:a@b.example" {CONTACT}'),
    ("contact: {name: Ada}", "a.yaml:4:10: contact: needs email or url (or both)"),
    ("contact: {email: a b@x.example}", 'a.yaml:4:18: contact.email: "a b@x.example" is not a mail address such as help@example.com'),
    ("contact: {url: 'javascript:x'}", f'a.yaml:4:16: contact.url: "javascript:x" {ADDRESS}'),
    ("status_page: status.example.com", f'a.yaml:4:14: status_page: "status.example.com" {ADDRESS}'),
    ("status_page: 'https://x.example/a b'", f'a.yaml:4:14: status_page: "https://x.example/a b" {ADDRESS}'),
    ("price: 5", "a.yaml:4:8: price: must be text, not 5"),
    ("limits: 60", "a.yaml:4:9: limits: must be text, not 60"),
    ("deprecated: soon", 'a.yaml:4:13: deprecated: must be true or false, not the text "soon"'),
    ("deprecated: {since: 2026}", "a.yaml:4:21: deprecated.since: must be a date such as 2026-01-31, not 2026"),
    ("deprecated: {since: May 2026}", 'a.yaml:4:21: deprecated.since: "May 2026" is not a date such as 2026-01-31'),
    ("deprecated: {since: 2026-02-30}", 'a.yaml:4:21: deprecated.since: "2026-02-30" is not a day of the calendar'),
    ("deprecated: {until: 2026-13-01}", 'a.yaml:4:21: deprecated.until: "2026-13-01" is not a day of the calendar'),
    ("deprecated: {since: 2026-02-01, until: 2026-01-31}", "a.yaml:4:40: deprecated.until: is before since (2026-02-01)"),
])
def test_mistake(text, expected):
    """A mistake is told with its place, and with what would be right."""
    assert [expected] == mistakes(HEAD + text)


def test_beside_others():
    """Facts are checked beside mistakes in the shape of others."""
    assert [
        "a.yaml:4:10: contact: needs email or url (or both)",
        'a.yaml:5:13: deprecated: must be true or false, not the text "no"',
    ] == mistakes(f"{HEAD}contact: {{}}\ndeprecated: no")
