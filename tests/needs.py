"""The programs that a test needs: on a machine with all of them, such as CI, a missing one is a failure."""

import os
import shutil

import pytest

from snippetgen.languages import can_be_installed
from snippetgen.running import toolchain


def need(program):
    """Skip the test if a program is missing; fail it if $SNIPPETGEN_STRICT says that none may be."""
    if shutil.which(program) is None:
        (pytest.fail if os.environ.get("SNIPPETGEN_STRICT") else pytest.skip)(f"{program} is not installed")


def need_toolchain(target):
    """Skip the test if a target's toolchain is missing, or fail it, as `need` does; no machine has what none can install."""
    if reason := toolchain.missing(target):
        is_needed = can_be_installed(target) and os.environ.get("SNIPPETGEN_STRICT")
        (pytest.fail if is_needed else pytest.skip)(reason)
