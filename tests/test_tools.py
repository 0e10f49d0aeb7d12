"""The tools that no test runs (they fetch and measure) are written against the package as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    file for file in (ROOT / "tools").rglob("*.py") if file.name not in ("__main__.py", "requests_judge.py")  # it needs openapi-core
)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_tool_is_importable(file):
    """All that a tool imports of the package is there."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", f"import {file.stem}"], cwd=file.parent, env=env, capture_output=True, text=True, check=False
    )
    assert (0, "") == (done.returncode, done.stderr)
