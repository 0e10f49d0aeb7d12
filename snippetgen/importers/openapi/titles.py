"""Texts of a description as the title of an endpoint, which is one line."""

from __future__ import annotations

import html
import re

LONGEST = 120
"""The longest title, in characters; what is longer is a paragraph."""

_MARKDOWN = (
    (r"<[A-Za-z/!][^<>]{0,500}>", ""),  # HTML
    (r"!?\[([^\[\]]{0,200})\]\([^()]{0,500}\)", r"\1"),  # links and images
    (r"(`{1,3})([^`\n]{1,200})\1", r"\2"),
    (r"(?<!\w)(\*{1,3}|_{1,3}|~~)(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)", r"\2"),
    (r"(?m)^\s*(?:#{1,6}|>|[-*+])\s+", ""),
)
"""Markup, and what is left of it (https://spec.commonmark.org/0.31.2/)."""

_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bvs)[.!?](?=\s|$)|[\u3002\uff01\uff1f]")
"""The end of a sentence, in English and Chinese."""


def one_line(text: str) -> str:
    """A title: the text itself if it is one; the first sentence of a paragraph, without Markdown; empty if too long."""
    plain = plain_text(text)
    flat = " ".join(plain.split())
    if "\n" not in text.strip() and len(flat) <= LONGEST:
        return flat
    first = " ".join(plain.strip().partition("\n\n")[0].split())
    end = _END.search(first)
    sentence = first[: end.end()].removesuffix(".") if end else first
    return sentence if len(sentence) <= LONGEST else ""


def plain_text(text: str) -> str:
    """A text without Markdown and HTML."""
    for pattern, kept in _MARKDOWN:
        text = re.sub(pattern, kept, text)
    return html.unescape(text)


def in_words(identifier: str) -> str:
    """An identifier as a title: ``Get payment intents`` for GetPaymentIntents; acronyms keep their capitals."""
    found = re.findall(r"[A-Z]{2,}s?(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_a-zA-Z]+|[A-Z]", identifier)
    if not found:
        return identifier
    words = [one if len(one) > 1 and one[:2].isupper() else one.lower() for one in found]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
