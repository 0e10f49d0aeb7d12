"""Root folders of a newer release: from the facts to commands, and what is missing."""

import os
from pathlib import Path

import pytest

from snippetgen.errors import RunError
from snippetgen.running import roots, sandbox

FACTS = {"apt": ["debootstrap"], "root": {"release": "trixie", "packages": ["hello"]}}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """A cache folder without a root."""
    monkeypatch.setenv("SNIPPETGEN_CACHE", str(tmp_path / "cache"))


def test_without_a_root_commands_stay():
    """A toolchain without a root runs as before."""
    assert [roots.entering({"root": "none"}), roots.identity_files({"root": "none"})] == [[], []]


def test_a_command_enters_the_root():
    """A command runs in a mount namespace of its own, in the root of its release."""
    words = roots.entering(FACTS)
    assert words[:4] == ["unshare", "--mount", "--propagation", "private"]
    assert str(roots.folder("trixie")) in words
    assert words[-1] == "--"


def test_others_than_root_are_told(monkeypatch):
    """Only root can enter a root folder."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "only root" in roots.missing(FACTS)


def test_what_the_root_lacks_is_named(monkeypatch):
    """A package that the root does not have yet is named."""
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: name)
    assert roots.missing(FACTS) == "the root folder of Debian trixie lacks hello (snippetgen toolchains --install)"


def test_the_archive_is_that_of_apt():
    """Debian's own archive is chosen, whatever else apt reads."""
    assert roots.chosen("Other|https://other.test/\nDebian|https://mirror.test/debian/\n") == "https://mirror.test/debian/"
    with pytest.raises(RunError):
        roots.chosen("")


def test_old_lists_are_taken_as_here(tmp_path, monkeypatch):
    """The lists of a release that is not out yet expire: a root takes old ones only if this system's apt does."""
    config = tmp_path / "apt.conf"
    config.write_text("")
    monkeypatch.setenv("APT_CONFIG", str(config))
    plain = roots._as_here()  # noqa: SLF001 - what is told to apt in the root
    config.write_text('Acquire::Check-Valid-Until "false";')
    assert ["-o", "Acquire::Check-Valid-Until=false"] == roots._as_here()  # noqa: SLF001
    assert plain in ([], ["-o", "Acquire::Check-Valid-Until=false"])


def _unusable() -> str:
    return roots.missing({"apt": ["debootstrap"], "root": {"release": "trixie", "packages": ["libc6"]}})


@pytest.mark.toolchain
@pytest.mark.skipif(bool(_unusable()), reason=_unusable())
def test_a_program_sees_its_folder_and_leaves_no_mount(tmp_path, monkeypatch):
    """In the root a program sees its own folder and the newer release; killed, it leaves no mount behind."""
    monkeypatch.delenv("SNIPPETGEN_CACHE")
    before = Path("/proc/self/mounts").read_text("utf-8")
    (tmp_path / "here.txt").write_text("seen\n", "utf-8")
    inside = roots.entering(FACTS)
    script = "cat here.txt; . /etc/os-release; echo $VERSION_CODENAME; exit 3"
    outcome = sandbox.run([*inside, "sh", "-c", script], tmp_path, {"PATH": os.environ["PATH"]}, seconds=20)
    assert (outcome.code, outcome.stdout) == (3, b"seen\ntrixie\n"), outcome.describe()
    late = sandbox.run([*inside, "sleep", "30"], tmp_path, {"PATH": os.environ["PATH"]}, seconds=1)
    assert late.timed_out
    assert Path("/proc/self/mounts").read_text("utf-8") == before
