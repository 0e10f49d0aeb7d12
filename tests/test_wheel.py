"""Installed from a wheel, outside a checkout, everything works."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The bin folder of an empty venv with the wheel in it."""
    folder = tmp_path_factory.mktemp("a wheel 汉字")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    wheel = next(folder.glob("*.whl"))
    venv.create(folder / "venv", with_pip=True)
    pip = [str(folder / "venv/bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"{wheel}[verify]"], check=True, timeout=300)
    return folder / "venv" / "bin"


def snippetgen(installed, *words, cwd):
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(installed / "snippetgen"), *words],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def spec_file(tmp_path):
    path = tmp_path / "qwq-32b.yaml"
    path.write_bytes((ROOT / "specs" / "qwq-32b.yaml").read_bytes())
    return path


def test_it_renders(installed, spec_file):
    """The installed command prints the same program as the checkout."""
    code, text, error = snippetgen(installed, "render", spec_file.name, "--lang", "python", cwd=spec_file.parent)
    golden = ROOT / "tests/snapshots/qwq-32b/python-requests.py"
    assert (code, text, error) == (0, golden.read_text("utf-8"), "")


def test_it_is_typed(installed):
    """The wheel says that the library has types (PEP 561)."""
    assert 1 == len(list(installed.parent.glob("lib/*/site-packages/snippetgen/py.typed")))


def test_it_lists_its_targets(installed, tmp_path):
    """The templates travel in the wheel."""
    code, text, _ = snippetgen(installed, "targets", "--format", "json", cwd=tmp_path)
    assert (code, {one["id"] for one in json.loads(text)} >= {"python/requests", "java/okhttp"}) == (0, True)


@pytest.mark.toolchain
def test_it_verifies_a_target(installed, spec_file):
    """One target keeps the first two laws."""
    words = ["verify", spec_file.name, "--lang", "python/http.client", "--law", "1", "--law", "2", "--fresh"]
    code, text, error = snippetgen(installed, *words, cwd=spec_file.parent)
    assert (code, error, "1 targets, 2 programs executed, 0 failures" in text) == (0, "", True)
