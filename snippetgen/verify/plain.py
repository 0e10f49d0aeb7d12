"""Laws 1 to 4 and 7 over one program that takes its answer whole."""

from __future__ import annotations

import ast
import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from snippetgen.data import paths
from snippetgen.http import NO_BODY
from snippetgen.request import Env
from snippetgen.running.answers import Behaviour, encoded, error_response
from snippetgen.running.mock import Mock
from snippetgen.verify.background import started
from snippetgen.verify.case import BuiltProgram, Case, build_program
from snippetgen.verify.digest import given_away, judge_algorithm, judge_password
from snippetgen.verify.kinds import Kind
from snippetgen.verify.loud import UNHURRIED, judge_loud
from snippetgen.verify.redirects import judge_redirects
from snippetgen.verify.tls import named
from snippetgen.verify.wire import differences, same_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from snippetgen.request import Value
    from snippetgen.running.sandbox import Outcome
    from snippetgen.verify.tls import Authority, Trust


def judge_plain(case: Case, laws: set[int], kind: Kind = Kind()) -> None:  # noqa: B008 - it is frozen
    """Run one program through everything that may happen over plain HTTP, as thoroughly as its kind asks for."""
    redirects = laws & {3, 4}
    laws = laws - {3} if kind.is_sampled_out else laws
    with Mock(case.endpoint, UNHURRIED) as mock:
        made = build_program(case, mock.origin, "http")
        mock.expect(made.secrets)
        if made.is_broken(laws):
            return
        before = listing(made)
        waiting = _start_hanging(made, mock) if kind.connects and 3 in laws else None  # noqa: PLR2004
        if laws & {1, 2, 7}:
            _judge_answer(made, mock, "over HTTP")
            judge_algorithm(made, mock, lambda where: _judge_answer(made, mock, where))
            _judge_unicode(made, mock)
        if laws & {2} and not kind.is_sampled_out:
            _judge_gzip(made, mock)
        if laws & {3}:
            judge_status(made, mock, 3)
            judge_password(made, mock, 3)
            _judge_cut(made, mock)
        if redirects:
            judge_redirects(made, mock, lambda outcome: wrong_output(made, outcome, "redirected"), kind)
        if laws & {4}:
            judge_missing_env(made, mock)
            judge_clear_text(made, mock)
        if waiting:
            waiting()
    if laws & {3} and kind.tries_connections:
        judge_loud(made.case, 3, made.run(), "the connection is refused")
    if laws & {7}:
        case.expect(7, unexpected_files(made, before))


def judge_https(case: Case, laws: set[int], authority: Authority, trust: Trust) -> None:
    """Laws 1 and 2 once more over HTTPS; laws 3 and 4 with certificates that nobody should trust."""
    with Mock(case.endpoint, UNHURRIED, tls=authority.server) as mock:
        made = build_program(case, named(mock.origin), "https")
        mock.expect(made.secrets)
        if made.broken:
            case.fail(1, f"over HTTPS: it could not be built\n{made.broken}")
            return
        if laws & {1, 2}:
            _judge_answer(made, mock, "over HTTPS", trust)
        if laws & {3, 4}:
            judge_distrust(made, mock, authority, trust)


def judge_distrust(made: BuiltProgram, mock: Mock, authority: Authority, trust: Trust) -> None:
    """Laws 3 and 4: a program fails at a server whose certificate says nothing for it, and sends nothing."""
    servers = {
        "whose certificate nobody should trust": authority.untrusted,
        "whose certificate is for another": authority.misnamed,
    }
    for which, mock.tls in servers.items():
        count = mock.received
        judge_loud(made.case, 3, made.run(env=trust.env, prefix=trust.prefix), f"it meets a server {which}")
        sent = mock.received > count
        made.case.expect(4, f"it sent the request to a server {which}" if sent else "")


def _judge_answer(made: BuiltProgram, mock: Mock, where: str, trust: Trust | None = None) -> None:
    case, count = made.case, len(mock.requests)
    outcome = made.run(env=trust.env, prefix=trust.prefix) if trust else made.run()
    case.expect(1, wrong_request(made, mock, count, where, outcome))
    case.expect(2, wrong_output(made, outcome, where))


def _judge_unicode(made: BuiltProgram, mock: Mock) -> None:
    """Law 1 with a locale and secrets beyond ASCII, save in headers; of two lines, save in credentials, too.

    A target may have an exception for the line breaks.
    """
    last = "" if made.case.excepts("one-line-secrets") else "\r\n"
    ends = dict.fromkeys(_names(made.request.account or ()), "é 漢😀")
    ends |= dict.fromkeys(_names(made.request.digest[:1] if made.request.digest else ()), "")
    ends |= dict.fromkeys(_names(value for _, value in made.request.headers), "")
    secrets = {name: value + ends.get(name, f"é\t漢😀{last}") for name, value in made.secrets.items()}
    if secrets != made.secrets:
        count = len(mock.requests)
        mock.expect(secrets)
        outcome = made.run(env={"LC_ALL": "C.UTF-8", **secrets})
        mock.expect(made.secrets)
        problem = wrong_request(replace(made, secrets=secrets), mock, count, "with secrets beyond ASCII", outcome)
        made.case.expect(1, problem)


def _names(values: Iterable[Value]) -> list[str]:
    return [token.name for value in values for token in value if isinstance(token, Env)]


def wrong_request(made: BuiltProgram, mock: Mock, count: int, where: str, outcome: Outcome) -> str:
    """Law 1, of the one request that must have come after the first `count`."""
    arrived = mock.requests[count:]
    if len(arrived) != 1:
        return f"{where}: {len(arrived)} requests arrived in place of one\n{outcome.describe()}"
    lines = differences(made.request, arrived[0], made.secrets, made.files)
    return f"{where}: the request differs\n  " + "\n  ".join([*lines, f"as received: {arrived[0]}"]) if lines else ""


def wrong_output(made: BuiltProgram, outcome: Outcome, where: str) -> str:
    if outcome.code or outcome.timed_out:
        return f"{where}: {outcome.describe()}"
    problem = _wrong_text(made, outcome.stdout)
    return f"{where}: {problem}\n{outcome.describe()}" if problem else ""


def _wrong_text(made: BuiltProgram, stdout: bytes) -> str:
    endpoint = made.case.endpoint
    if made.request.method == "HEAD":
        lines = stdout.decode("utf-8", "replace").lower().splitlines()
        wanted = [f"{name}: {value}".lower() for name, value in endpoint.answer.headers.items()]
        return next((f"the answer's header {one} is not printed" for one in wanted if one not in lines), "")
    body = b"" if endpoint.answer.status in NO_BODY else encoded(endpoint.answer)
    whole = endpoint.result is None or not made.case.target.fact("reads_json")
    if whole and stdout in (body, body + b"\n"):
        return ""
    try:
        text = stdout.decode("utf-8")
    except UnicodeDecodeError:
        return "standard output is not UTF-8"
    example = endpoint.answer.example
    if whole and text in (example.removesuffix("\n"), example, f"{example}\n"):
        return ""  # a text in another charset, as UTF-8
    try:
        data = json.loads(endpoint.answer.example)
    except ValueError:
        return f"expected the answer {body[:500]!r}"
    value = data if whole else paths.get(data, paths.parse(endpoint.result or ""))
    same = text in (value, f"{value}\n") if isinstance(value, str) and not whole else _same_data(made, text, value)
    return "" if same else f"expected {value!r}"


def _same_data(made: BuiltProgram, text: str, data: Any) -> bool:
    """Whether a program printed data: as JSON, or as its language prints data, where users expect that."""
    if made.case.target.language.facts["prints_data"] == "python":
        if isinstance(data, str):
            return text.removesuffix("\n") == data
        with suppress(ValueError, SyntaxError, MemoryError, RecursionError):
            return bool(ast.literal_eval(text) == data)
    return same_json(text, data)


def _judge_gzip(made: BuiltProgram, mock: Mock) -> None:
    if mock.requests and mock.requests[-1].reads_gzip and made.request.method != "HEAD":
        mock.behaviour = Behaviour(check=False, gzip=True)
        made.case.expect(2, wrong_output(made, made.run(), "with the gzip that it offers to read"))
        mock.behaviour = UNHURRIED


def judge_status(made: BuiltProgram, mock: Mock, law: int, status: int = 418) -> None:
    """An error status: law 3, with the status and the texts of the error object on standard error.

    Some clients have read its JSON by then, and print what they have read.
    """
    mock.behaviour = Behaviour(check=False, status=status)
    outcome = made.run()
    mock.behaviour = UNHURRIED
    error = json.loads(error_response(made.case.endpoint, status).example)["error"]
    texts = list(error.values()) if made.request.method != "HEAD" else []
    anywhere = made.case.excepts("errors-printed")
    judge_loud(made.case, law, outcome, f"the status is {status}", [str(status), *texts], anywhere=anywhere)


def _judge_cut(made: BuiltProgram, mock: Mock) -> None:
    body = encoded(made.case.endpoint.answer)
    if made.request.method == "HEAD" or made.case.endpoint.answer.status in NO_BODY or not body:
        return
    anywhere = made.case.excepts("errors-printed")
    mock.behaviour = Behaviour(check=False, cut_after=len(body) // 2)
    judge_loud(made.case, 3, made.run(), "the answer is cut off", anywhere=anywhere)
    parses = made.request.reads_json and made.case.target.fact("reads_json")
    if parses or not made.case.excepts("chunks-unchecked"):
        mock.behaviour = replace(mock.behaviour, measured=False)
        judge_loud(made.case, 3, made.run(), "the answer is cut off within a chunk", anywhere=anywhere)
    mock.behaviour = UNHURRIED


def judge_missing_env(made: BuiltProgram, mock: Mock) -> None:
    """Law 4: without one of its variables a program names it, fails, and sends nothing."""
    made.case.judged.add(4)
    for name in made.request.env:
        count = mock.received
        outcome = made.run(without=name)
        judge_loud(made.case, 4, outcome, f"{name} is not set", [name])
        if mock.received > count:
            last = (mock.challenged or mock.requests)[-1]
            made.case.fail(4, f"when {name} is not set: it sends a request all the same: {last}")


def judge_clear_text(made: BuiltProgram, mock: Mock) -> None:
    """Law 4: none of the requests so far shows the password that digest authentication keeps to itself."""
    shown = given_away(made.request, mock.challenged + mock.requests)
    made.case.expect(4, shown)


def _start_hanging(made: BuiltProgram, mock: Mock) -> Callable[[], None]:
    """Let one run meet a server that never answers, while the others go on; call the result to judge it."""
    outcome = started(made, mock, Behaviour(check=False, hang=True))
    # By then, the challenge of digest authentication has come.
    anywhere = made.request.digest is not None and made.case.excepts("errors-printed")
    return lambda: judge_loud(made.case, 3, outcome(), "the server never answers", anywhere=anywhere)


def listing(made: BuiltProgram) -> set[str]:
    """The files in a program's folder and in its HOME's top, by path."""
    return {str(path.relative_to(made.folder)) for path in made.folder.rglob("*") if not path.is_symlink()}


def unexpected_files(made: BuiltProgram, before: set[str]) -> str:
    """Law 7: no file appeared beside the program, and nothing anywhere that hostile text asks for."""
    new = {path for path in listing(made) - before if "__pycache__" not in path}
    sent = {made.folder / path for path in made.files}
    new |= {str(path) for path in made.case.folder.rglob("*PWNED*") if path not in sent}
    return f"running it made {sorted(new)}" if new else ""
