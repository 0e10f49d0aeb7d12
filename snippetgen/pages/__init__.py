"""Pages for newcomers: a tutorial with programs, and a reference without; as Markdown and as HTML.

`requests.py`, `answers.py`, `about.py`, `fields.py` and `panels.py` turn an endpoint into plain data (`model.py`); the
templates of ``templates/pages`` turn that data into a page, and `environment.py` ensures that no text of a spec becomes
markup.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from snippetgen.errors import Refused
from snippetgen.pages import about, answers, environment, panels, requests
from snippetgen.pages.model import Key, Page, Server
from snippetgen.pages.setup import rank
from snippetgen.rendering import locales
from snippetgen.rendering.look import USUAL, Look
from snippetgen.request.build import build
from snippetgen.request.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from snippetgen.languages import Target
    from snippetgen.request import Request
    from snippetgen.spec import Endpoint

Frame = environment.Frame
"""The surroundings of a page."""

Site = environment.Site
"""The directory that a page belongs to."""

FORMS = environment.FORMS
"""The formats of pages: Markdown and HTML."""

NO_FRAME = Frame()
"""A page by itself."""


def in_order(targets: Iterable[Target]) -> list[Target]:
    """Targets as beginners look for them: the languages that most of them use first, the others by title."""
    return sorted(targets, key=lambda target: (rank(target.language), not target.is_default))


def shared_files(templates: Path | None = None, *, site: bool = False) -> dict[str, str]:
    """The style and the script for HTML pages whose frame is `shared`: name -> text; raises TemplateError.

    Args:
        site: whether the pages are those of a directory, which need more.
    """
    return environment.shared(templates, site=site)


def tutorial(  # noqa: PLR0917 - everything that a page depends on, in the order of the command line
    endpoint: Endpoint,
    targets: Sequence[Target],
    choices: Choices,
    locale: str,
    form: str,
    templates: Path | None = None,
    look: Look = USUAL,
    frame: Frame = NO_FRAME,
) -> str:
    """The tutorial of an endpoint, with a program for each target, and a streamed one if the endpoint streams.

    Args:
        choices: choices about the request; `stream` is ignored.
        form: one of `FORMS`.
        templates: a user's folder; templates in its ``pages/`` replace ours.
        frame: what is around the page.

    Raises:
        Refused: no target can make the request.
        SpecError: a choice does not fit the endpoint, or nothing is written in the locale.
        TemplateError: a template is wrong.
    """
    locale = locales.resolve(locale, endpoint, environment.locales(templates))
    request = choices._replace(stream=False).request(endpoint)
    made = panels.panels(endpoint, targets, choices, locale, look)
    page = _page(endpoint, request, choices, locale)._replace(
        panels=made, languages=panels.languages(targets, made), keys=_keys(endpoint, request, targets)
    )
    return environment.render(page, "tutorial", form, locale, templates, frame)


def _keys(endpoint: Endpoint, request: Request, targets: Sequence[Target]) -> tuple[Key, ...]:
    """The variables of the request, by each name that the programs read them by."""
    found = requests.keys(endpoint, request.env)
    languages = sorted(dict.fromkeys(one.language for one in targets), key=lambda language: language.variable(""))
    return tuple(dict.fromkeys(key._replace(env=one.variable(key.env)) for one in languages for key in found))


def reference(
    endpoint: Endpoint, locale: str, form: str, templates: Path | None = None, frame: Frame = NO_FRAME
) -> str:
    """The reference of an endpoint: a page without programs; raises SpecError and TemplateError, as `tutorial`."""
    locale = locales.resolve(locale, endpoint, environment.locales(templates))
    page = _page(endpoint, build(endpoint), Choices(), locale)
    return environment.render(page, "reference", form, locale, templates, frame)


def in_directory(  # noqa: PLR0917 - as `tutorial`
    endpoint: Endpoint,
    targets: Sequence[Target],
    locale: str,
    frame: Frame,
    form: Any = None,
    templates: Path | None = None,
    look: Look = USUAL,
) -> str:
    """The page of an endpoint in a directory, as HTML: its reference, a console, and programs.

    Where no target can send the request, the page has no programs. Raises SpecError and TemplateError, as `tutorial`.

    Args:
        form: JSON data for the console; None for a page without one.
        frame: with `Frame.site`.
    """
    locale = locales.resolve(locale, endpoint, environment.locales(templates))
    page = _page(endpoint, build(endpoint), Choices(), locale)._replace(form=form)
    with suppress(Refused):
        made = panels.panels(endpoint, targets, Choices(), locale, look)
        page = page._replace(panels=made, languages=panels.languages(targets, made))
    return environment.render(page, "endpoint", "html", locale, templates, frame)


def listing(page: Any, locale: str, form: str, frame: Frame, templates: Path | None = None) -> str:
    """A page with a list of endpoints (``site/lists.py``); raises TemplateError."""
    return environment.render(page, "listing", form, locale, templates, frame)


def _page(endpoint: Endpoint, request: Request, choices: Choices, locale: str) -> Page:
    server = choices.server
    base = endpoint.servers.get(server, server) if server else next(iter(endpoint.servers.values()))
    return Page(
        title=endpoint.title.text(locale),
        summary=endpoint.summary.text(locale),
        method=endpoint.method,
        url=base.rstrip("/") + endpoint.path,
        servers=_servers(endpoint, locale) if len(endpoint.servers) > 1 else (),
        rows=requests.rows(endpoint, locale),
        body=requests.body(endpoint, request, locale),
        keys=requests.keys(endpoint),
        panels=(),
        examples=requests.examples(endpoint, locale),
        answers=answers.answers(endpoint, locale),
        stream=answers.stream(endpoint),
        errors=answers.errors(endpoint, locale),
        timeout=request.timeout,
        notes=tuple(text for one in endpoint.notes if (text := one.text(locale))),
        site=urlsplit(base).hostname or "",
        facts=about.facts(endpoint, locale),
        deprecated=about.deprecated(endpoint, locale),
    )


def _servers(endpoint: Endpoint, locale: str) -> tuple[Server, ...]:
    titles = {name: words.text(locale) for name, words in endpoint.server_titles.items()}
    return tuple(Server(titles.get(name) or name, url) for name, url in endpoint.servers.items())
