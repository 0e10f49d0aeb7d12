"""Pages for newcomers: a tutorial with programs, and a reference without; as Markdown and as HTML.

`requests.py`, `answers.py`, `fields.py` and `panels.py` turn an endpoint into plain data (`model.py`); the templates of
``templates/pages`` turn that data into a page, and `environment.py` ensures that no text of a spec becomes markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.pages import answers, environment, panels, requests
from snippetgen.pages.model import Page
from snippetgen.rendering import locales
from snippetgen.rendering.look import USUAL, Look
from snippetgen.request.build import build
from snippetgen.request.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from snippetgen.languages import Target
    from snippetgen.request import Request
    from snippetgen.spec import Endpoint

FORMS = environment.FORMS
"""The formats of pages: Markdown and HTML."""


def tutorial(  # noqa: PLR0917 - everything that a page depends on, in the order of the command line
    endpoint: Endpoint,
    targets: Sequence[Target],
    choices: Choices,
    locale: str,
    form: str,
    templates: Path | None = None,
    look: Look = USUAL,
) -> str:
    """The tutorial of an endpoint, with a program for each target, and a streamed one if the endpoint streams.

    Args:
        choices: choices about the request; `stream` is ignored.
        form: one of `FORMS`.
        templates: a user's folder; templates in its ``pages/`` replace ours.

    Raises:
        Refused: no target can make the request.
        SpecError: a choice does not fit the endpoint, or nothing is written in the locale.
        TemplateError: a template is wrong.
    """
    locale = locales.resolve(locale, endpoint, environment.locales(templates))
    request = choices._replace(stream=False).request(endpoint)
    made = panels.panels(endpoint, targets, choices, locale, look)
    page = _page(endpoint, request, choices, locale)._replace(
        panels=made, keys=requests.keys(endpoint, request.env)
    )
    return environment.render(page, "tutorial", form, locale, templates)


def reference(endpoint: Endpoint, locale: str, form: str, templates: Path | None = None) -> str:
    """The reference of an endpoint: a page without programs; raises SpecError and TemplateError, as `tutorial`."""
    locale = locales.resolve(locale, endpoint, environment.locales(templates))
    page = _page(endpoint, build(endpoint), Choices(), locale)
    return environment.render(page, "reference", form, locale, templates)


def _page(endpoint: Endpoint, request: Request, choices: Choices, locale: str) -> Page:
    server = choices.server
    base = endpoint.servers.get(server, server) if server else next(iter(endpoint.servers.values()))
    return Page(
        title=endpoint.title.text(locale),
        summary=endpoint.summary.text(locale),
        method=endpoint.method,
        url=base.rstrip("/") + endpoint.path,
        servers=tuple(endpoint.servers.items()) if len(endpoint.servers) > 1 else (),
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
    )
