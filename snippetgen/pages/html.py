"""Text as HTML; code is coloured by Pygments, if it knows the language."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from snippetgen.data import jsontext
from snippetgen.pages import display

if TYPE_CHECKING:
    from pygments.lexer import Lexer

    from snippetgen.pages.model import Code


def coloured(code: Code) -> Markup:
    """The inner HTML of a block of code; its colours are classes that ``page.css`` defines."""
    text = display.visible(code.text)
    lexer = _lexer(code.lexer) if code.lexer else None
    if lexer is None:
        return escape(text)
    from pygments import highlight  # noqa: PLC0415 - Pygments is for HTML, and takes its time
    from pygments.formatters.html import HtmlFormatter  # noqa: PLC0415

    return Markup(highlight(text, lexer, HtmlFormatter(nowrap=True)).rstrip("\n"))  # noqa: S704 - Pygments escapes


def _lexer(name: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415
    from pygments.util import ClassNotFound  # noqa: PLC0415

    try:
        return get_lexer_by_name(name, stripnl=False, ensurenl=False, startinline=False)
    except ClassNotFound:
        return None


def span(text: str) -> Markup:
    """A code element, in which a long name may break after dots, slashes and brackets."""
    broken = re.sub(r"(?<=[./\]_&?-])(?=[^./\]_&?-])", "\0", display.visible(text).replace("\n", "⏎"))
    return Markup("<code>{}</code>").format(escape(broken).replace("\0", Markup("<wbr>")))


def link(address: str, label: str = "") -> Markup:
    """A link to the address of a page or a mailbox, with a label or itself as its text; only text if it is neither."""
    text = display.visible(address)
    broken = escape(re.sub(r"(?<=[./_&?@-])(?=[^./_&?@-])", "\0", text)).replace("\0", Markup("<wbr>"))
    shown = inline(label) if label else broken
    place = display.mail_address(address) or (text if re.match("(?i)https?://", text) else "")
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(place, shown) if place else shown


def address_of(address: str, text: Any) -> Markup:
    """A link to another page of the directory."""
    return Markup('<a href="{}">{}</a>').format(address, text)


def data(value: Any) -> Markup:
    """JSON data within a script element, which no text of it can end (HTML, section 4.12.1.3)."""
    text = jsontext.dumps(value)
    return Markup(re.sub("[<>&\u2028\u2029]", lambda mark: f"\\u{ord(mark[0]):04x}", text))  # noqa: S704 - escaped here


def paragraphs(text: str) -> Markup:
    """A text of several paragraphs as HTML."""
    return Markup("\n").join(Markup("<p>{}</p>").format(one) for one in display.paragraphs(text))


def inline(text: str) -> Markup:
    """A text on one line as HTML."""
    return escape(display.one_line(text))


def finalize(value: Any) -> Any:
    """Prepare a value that a template prints: our markup stays, texts get visible marks for invisible characters."""
    return value if isinstance(value, Markup) else inline(str(value))


def source(text: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script or style (CSP Level 3, section 2.3.1)."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
