"""A run that waits for its server while others go on."""

from __future__ import annotations

import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from snippetgen.verify.case import TIMEOUT
from snippetgen.verify.loud import UNHURRIED

if TYPE_CHECKING:
    from collections.abc import Callable

    from snippetgen.running.answers import Behaviour
    from snippetgen.running.mock import Mock
    from snippetgen.running.sandbox import Outcome
    from snippetgen.verify.case import BuiltProgram


def started(made: BuiltProgram, mock: Mock, behaviour: Behaviour) -> Callable[[], Outcome]:
    """Let one run meet a behaviour that takes time; call the result to wait for its end."""
    mock.behaviour, before = behaviour, len(mock.requests)
    outcomes: list[Outcome] = []
    run = partial(made.run, seconds=TIMEOUT + 40, only_waits=True)
    thread = threading.Thread(target=lambda: outcomes.append(run()), daemon=True)
    with made.case.slots:  # until it waits
        thread.start()
        deadline = time.monotonic() + 30
        while len(mock.requests) == before and thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(0.02)  # the mock reads its behaviour after it noted the request
    mock.behaviour = UNHURRIED

    def outcome() -> Outcome:
        thread.join()
        return outcomes[0]

    return outcome
