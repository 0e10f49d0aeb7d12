"""HTTP digest authentication (RFC 7616), which takes two requests: one without credentials, one after the challenge.

The mock accepts no other answer than the right one; here it is judged that the answer is in the request that law 1
compares, that neither request gives the password away (law 4), and that a wrong password is told (law 3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from snippetgen.request import Env, Request, resolve
from snippetgen.running import digest
from snippetgen.running.answers import Behaviour
from snippetgen.verify.case import secret
from snippetgen.verify.loud import UNHURRIED, judge_loud

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from snippetgen.running.answers import Recorded
    from snippetgen.running.mock import Mock
    from snippetgen.running.sandbox import Outcome
    from snippetgen.verify.case import BuiltProgram

SHA_256 = Behaviour(check=False, algorithm="SHA-256")


def digest_fault(request: Request, recorded: Recorded, environ: Mapping[str, str]) -> str:
    """What is wrong with a request's answer to a challenge; empty if nothing is, or no challenge comes."""
    if request.digest is None:
        return ""
    user, password = (resolve(one, environ) for one in request.digest)
    return digest.fault(recorded, user, password)


def given_away(request: Request, sent: list[Recorded]) -> str:
    """Law 4: how a password is given away by any of the requests that were sent; empty if it is not."""
    names = _passwords(request)
    for one in sent if request.digest else ():
        text = repr((one.target, one.headers, one.body))
        # The beginning of a value, which no encoding but Base64 alters.
        shown = [name for name in names if secret(name).partition("/")[0] in text]
        if shown:
            return f"{shown[0]} is sent in clear text: {one}"
        if any(not value.lower().startswith("digest ") for value in one.all("authorization")):
            return f"it sends other credentials than those of digest authentication: {one}"
    return ""


def judge_password(made: BuiltProgram, mock: Mock, law: int) -> None:
    """With a wrong password, a program tells the status 401, and its request is not accepted."""
    names = _passwords(made.request)
    if not names:
        return
    count = len(mock.requests)
    outcome = made.run(env={name: f"not {made.secrets[name]}" for name in names})
    judge_unauthorized(made, law, outcome, "the password is wrong")
    accepted = len(mock.requests) > count
    made.case.expect(law, "verify itself failed: the mock accepts a wrong password" if accepted else "")


def judge_unauthorized(made: BuiltProgram, law: int, outcome: Outcome, when: str) -> None:
    """A program fails, and tells the status 401."""
    judge_loud(made.case, law, outcome, when, ["401"], anywhere=made.case.excepts("errors-printed"))


def judge_algorithm(made: BuiltProgram, mock: Mock, judge: Callable[[str], Any]) -> None:
    """Judge a program again, at a server that wants the newer algorithm of RFC 7616."""
    if made.request.digest:
        mock.behaviour = SHA_256
        judge("over HTTP, with the algorithm SHA-256")
        mock.behaviour = UNHURRIED


def _passwords(request: Request) -> list[str]:
    return [token.name for token in request.digest[1] if isinstance(token, Env)] if request.digest else []
