"""The programs that a test needs: on a machine with all of them, such as CI, a missing one is a failure."""

import os
import shutil

import pytest


def need(program):
    """Skip the test if a program is missing; fail it if $SNIPPETGEN_STRICT says that none may be."""
    if shutil.which(program) is None:
        (pytest.fail if os.environ.get("SNIPPETGEN_STRICT") else pytest.skip)(f"{program} is not installed")
