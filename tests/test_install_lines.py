"""What a program's own comment says is enough: its install line, then its run line, in an empty folder."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from needs import need_toolchain

from snippetgen import spec
from snippetgen.languages import Languages
from snippetgen.rendering.render import render
from snippetgen.rendering.words import words_of
from snippetgen.request.build import build
from snippetgen.running import roots, toolchain
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock

HERE = Path(__file__).parent
SPECS = [(HERE.parent / "specs" / "qwq-32b.yaml", False), (HERE.parent / "specs" / "qwq-32b.yaml", True), (HERE / "specs" / "stream-unicode.yaml", True)]
WORDS = words_of("en")


def said(text, label):
    """The command behind a label in the first lines of a program; on the next line where it does not fit."""
    lines = text.split("\n")[:8]
    at = next((index for index, line in enumerate(lines) if label in line), None)
    if at is None:
        return ""
    command = lines[at].partition(label)[2].removesuffix("*/").strip()
    more = re.sub(r"^\W*?(?=\w|\./)", "", lines[at + 1]) if command.endswith("&&") else ""
    return f"{command} {more}".strip()


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory):
    """A HOME with nothing in it, and a PATH on which pip installs into an environment, as users of Python have one."""
    home = tmp_path_factory.mktemp("home")
    subprocess.run([sys.executable, "-m", "venv", str(home / "venv")], check=True, timeout=120)
    return {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": f"{home}/venv/bin:{os.environ['PATH']}",
        # Deno trusts authorities of its own; the system's may be those of a proxy.
        "DENO_TLS_CA_STORE": "system",
        # What Go has compiled of its own library, which takes it a minute.
        "GOCACHE": os.environ.get("GOCACHE", str(Path.home() / ".cache" / "go-build")),
    }


@pytest.mark.toolchain
@pytest.mark.parametrize("target", Languages().all(), ids=lambda target: target.id)
def test_followed_to_the_letter(target, tmp_path, empty_home):
    """The commands that a program is said to need install it, and the line in its comment runs it."""
    need_toolchain(target)
    if not target.fact("run"):
        pytest.skip("nothing is typed: its reader opens the page")
    inside = roots.entering(target.language.facts["toolchain"])
    if not inside and shutil.which(target.facts["install"][0][0] if target.facts["install"] else "sh") is None:
        pytest.skip(f"{target.facts['install'][0][0]} is not installed, and nothing that is verified needs it")
    # A tool that comes with its environment, such as Bun; Debian's clojure is another than the one of Clojure's own site.
    if not inside and (shutil.which(target.fact("run")[0][0]) is None or target.language.id == "clojure"):
        empty_home = first_on_path(toolchain.prepared(target).path, empty_home)
    # Where the system's tools are meant, others may come first, which look for what is in their user's home folder.
    empty_home = first_on_path([Path(one).parent for one in target.language.facts["toolchain"]["needs"] if one.startswith("/")], empty_home)
    followed, ran = set(), False
    for file, stream in SPECS:
        endpoint = spec.load(file)
        if target.refusal(build(endpoint, stream=stream).needs):
            continue
        with Mock(endpoint, Behaviour(check=False)) as mock:
            snippet = render(endpoint, build(endpoint, stream=stream, origin=mock.origin), target)
            lines = [shlex.join(one) for one in snippet.install]
            if ran and followed.issuperset(lines):
                continue  # nothing but its text is new
            (tmp_path / snippet.filename).write_text(snippet.text, "utf-8")
            # Packages of Debian are there: `snippetgen toolchains --install` installs them, those of gems and of R among them,
            # whose registries are not in reach everywhere.
            new = [one for one in lines if one not in followed and not one.startswith(("apt ", "gem ", "Rscript "))]
            followed.update(lines)
            ran = True
            for step in [*new, run_line(snippet).replace("=...", "=a-key")]:
                typed = [*inside, "sh", "-c", step]
                done = subprocess.run(typed, cwd=tmp_path, env=empty_home, capture_output=True, text=True, timeout=600, check=False)
                assert (step, 0) == (step, done.returncode), done.stdout + done.stderr
            assert 1 == len(mock.requests)


def first_on_path(folders, env):
    """An environment with other folders at the beginning of its PATH."""
    return {**env, "PATH": os.pathsep.join([*map(str, folders), env["PATH"]])}


def run_line(snippet):
    """The command in a program's comment that runs it; a command alone has no comment."""
    said_there = said(snippet.text, WORDS.run)
    return said_there or "".join(f"{name}=... " for name in snippet.env) + " && ".join(map(shlex.join, snippet.run))
