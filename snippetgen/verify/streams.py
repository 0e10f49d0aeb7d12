"""Law 5: a streamed program prints pieces as they arrive, reads what its spec promises, and fails when the stream does.

What an event is follows the WHATWG text: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
import re
import threading
import time
from typing import TYPE_CHECKING

from snippetgen.running.answers import Behaviour, Piece, error_response
from snippetgen.running.mock import Mock
from snippetgen.spec import text_at
from snippetgen.verify.background import started
from snippetgen.verify.case import TIMEOUT, BuiltProgram, Case, build_program
from snippetgen.verify.digest import judge_password
from snippetgen.verify.events import awkward, splintered
from snippetgen.verify.kinds import Kind
from snippetgen.verify.loud import UNHURRIED, judge_loud
from snippetgen.verify.plain import (
    judge_clear_text,
    judge_distrust,
    judge_missing_env,
    judge_status,
    listing,
    unexpected_files,
    wrong_request,
)
from snippetgen.verify.redirects import judge_redirects
from snippetgen.verify.tls import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from snippetgen.running.sandbox import Outcome
    from snippetgen.spec import Stream
    from snippetgen.verify.tls import Authority, Trust

LAG = 7.0
"""Seconds by which a pause is longer than the time-out: libcurl takes the average of the last five for its speed."""

PATIENCE = 10.0
"""Seconds the mock holds back the rest while the first piece is not printed."""


def judge_stream(case: Case, laws: set[int], kind: Kind = Kind()) -> None:  # noqa: B008 - it is frozen
    """Run one streamed program through everything that may happen to a stream."""
    stream = case.endpoint.stream
    if stream is None:
        return
    with Mock(case.endpoint, UNHURRIED) as mock:
        made = build_program(case, mock.origin, "stream")
        mock.expect(made.secrets)
        if made.is_broken(laws):
            return
        before = listing(made)
        waiting = _start_waiting(made, mock, stream) if kind.connects and 5 in laws else []  # noqa: PLR2004
        _judge_served(made, mock, stream, laws, kind)
        for judge in waiting:
            judge()
    if laws & {3} and kind.tries_connections:
        judge_loud(case, 3, made.run(), "the connection is refused")
    if laws & {7}:
        case.expect(7, unexpected_files(made, before))


def judge_stream_https(case: Case, laws: set[int], authority: Authority, trust: Trust) -> None:
    """Laws 1 and 5 once more over HTTPS; laws 3 and 4 with certificates that nobody should trust."""
    stream = case.endpoint.stream
    if stream is None or not laws & {1, 3, 4, 5}:
        return
    with Mock(case.endpoint, UNHURRIED, tls=authority.server) as mock:
        made = build_program(case, named(mock.origin), "stream-https")
        mock.expect(made.secrets)
        if made.is_broken(laws & {1, 3, 4, 5}):
            return
        if laws & {1, 5}:
            _judge_real_time(made, mock, stream, "streamed over HTTPS", trust)
        if laws & {3, 4}:
            mock.behaviour = UNHURRIED
            judge_distrust(made, mock, authority, trust)


def _judge_served(made: BuiltProgram, mock: Mock, stream: Stream, laws: set[int], kind: Kind) -> None:
    if laws & {1, 5}:
        _judge_real_time(made, mock, stream, "streamed")
    if laws & {5}:
        _judge_pieces(made, mock, stream, kind)
        _judge_broken(made, mock, stream)
    if laws & {5} and not kind.is_sampled_out:
        _judge_error(made, mock, stream)
    if laws & {3, 5} and not kind.is_sampled_out:
        judge_status(made, mock, 5, 503)
        judge_password(made, mock, 5)
    if laws & {3, 4}:
        whole = printed_whole(made.case, stream)
        plan = tuple(stream.pieces())
        judge_redirects(made, mock, lambda outcome: wrong_print(outcome, whole, "redirected"), kind, plan)
    if laws & {4}:
        judge_missing_env(made, mock)
        judge_clear_text(made, mock)


def _judge_pieces(made: BuiltProgram, mock: Mock, stream: Stream, kind: Kind) -> None:
    """Law 5 of streams that come in other pieces, with other ends of lines, compressed; of a sample, with one end."""
    endings = ("\n", "\r\n", "\r") if stream.is_full else ("\n", "\r\n")
    for ending in endings[1:2] if kind.is_sampled_out else endings:
        _judge_awkward(made, mock, stream, ending)
    if kind.is_sampled_out:
        return
    if not made.case.excepts("needs-chunks"):
        _judge_real_time(made, mock, stream, "streamed without chunks", chunked=False)
    if mock.requests and mock.requests[-1].reads_gzip:
        _judge_gzip(made, mock, stream)


def _pieces(case: Case, stream: Stream) -> list[str]:
    """The text that a program prints for each piece of the example, in order."""
    if case.excepts("stream-as-received"):
        return [piece.decode() for piece in stream.pieces()]
    return stream.printed(stream.example, reads_json=case.target.fact("reads_json"))


def printed_whole(case: Case, stream: Stream) -> str:
    return "".join(_pieces(case, stream))


def _judge_real_time(
    made: BuiltProgram, mock: Mock, stream: Stream, how: str, trust: Trust | None = None, *, chunked: bool = True
) -> None:
    pieces = _pieces(made.case, stream)
    watch = _Watch()
    plan: list[Piece] = []
    for at, data in enumerate(stream.pieces()):
        plan.append(data)
        if at < len(pieces) and pieces[at]:
            plan.append(watch.waiting_for("".join(pieces[: at + 1])))
    mock.behaviour = Behaviour(check=False, plan=tuple(plan), apart=True, chunked=chunked)
    count = len(mock.requests)
    env, prefix = (trust.env, trust.prefix) if trust else (None, None)
    outcome = made.run(on_output=watch.see, seconds=60, env=env, prefix=prefix)
    made.case.expect(1, wrong_request(made, mock, count, how, outcome))
    late = (
        f"the server held back the rest for {PATIENCE:.0f} s, and {watch.late!r} was not printed\n{outcome.describe()}"
        if watch.late
        else ""
    )
    problem = late or wrong_print(outcome, "".join(pieces), how) or _wrong_asides(made, stream, outcome)
    made.case.expect(5, problem)


def _wrong_asides(made: BuiltProgram, stream: Stream, outcome: Outcome) -> str:
    """The texts that are printed beside the answer must stand on standard error, in order and nothing else."""
    if not made.case.target.fact("reads_json"):
        return ""
    expected = "".join(text_at(data, path) for data in stream.example for path in stream.asides)
    said = outcome.stderr.decode("utf-8", "replace")
    return "" if said.strip() == expected.strip() else f"expected {expected!r} on standard error, printed {said!r}"


class _Watch:
    """Lets the mock wait until the program has printed a text; `late` is the first that it did not print in time."""

    def __init__(self) -> None:
        self.late = ""
        self._changed = threading.Condition()
        self._output = b""

    def see(self, output: bytes) -> None:
        with self._changed:
            self._output = output
            self._changed.notify_all()

    def waiting_for(self, text: str) -> Piece:
        # A line break at its end may come later: a piece is visible without it.
        wanted = text.rstrip("\n").encode()

        def wait() -> None:
            with self._changed:
                if not self.late and not self._changed.wait_for(lambda: self._output.startswith(wanted), PATIENCE):
                    self.late = text

        return wait


def wrong_print(outcome: Outcome, expected: str, how: str) -> str:
    text = outcome.stdout.decode("utf-8", "replace")
    if outcome.code or outcome.timed_out:
        return f"{how}: {outcome.describe()}"
    return (
        ""
        if text in (expected, expected + "\n")
        else f"{how}: expected {expected!r}, printed {text!r}\n{outcome.describe()}"
    )


def _judge_awkward(made: BuiltProgram, mock: Mock, stream: Stream, ending: str) -> None:
    raw, events, how = awkward(stream, ending)
    mock.behaviour = Behaviour(check=False, plan=tuple(splintered(raw)))
    as_received = made.case.excepts("stream-as-received")
    printed = stream.printed(events, reads_json=made.case.target.fact("reads_json"))
    whole = raw.decode() if as_received else "".join(printed)
    made.case.expect(5, wrong_print(made.run(), whole, how))


def _judge_gzip(made: BuiltProgram, mock: Mock, stream: Stream) -> None:
    mock.behaviour = Behaviour(check=False, gzip=True, plan=tuple(stream.pieces()))
    whole = printed_whole(made.case, stream)
    made.case.expect(5, wrong_print(made.run(), whole, "with the gzip that it offers to read"))
    mock.behaviour = UNHURRIED


def _judge_broken(made: BuiltProgram, mock: Mock, stream: Stream) -> None:
    first = stream.pieces()[0]
    mock.behaviour = Behaviour(check=False, plan=(first, b": cut here"), cut_after=len(first) + 3)
    judge_loud(made.case, 5, made.run(), "the connection breaks off in the stream", quiet=False)
    if stream.done is not None and not made.case.excepts("ends-unchecked"):
        mock.behaviour = Behaviour(check=False, plan=(first,))
        judge_loud(made.case, 5, made.run(), f"the stream ends without {stream.done}", quiet=False)
    mock.behaviour = UNHURRIED


def _judge_error(made: BuiltProgram, mock: Mock, stream: Stream) -> None:
    """An error with status 200: an object in place of the stream, or an event of it, where its text can be told."""
    if stream.is_lines or made.case.excepts("ends-unchecked"):
        return
    error = error_response(made.case.endpoint, 200).example
    data = json.loads(error)
    message = data["error"]["message"]
    pretty = json.dumps(data, ensure_ascii=False, indent=2)  # its last line alone says nothing
    mock.behaviour = Behaviour(check=False, instead=f"{pretty}\n")
    judge_loud(made.case, 5, made.run(), "an error object comes in place of the stream", [message], quiet=False)
    if stream.done is not None and stream.delta is not None and made.case.target.fact("reads_json"):
        mock.behaviour = Behaviour(check=False, plan=(stream.piece(error),))
        judge_loud(made.case, 5, made.run(), "an error object is the only event", [message], quiet=False)
    mock.behaviour = UNHURRIED


def _start_waiting(made: BuiltProgram, mock: Mock, stream: Stream) -> list[Callable[[], None]]:
    """Let runs meet a pause longer than the time-out, and short ones that add up to more; the results judge them."""
    first, *rest = stream.pieces()
    pause = Behaviour(check=False, plan=(first, lambda: time.sleep(TIMEOUT + LAG), *rest))
    paused = started(made, mock, pause)
    pieces = _drawn_out(stream)
    pauses = [lambda: time.sleep(TIMEOUT * 1.5 / len(pieces))] * len(pieces)
    slow = started(
        made, mock, Behaviour(check=False, plan=tuple(one for pair in zip(pauses, pieces, strict=True) for one in pair))
    )
    whole = printed_whole(made.case, stream)

    def judge_paused() -> None:
        judge_loud(made.case, 5, paused(), "a pause is longer than the time-out", quiet=False)

    def judge_slow() -> None:
        made.case.expect(5, wrong_print(slow(), whole, "with many short pauses, longer together than the time-out"))

    return [judge_paused, judge_slow]


def _drawn_out(stream: Stream) -> list[bytes]:
    """The stream in at least four pieces, so that a pause before each is far shorter than the time-out."""
    raw = b"".join(stream.pieces())
    return re.findall(b"(?s).{1,%d}" % max(1, len(raw) // 5), raw)
