"""The user's files."""

import os
from pathlib import Path

import pytest

from snippetgen.basics import files
from snippetgen.errors import FileError


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def touch(*names):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


class TestSpecFiles:
    def test_folder(self):
        """A folder stands for all YAML files below it, by name, without hidden ones."""
        touch("a/z.yaml", "a/b/c.yml", "a/.d.yaml", "a/.e/f.yaml", "a/g.json")
        assert ["a/b/c.yml", "a/z.yaml"] == files.spec_files(["a"])

    def test_default(self):
        """Without a name, ./specs is used."""
        touch("specs/a.yaml")
        assert ["specs/a.yaml"] == files.spec_files([])

    def test_globs(self):
        """A glob names files and folders; ** goes deep."""
        touch("a/x.yaml", "a/b/y.yaml", "a/z.json")
        assert (["a/x.yaml", "a/b/y.yaml"], ["a/b/y.yaml", "a/x.yaml"]) == (
            files.spec_files(["a/x*", "a/?"]),
            files.spec_files(["**/*.yaml"]),
        )

    def test_a_file_with_a_star_in_its_name(self):
        """A file that is there is itself, not a pattern."""
        touch("[a].yaml", "a.yaml")
        assert ["[a].yaml"] == files.spec_files(["[a].yaml"])

    def test_a_file_of_any_name(self):
        """A file that is named is used, whatever its ending."""
        touch("spec.txt")
        assert ["spec.txt", "-"] == files.spec_files(["spec.txt", "-"])

    def test_an_empty_folder(self):
        """An empty folder is an error, because it contains no spec."""
        Path("a").mkdir()
        with pytest.raises(FileError, match=r"^a: contains no .yaml or .yml files$"):
            files.spec_files(["a"])


class TestWrite:
    def test_folders_are_made(self):
        """Missing folders are made."""
        files.write(Path("a/b/c"), "é")
        assert "é".encode() == Path("a/b/c").read_bytes()

    def test_nothing_else_is_left(self):
        """Writing leaves no temporary file behind."""
        files.write(Path("a"), b"1")
        assert ["a"] == [one.name for one in Path().iterdir()]

    def test_mode_of_a_new_file(self):
        """A new file has the mode that the user's umask says."""
        Path("other").touch()
        files.write(Path("a"), "1")
        assert Path("other").stat().st_mode == Path("a").stat().st_mode

    def test_mode_of_an_old_file(self):
        """An existing file keeps its mode."""
        Path("a").touch(0o640)
        Path("a").chmod(0o640)
        files.write(Path("a"), "1")
        assert 0o640 == Path("a").stat().st_mode & 0o777

    def test_link(self):
        """A link still points at the file, which is what changes."""
        touch("b/a")
        Path("link").symlink_to("b/a")
        files.write(Path("link"), "1")
        assert (True, "1") == (Path("link").is_symlink(), Path("b/a").read_text("utf-8"))

    def test_what_is_no_file(self):
        """A pipe, or a device such as /dev/null, is written to, and stays what it is."""
        os.mkfifo("pipe")
        reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
        files.write(Path("pipe"), "1")
        assert (True, b"1") == (Path("pipe").is_fifo(), os.read(reader, 9))
        os.close(reader)

    def test_failure(self):
        """If writing fails, the old file stays, and the message names it."""
        Path("a").mkdir()
        with pytest.raises(FileError, match=r"^a: cannot be written: "):
            files.write(Path("a"), "1")
        assert ["a"] == [one.name for one in Path().iterdir()]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"SNIPPETGEN_CACHE": "/own", "XDG_CACHE_HOME": "/xdg"}, "/own"),
        ({"XDG_CACHE_HOME": "/xdg"}, "/xdg/snippetgen"),
        ({"HOME": "/home/me"}, "/home/me/.cache/snippetgen"),
    ],
)
def test_cache_folder(monkeypatch, environ, expected):
    """Our own variable first, then the XDG directory, then the home folder."""
    for name in ("SNIPPETGEN_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert Path(expected) == files.cache_folder()
