"""Laws 3 and 4 where the answer is a redirect (RFC 9110, section 15.4): it is followed as the standard says, or fails.

Followed: what arrives in the end is the request of the spec, but for its address, or, as section 15.4.2 allows for 301
and 302, a GET in place of a POST. What was read from the environment goes to no other origin, but where the spec says
`redirects: follow`: then Authorization and Cookie alone may not. Where it says `redirects: stop`, none is followed.
With digest authentication, the other server asks for credentials, too, and gets none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from snippetgen.request import Body, Text, Value
from snippetgen.request.tokens import has_env
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify.case import secret
from snippetgen.verify.digest import judge_unauthorized
from snippetgen.verify.loud import UNHURRIED, judge_loud
from snippetgen.verify.wire import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from snippetgen.request import Request
    from snippetgen.running.answers import Piece, Recorded
    from snippetgen.running.sandbox import Outcome
    from snippetgen.verify.case import BuiltProgram
    from snippetgen.verify.kinds import Kind

STATUSES = (301, 302, 307, 308)

PATH = "/moved/to/here"


@dataclass(frozen=True, slots=True)
class _Redirect:
    """A redirect that a program meets.

    Attributes:
        location: the header's value, or None.
        address: where that is.
        when: all this in words.
    """

    status: int
    location: str | None
    address: str
    when: str


def judge_redirects(
    made: BuiltProgram,
    mock: Mock,
    wrong: Callable[[Outcome], str],
    kind: Kind,
    plan: tuple[Piece, ...] | None = None,
) -> None:
    """Let a program meet redirects: the statuses with the kinds of Location that are due for its kind.

    Args:
        wrong: what is wrong with the output of a program that followed; empty when nothing is.
        plan: the streamed answer of where they lead; None for the example.
    """
    if kind.redirects == "none":
        return
    with Mock(made.case.endpoint, replace(UNHURRIED, plan=plan)) as other:
        places = {"its own server": PATH, "another server": other.origin + PATH, "no address": None}
        for status, place in due(kind, list(places)):
            location = places[place]
            address = urljoin(mock.origin, location or "")
            redirect = _Redirect(status, location, address, f"it is redirected to {place} with {status}")
            mock.behaviour = Behaviour(check=False, status=status, location=location, plan=plan)
            before = len(mock.requests), len(other.requests), len(other.challenged)
            outcome = made.run()
            there, challenged = other.requests[before[1] :], other.challenged[before[2] :]
            _judge_secrets(made, redirect, [*there, *challenged])
            if challenged and not there and made.request.redirects != "stop":
                judge_unauthorized(made, 3, outcome, f"{redirect.when}, which asks for credentials")
                continue
            _judge_end(made, redirect, outcome, (mock.requests[before[0] + 1 :], [*there, *challenged]), wrong)
    mock.behaviour = UNHURRIED


def due(kind: Kind, places: list[str]) -> list[tuple[int, str]]:
    """Which status and kind of Location a program meets.

    One that meets redirects as none before it meets all, or, of a sample, each place with one status: in turn, so that
    the first four of a target meet all. The others meet one, or none.
    """
    if kind.redirects != "all":
        return [(302, "another server")] if kind.redirects == "one" else []
    if kind.turn is None:
        return [(status, place) for status in STATUSES for place in places]
    return [(STATUSES[(kind.turn + at) % len(STATUSES)], place) for at, place in enumerate(places)]


def _judge_secrets(made: BuiltProgram, redirect: _Redirect, there: list[Recorded]) -> None:
    leaks = next(filter(None, (_leak(made.request, one) for one in there)), "")
    made.case.expect(4, f"when {redirect.when}: it sends {leaks} there" if leaks else "")


def _judge_end(
    made: BuiltProgram,
    redirect: _Redirect,
    outcome: Outcome,
    followed: tuple[list[Recorded], list[Recorded]],
    wrong: Callable[[Outcome], str],
) -> None:
    here, there = followed
    arrived, rule = here + there, made.request.redirects
    if not arrived:
        problem = "it does not follow" if rule == "follow" and redirect.location else ""
        if problem:
            made.case.expect(3, f"when {redirect.when}: {problem}\n{outcome.describe()}")
        elif not made.case.excepts("redirects-printed"):
            # A client that was told to follow says in its own words that it knows not where to.
            is_named = rule != "follow" and not made.case.excepts("redirects-unnamed")
            reasons = [str(redirect.status), *filter(None, [redirect.location])] if is_named else []
            judge_loud(made.case, 3, outcome, redirect.when, reasons)
        return
    lines = (
        ["it was told to stop"] if rule == "stop" else _differences(made, redirect, arrived[-1], elsewhere=bool(there))
    )
    problem = "\n  ".join(["it follows with another request", *lines]) if lines else wrong(outcome)
    made.case.expect(3, f"when {redirect.when}: {problem}\n{outcome.describe()}" if problem else "")


def _differences(made: BuiltProgram, redirect: _Redirect, arrived: Recorded, *, elsewhere: bool) -> list[str]:
    """What differs between the request that should arrive where a redirect leads, and the one that did."""
    request = replace(made.request, url=(Text(redirect.address),))
    if elsewhere:
        request = _without_secrets(request)
        if any(map(arrived.all, _hidden(made.request))):  # in headers that only the spec's author can call secret
            request = replace(request, headers=_without_credentials(made.request))
    if arrived.method == "GET" and request.method == "POST" and redirect.status in (301, 302):
        request = replace(request, method="GET", body=Body(), headers=request.headers_without_type)
        # Some clients leave the type of the body there, which does no harm.
        left = tuple(pair for pair in arrived.headers if pair[0].lower() != "content-type")
        arrived = replace(arrived, headers=left)
    return differences(request, arrived, made.secrets, made.files)


Headers = tuple[tuple[str, Value], ...]


def _without_credentials(request: Request) -> Headers:
    return tuple(pair for pair in request.headers if pair[0].lower() not in ("authorization", "cookie"))


def _hidden(request: Request) -> list[str]:
    """The names of the other headers with a secret in them."""
    return [name for name, value in _without_credentials(request) if has_env(value)]


def _without_secrets(request: Request) -> Request:
    """The part of a request that may go to another origin: RFC 9110, section 15.4, point 1."""
    headers = tuple(pair for pair in _without_credentials(request) if not has_env(pair[1]))
    return replace(request, headers=headers, basic=None, digest=None)


def _leak(request: Request, recorded: Recorded) -> str:
    """The names of the secrets that a request to another origin gives away; empty where it gives none away."""
    named = [name for name in ("Authorization", "Cookie") if recorded.all(name)]
    if request.redirects != "follow":
        sent = repr((recorded.target, recorded.headers, recorded.body))
        # The beginning of a value, which no encoding but Base64 alters.
        named += [name for name in request.env if secret(name).partition("/")[0] in sent]
    return " and ".join(named)
