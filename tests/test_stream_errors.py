"""An error object over several lines, in place of a stream: what its lines say stands on standard error."""

from pathlib import Path

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.running import toolchain
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify.case import Case, build_program

SPECS = Path(__file__).parent.parent / "specs"
ERROR = '{\n  "error": {\n    "message": "the model is asleep"\n  }\n}\n'
TARGETS = {target.id: target for target in Languages().all()}


@pytest.mark.toolchain
@pytest.mark.parametrize("target_id", ["c/libcurl", "java/java.net.http", "java/okhttp"])
def test_error_of_several_lines(target_id):
    """A streamed program says more of such an error than its last line, a brace."""
    target = TARGETS[target_id]
    need_toolchain(target)
    endpoint = spec.load(SPECS / "qwq-32b.yaml")
    case = Case(endpoint, target, stream=True, environment=toolchain.prepared(target))
    with Mock(endpoint, Behaviour(check=False, instead=ERROR)) as mock:
        made = build_program(case, mock.origin, "error")
        outcome = made.run()
    case.close()
    assert ("", b"", True) == (made.broken, outcome.stdout, b"the model is asleep" in outcome.stderr), outcome.describe()
