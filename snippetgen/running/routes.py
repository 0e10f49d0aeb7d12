"""Which endpoint a request is for, by path and method; what is served here, for a request that is for none."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from snippetgen.http import PLACEHOLDER
from snippetgen.running.answers import Answer, Answers, refusal
from snippetgen.running.browsers import is_preflight

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from snippetgen.running.answers import Behaviour, Recorded
    from snippetgen.spec import Endpoint

SHOWN = 200
"""The most endpoints that a refusal lists."""


class _Pattern(NamedTuple):
    """The pattern of a path under one base, and its rank: what is written out comes before what is filled in."""

    pattern: re.Pattern[str]
    rank: tuple[bool, list[bool], int]


class _Route:
    """One endpoint and the paths that are its own."""

    def __init__(self, endpoint: Endpoint, environ: Mapping[str, str] | None) -> None:
        self.method, self.answers = endpoint.method, Answers(endpoint, environ)
        path, _, query = endpoint.path.partition("?")
        self._query = parse_qsl(query, keep_blank_values=True)
        self._patterns = [self._pattern(base, path, endpoint) for base in _bases(endpoint)]
        self.shown = f"{endpoint.method} {_bases(endpoint)[0]}{endpoint.path}"

    @staticmethod
    def _pattern(base: str, path: str, endpoint: Endpoint) -> _Pattern:
        with_slashes = {one.name for one in endpoint.params if one.place == "path" and one.allow_reserved}
        pieces = [
            (".+" if piece in with_slashes else "[^/]+") if at % 2 else re.escape(_decoded(piece))
            for at, piece in enumerate(PLACEHOLDER.split(path))
        ]
        filled = [bool(PLACEHOLDER.search(one)) for one in path.split("/")]
        rank = (base == "" and len(_bases(endpoint)) > 1, filled, -len(PLACEHOLDER.sub("", path)))
        return _Pattern(re.compile((re.escape(_decoded(base)) + "".join(pieces)) or "/", re.DOTALL), rank)

    def rank(self, target: str) -> tuple[int, bool, list[bool], int] | None:
        """How well a target fits (the least is best); None if it does not."""
        parts = urlsplit(target)
        path = _decoded(parts.path) or "/"
        fitting = [one.rank for one in self._patterns if one.pattern.fullmatch(path)]
        asked = parse_qsl(parts.query, keep_blank_values=True)
        lacking = sum(pair not in asked for pair in self._query)
        # Where a path has several endpoints, the one whose query is there says the most.
        return (lacking * len(self._query) - (0 if lacking else len(self._query)), *min(fitting)) if fitting else None


class Routes:
    """The answers of all endpoints that a mock serves.

    Args:
        environ: values of the secrets that a request must have, where they are known.
    """

    def __init__(self, endpoints: Sequence[Endpoint], environ: Mapping[str, str] | None = None) -> None:
        self._routes = [_Route(endpoint, environ) for endpoint in endpoints]

    def to(self, recorded: Recorded, behaviour: Behaviour) -> Answer:
        """The answer to a request; where it is not to be checked, the first endpoint's.

        A preflight passes all the same: it is no request of a page, and does not tell how that fails.
        """
        found = self._answers(recorded, behaviour)
        if found:
            return found.to(recorded, behaviour)
        fitting = self._fitting(recorded.target)
        methods = _methods(fitting)
        if recorded.method == "OPTIONS":
            return Answer(204, [("Allow", ", ".join(methods))])
        return self._misfit(recorded, fitting, methods)

    def challenge(self, recorded: Recorded, behaviour: Behaviour) -> Answer | None:
        """The challenge of digest authentication, where a request is no right answer to it; else None."""
        found = self._answers(recorded, behaviour)
        return found.challenge(recorded, behaviour.algorithm) if found else None

    def expect(self, environ: Mapping[str, str]) -> None:
        """From now on, a request must have these values of the secrets."""
        for route in self._routes:
            route.answers.environ = environ

    def _answers(self, recorded: Recorded, behaviour: Behaviour) -> Answers | None:
        """Those of the endpoint that a request is for; None if it is for none."""
        if not behaviour.check:
            return None if is_preflight(recorded) else self._routes[0].answers
        fitting = self._fitting(recorded.target)
        for wanted in (recorded.method, *(["GET"] if recorded.method == "HEAD" else [])):
            for route in fitting:
                if route.method == wanted:
                    return route.answers
        return None

    @property
    def shown(self) -> list[str]:
        """Method and path of each endpoint, as its own server has it."""
        return list(dict.fromkeys(one.shown for one in self._routes))

    def methods(self, target: str) -> list[str]:
        """The methods that a path takes; where it is not served, OPTIONS alone."""
        return _methods(self._fitting(target))

    def _fitting(self, target: str) -> list[_Route]:
        """The endpoints whose path it is, the best first."""
        ranked = [(rank, at) for at, one in enumerate(self._routes) if (rank := one.rank(target)) is not None]
        return [self._routes[at] for _, at in sorted(ranked)]

    def _misfit(self, recorded: Recorded, fitting: list[_Route], methods: list[str]) -> Answer:
        here = dict.fromkeys(one.shown for one in (fitting or self._routes))
        served = {"served": [*here][:SHOWN], **({"more": len(here) - SHOWN} if len(here) > SHOWN else {})}
        if fitting:
            takes = " or ".join(dict.fromkeys(one.method for one in fitting))
            answer = refusal(405, f"{recorded.method} is not allowed here; this endpoint takes {takes}", **served)
            answer.headers.append(("Allow", ", ".join(methods)))
            return answer
        path = unquote(urlsplit(recorded.target).path)
        hint = f"this endpoint is {next(iter(here))}" if len(here) == 1 else _hint(f"{recorded.method} {path}", here)
        return refusal(404, f"{path} is not served here; {hint}", **served)


def _hint(asked: str, here: Mapping[str, None]) -> str:
    close = get_close_matches(asked, here, n=1, cutoff=0.75)
    return f"did you mean {close[0]}?" if close else "what is, stands below"


def _methods(fitting: list[_Route]) -> list[str]:
    found = list(dict.fromkeys(one.method for one in fitting))
    more = ["HEAD"] if "GET" in found else []
    return list(dict.fromkeys([*found, *more, "OPTIONS"]))


def _bases(endpoint: Endpoint) -> list[str]:
    """The paths of the servers, and none: a client may leave it out."""
    return list(dict.fromkeys([*(urlsplit(base).path for base in endpoint.servers.values()), ""]))


def _decoded(path: str) -> str:
    """A path as it reads; a slash within a segment (%2F) becomes U+0000, so that it separates none."""
    return "/".join(unquote(one).replace("/", "\0") for one in path.split("/"))
