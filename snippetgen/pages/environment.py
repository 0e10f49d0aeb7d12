"""The Jinja environment of pages: HTML and Markdown, from our templates or from those of a user.

A raw value cannot reach a page: whatever a template prints is text, and is escaped as such, unless it is markup that a
filter of ours made, or a macro whose own output was escaped. Both formats run with autoescape, so that macros return
markup; what would let Jinja escape for HTML on its own, or not at all, is no part of these templates (`_FORBIDDEN`).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from snippetgen.errors import TemplateError
from snippetgen.languages import shipped_folder
from snippetgen.pages import contents, html, markdown, words
from snippetgen.pages.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from snippetgen.pages.markdown import Tabs

FORMS = ("md", "html")


class _Form(NamedTuple):
    """How one format of pages writes the values that a template prints.

    Attributes:
        escape: writes any value; markup stays as it is.
        text: writes a text on one line; the second argument says whether it may be at the beginning of a line.
        filters: our own filters for templates.
        tidy: puts the blank lines of a finished page in order.
        contents: puts the table of contents into a page.
    """

    escape: Callable[[Any], Any]
    text: Callable[[str, bool], str]
    filters: dict[str, Callable[..., Any]]
    tidy: Callable[[str], str]
    contents: Callable[[str, str], str]


_FORM = {
    "md": _Form(
        markdown.escape,
        lambda text, start: markdown.inline(text, start=start),
        {
            "code": markdown.span,
            "link": markdown.link,
            "line": markdown.line,
            "tabbed": markdown.tabbed,
            "cell": markdown.cell,
            "block": markdown.block,
            "paragraphs": markdown.paragraphs,
            "linked": markdown.linked,
        },
        markdown.tidy,
        contents.into_markdown,
    ),
    "html": _Form(
        html.finalize,
        lambda text, _: html.inline(text),
        {
            "code": html.span,
            "link": html.link,
            "coloured": html.coloured,
            "paragraphs": html.paragraphs,
            "address_of": html.address_of,
            "data": html.data,
        },
        lambda text: text.strip() + "\n",
        contents.into_html,
    ),
}

_KEPT = ("first", "last", "length", "list", "map", "rejectattr", "selectattr", "unique", "default", "batch", "slice")
"""Jinja's own filters that make no text, and so are safe to use."""

_FORBIDDEN = (
    nodes.Concat,
    nodes.Add,
    nodes.Mod,
    nodes.FilterBlock,
    nodes.MarkSafe,
    nodes.MarkSafeIfAutoescape,
    nodes.EvalContextModifier,
)


class Site(NamedTuple):
    """The directory that a page belongs to; addresses are relative to the page.

    Attributes:
        title: its title.
        home: the address of its index in the page's locale.
        twin: the address of the page as Markdown; empty if it has none.
        feed: the address of the feed of changes; empty if there is none.
        tutorial: the address of the endpoint's tutorial; empty for other pages.
        live: whether a server renders and sends; else the files are all that there is.
    """

    title: str
    home: str
    twin: str = ""
    feed: str = ""
    tutorial: str = ""
    live: bool = False


class Frame(NamedTuple):
    """The surroundings of a page.

    Attributes:
        others: locale and address of the same page in other locales.
        shared: the address of the folder with the style and the script that pages share, such as ``../``; None for a
            page that contains both.
        tabs: the tabs that panels of Markdown become; None to put them one below the other.
        site: the directory that it is a page of; None for a page by itself.
    """

    others: tuple[tuple[str, str], ...] = ()
    shared: str | None = None
    tabs: Tabs | None = None
    site: Site | None = None


SHARED = {"snippetgen.css": ("page.css", "parts.css"), "snippetgen.js": ("page.js",)}
"""The name of each file that pages share -> the templates that it is made of."""

_CONSOLE = "console_"
"""How the names of the texts begin that the script of the console shows."""

SITE = {
    "site.css": ("site.css",),
    "site.js": ("search.js", "console-form.js", "console-answer.js", "console.js", "live.js"),
}
"""The same for the pages of a directory, which need these, too."""


def render(  # noqa: PLR0917 - everything that a page depends on
    page: Any, name: str, form: str, locale: str, folder: Path | None, frame: Frame
) -> str:
    """Render a page as text.

    Args:
        page: a `Page`, or what another template prints.
        name: that of the template: tutorial, reference, endpoint, listing.
        form: one of `FORMS`.
        folder: a user's folder; templates in its ``pages/`` replace ours.
        frame: what is around the page.

    Raises:
        TemplateError: a template, or words.yaml, is wrong; with file and line.
    """
    folders = _folders(folder)
    by_locale = _words(tuple(map(_stamp, folders)))
    said = words.choose(by_locale, locale)
    style = frame.tabs.style if frame.tabs and form == "md" else ""
    environment = _environment(folders, form, said.locale, tuple(said.texts.items()), style)
    file = f"{name}.{form}.j2"
    others = [(words.choose(by_locale, other).texts, address) for other, address in frame.others]
    surroundings = {
        "others": [{"lang": texts["lang"], "name": texts["lang_name"], "address": to} for texts, to in others],
        "shared": frame.shared,
        "tabs": frame.tabs,
        "site": frame.site,
        "console_words": {key[len(_CONSOLE) :]: one for key, one in said.texts.items() if key.startswith(_CONSOLE)},
    }
    try:
        text = environment.get_template(file).render(page=page, **surroundings, **_inlined(environment, form, frame))
        label = str(environment.globals["say"]("contents"))  # type: ignore[operator]
    except TemplateError:
        raise
    except words.WordError as error:
        raise TemplateError(f"{_place(error, folders)}: {error}") from None
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from None
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"{folders[0] / (error.name or file)}: no such template") from None
    except Exception as error:  # noqa: BLE001 - a user's template is code, and may raise whatever it likes
        raise TemplateError(f"{_place(error, folders)}: {type(error).__name__}: {error}") from None
    return _FORM[form].tidy(_FORM[form].contents(text, label))


def shared(folder: Path | None, *, site: bool = False) -> dict[str, str]:
    """The files that HTML pages share: name -> text; raises TemplateError if one cannot be read."""
    environment = _environment(_folders(folder), "html", words.ENGLISH, ())
    made = SHARED | SITE if site else SHARED
    return {name: _joined(environment, templates) + "\n" for name, templates in made.items()}


def locales(folder: Path | None) -> list[str]:
    """The locales of our own words, and of those in a user's folder; raises TemplateError if a words.yaml is wrong."""
    return list(_words(tuple(map(_stamp, _folders(folder)))))


def _folders(folder: Path | None) -> tuple[Path, ...]:
    return tuple(one / "pages" for one in (folder, shipped_folder("templates")) if one)


@lru_cache(maxsize=64)
def _environment(
    folders: tuple[Path, ...], form: str, locale: str, texts: tuple[tuple[str, str], ...], style: str = ""
) -> jinja2.Environment:
    """The environment for one format, locale and style of tabs, kept for many pages.

    Compiling the templates takes ten times as long as rendering a page.
    """
    way = _FORM[form]
    environment = jinja2.Environment(
        loader=_Loader(folders),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
        finalize=way.escape,
    )
    voice = Phrases(words.Words(locale, dict(texts)), way.escape, way.text)
    environment.filters = {name: environment.filters[name] for name in _KEPT} | way.filters | markdown.filters_of(style)
    environment.filters |= {"kinds": voice.kinds, "sentence": voice.sentence, "join": voice.join}
    environment.globals = {"say": voice.say, "exports": voice.exports, "contents": lambda: contents.MARK}
    return environment


class _Loader(jinja2.FileSystemLoader):
    """Loads a template from the first folder that has it; refuses one that could print a value without escaping."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        """Load and check a template; raises TemplateError with file and line, or as `jinja2.FileSystemLoader` does."""
        try:
            source, file, fresh = super().get_source(environment, template)
        except UnicodeDecodeError:
            raise TemplateError(f"{template}:1: is not UTF-8 text") from None
        tree = environment.parse(source if template.endswith(".j2") else "", template, file)
        for node in tree.find_all(_FORBIDDEN):
            what = "could print text without escaping; print each value by itself"
            raise TemplateError(f"{file}:{node.lineno}: {type(node).__name__} {what}")
        return source, file, fresh


class _Stamp(NamedTuple):
    """A folder's words.yaml, with its time (in nanoseconds) and size (in bytes), both 0 if there is no such file."""

    file: Path
    changed: int
    size: int


def _stamp(folder: Path) -> _Stamp:
    file = folder / "words.yaml"
    try:
        found = file.stat()
    except OSError:
        return _Stamp(file, 0, 0)
    return _Stamp(file, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=8)
def _words(stamps: tuple[_Stamp, ...]) -> dict[str, dict[str, str]]:
    return words.merged([(one.file, _read(one.file)) for one in reversed(stamps) if one.changed])


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}:1: cannot be read: {error}") from None


def _joined(environment: jinja2.Environment, names: Iterable[str]) -> str:
    """A style or a script; raises TemplateError if it could not stand within an HTML page."""
    texts = []
    for name in names:
        text, file, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
        if "</" in text or "<!--" in text:
            raise TemplateError(f"{file}:1: contains </ or <!--, which would end the element around it")
        texts.append(text.strip())
    return "\n\n".join(filter(None, texts))


def _inlined(environment: jinja2.Environment, form: str, frame: Frame) -> dict[str, Any]:
    """Style and script of an HTML page, and the Content-Security-Policy that allows only these two."""
    if form != "html":
        return {}
    found = [_joined(environment, names) for names in SHARED.values()]
    style, script = ("'self'" if frame.shared is not None else html.source(one) for one in found)
    more = " blob:; connect-src 'self'" if frame.site else ""
    policy = (
        f"default-src 'none'; style-src {style}; script-src {script}; "
        f"img-src data:{more}; base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(found[0]), "script": Markup(found[1]), "policy": policy}  # noqa: S704 - checked by `_joined`


def _place(error: BaseException, folders: Sequence[Path]) -> str:
    """File and line of the template that raised; Jinja writes both into the traceback."""
    tops = tuple(f"{folder}/" for folder in folders)
    place, step = "a template", error.__traceback__
    while step:
        name = step.tb_frame.f_code.co_filename
        if name.startswith(tops):
            place = f"{Path(name)}:{step.tb_lineno}"
        step = step.tb_next
    return place
