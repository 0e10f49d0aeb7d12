"""What a test needs of the machine: where CI says that all is there, it must be."""

import os
import shutil

import pytest


def need(program):
    """Skip the test where a program is missing; fail it where a missing one is a failure ($SNIPPETGEN_STRICT)."""
    if shutil.which(program) is None:
        (pytest.fail if os.environ.get("SNIPPETGEN_STRICT") else pytest.skip)(f"{program} is not installed")
