"""Law 5: a streamed program prints each piece as it arrives, reads server-sent events, and fails when the stream does.

What an event is follows the WHATWG text: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
import random
import re
import threading
import time
from typing import TYPE_CHECKING

from snippetgen.data import paths
from snippetgen.http import event_bytes
from snippetgen.running.answers import Behaviour, Piece
from snippetgen.running.mock import Mock
from snippetgen.verify.case import BuiltProgram, Case, Kind, build_program
from snippetgen.verify.loud import UNHURRIED, judge_loud
from snippetgen.verify.plain import judge_missing_env, judge_status, listing, unexpected_files, wrong_request
from snippetgen.verify.redirects import judge_redirects

if TYPE_CHECKING:
    from snippetgen.running.sandbox import Outcome
    from snippetgen.spec import Stream

PATIENCE = 10.0
"""Seconds the mock holds back the rest while the first piece is not printed."""


def judge_stream(case: Case, laws: set[int], kind: Kind = Kind()) -> None:  # noqa: B008 - it is frozen
    """Run one streamed program through everything that may happen to a stream."""
    stream = case.endpoint.stream
    if stream is None:
        return
    with Mock(case.endpoint, UNHURRIED) as mock:
        made = build_program(case, mock.origin, "stream")
        if made.is_broken(laws):
            return
        before = listing(made)
        _judge_served(made, mock, stream, laws, kind)
    if laws & {3}:
        judge_loud(case, 3, made.run(), "the connection is refused")
    if laws & {7}:
        case.expect(7, unexpected_files(made, before))


def _judge_served(made: BuiltProgram, mock: Mock, stream: Stream, laws: set[int], kind: Kind) -> None:
    if laws & {1, 5}:
        _judge_real_time(made, mock, stream)
    if laws & {5}:
        for ending in ("\n", "\r\n", "\r"):
            _judge_awkward(made, mock, stream, ending)
        _judge_broken(made, mock, stream)
    if laws & {3, 5}:
        judge_status(made, mock, 5, 503)
    if laws & {3, 4}:
        whole = "".join(printed(made.case, stream, list(stream.example)))
        judge_redirects(made, mock, lambda outcome: _wrong_print(outcome, whole, "redirected"), kind)
    if laws & {4}:
        judge_missing_env(made, mock)


def printed(case: Case, stream: Stream, events: list[str]) -> list[str]:
    """The text that a program prints for each event, in order."""
    if stream.delta is None or not case.target.language.facts["reads_json"]:
        return [f"{data}\n" for data in events]
    return [_delta(data, stream.delta) for data in events]


def _delta(data: str, delta: str) -> str:
    try:
        value = paths.get(json.loads(data), paths.parse(delta))
    except LookupError:
        return ""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _judge_real_time(made: BuiltProgram, mock: Mock, stream: Stream) -> None:
    pieces = printed(made.case, stream, list(stream.example))
    watch = _Watch()
    plan: list[Piece] = []
    for at, data in enumerate(stream.example):
        plan.append(event_bytes(data))
        if pieces[at]:
            plan.append(watch.waiting_for("".join(pieces[: at + 1])))
    plan.append(event_bytes(stream.done) if stream.done is not None else b"")
    mock.behaviour = Behaviour(check=False, plan=tuple(piece for piece in plan if piece != b""))
    count = len(mock.requests)
    outcome = made.run(on_output=watch.see, seconds=60)
    made.case.expect(1, wrong_request(made, mock, count, "streamed", outcome))
    late = (
        f"the server held back the rest for {PATIENCE:.0f} s, and {watch.late!r} was not printed\n{outcome.describe()}"
        if watch.late
        else ""
    )
    made.case.expect(5, late or _wrong_print(outcome, "".join(pieces), "piece by piece"))


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


def _wrong_print(outcome: Outcome, expected: str, how: str) -> str:
    text = outcome.stdout.decode("utf-8", "replace")
    if outcome.code or outcome.timed_out:
        return f"{how}: {outcome.describe()}"
    return (
        ""
        if text in (expected, expected + "\n")
        else f"{how}: expected {expected!r}, printed {text!r}\n{outcome.describe()}"
    )


def _judge_awkward(made: BuiltProgram, mock: Mock, stream: Stream, ending: str) -> None:
    raw, events = awkward(stream, ending)
    mock.behaviour = Behaviour(check=False, plan=tuple(_splintered(raw)))
    outcome = made.run()
    how = f"with comments, further fields, several data lines, {ending!r} at their ends, and chunk borders anywhere"
    made.case.expect(5, _wrong_print(outcome, "".join(printed(made.case, stream, events)), how))


def awkward(stream: Stream, ending: str) -> tuple[bytes, list[str]]:
    """The example as a lawful stream that a careless reader stumbles over, and the data of its events."""
    lines, events = [": a comment", "", "retry: 3000", ""], []
    for number, data in enumerate(stream.example):
        parts = re.split(r"\r\n|\r|\n", data)
        if parts[0].startswith("{") and number % 2 == 0:
            parts = ["{", parts[0][1:], *parts[1:]]
        events.append("\n".join(parts))
        lines += [f"id: {number}", "event: message", ": keep-alive"]
        lines += [f"data:{'' if part[:1] == '{' and number % 3 == 0 else ' '}{part}" for part in parts] + [""]
    if stream.done is not None:
        lines += [f"data: {stream.done}", "", ": the last word", ""]
    else:
        lines += ["data: {} an event without its end is no event"]
    return (ending.join(lines) + ending).encode(), events


def _splintered(raw: bytes) -> list[Piece]:
    """Chunks of a few bytes; the borders that hurt (in a character, between CR and LF) are packets' borders, too."""
    chance, pieces, at = random.Random(5), list[Piece](), 0  # noqa: S311 - the same borders every time
    pauses = 0
    while at < len(raw):
        end = min(len(raw), at + chance.randint(1, 7))
        pieces.append(raw[at:end])
        hurts = raw[end - 1] == 13 or raw[end : end + 1] >= b"\x80"  # noqa: PLR2004 - CR, and the inside of a character
        if hurts and pauses < 60:  # noqa: PLR2004 - enough to meet each border
            pieces.append(lambda: time.sleep(0.004))
            pauses += 1
        at = end
    return pieces


def _judge_broken(made: BuiltProgram, mock: Mock, stream: Stream) -> None:
    first = event_bytes(stream.example[0])
    mock.behaviour = Behaviour(check=False, plan=(first, b": cut here"), cut_after=len(first) + 3)
    judge_loud(made.case, 5, made.run(), "the connection breaks off in the stream", quiet=False)
    if stream.done is not None:
        mock.behaviour = Behaviour(check=False, plan=(first,))
        judge_loud(made.case, 5, made.run(), f"the stream ends without {stream.done}", quiet=False)
    mock.behaviour = UNHURRIED
