"""The catalog of a server: cheap to ask, and the same for all threads."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from senders import LIMIT

from snippetgen.errors import FileError
from snippetgen.serve import catalog
from snippetgen.serve.catalog import Catalog

GOOD = "title: {0} thing\nmethod: GET\nurl: https://api.example.com/{0}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(catalog, "PAUSE", 0.0)
    for name in ("one", "two", "three"):
        write(tmp_path, name, GOOD.format(name))
    return tmp_path


def write(folder, name, text):
    (folder / f"{name}.yaml").write_text(text, "utf-8")


@pytest.fixture
def reads(monkeypatch):
    """The files that are read, in order."""
    found = []
    real = catalog.spec.read

    def read(file):
        found.append(Path(file).stem)
        return real(file)

    monkeypatch.setattr(catalog.spec, "read", read)
    return found


def test_reads_what_changed_alone(folder, reads):
    """Of a folder only what has changed is read again; without a change nothing is, and all stays as it was."""
    made = Catalog([str(folder)], ("en",))
    assert ["one", "three", "two"] == sorted(reads)
    reads.clear()
    before = made.now
    assert ([], False, 1, True) == (reads, made.refresh(), made.version, made.now is before)
    write(folder, "two", GOOD.format("other"))
    assert (True, ["two"], 2) == (made.refresh(), reads, made.version)
    assert "/other" == made.get("two").endpoint.path
    assert before.known["one"] is made.now.known["one"]


def test_same_size(folder):
    """A change is seen by the time of the file, too."""
    made = Catalog([str(folder)], ("en",))
    write(folder, "two", GOOD.format("owt"))
    os.utime(folder / "two.yaml", ns=(1, 1))
    assert (True, "/owt") == (made.refresh(), made.get("two").endpoint.path)


def test_referenced_file(folder):
    """A change in a file to which a description refers is seen."""
    operation = 'get: {operationId: getA, summary: {}, responses: {"200": {description: ok}}}\n'
    write(folder, "api", 'openapi: 3.0.0\ninfo: {title: t, version: "1"}\nservers: [{url: "https://a.example"}]\npaths: {/a: {$ref: "part.txt"}}\n')
    part = folder / "part.txt"
    part.write_text(operation.replace("{}", "first", 1), "utf-8")
    made = Catalog([str(folder / "api.yaml")], ("en",))
    (name,) = made.now.known
    part.write_text(operation.replace("{}", "second time", 1), "utf-8")
    assert (True, "second time") == (made.refresh(), made.get(name).endpoint.title.text("en"))


def test_pause(folder, reads, monkeypatch):
    """Files are not asked again at once."""
    monkeypatch.setattr(catalog, "PAUSE", 1000.0)
    made = Catalog([str(folder)], ("en",))
    made.refresh()
    write(folder, "two", GOOD.format("other"))
    reads.clear()
    assert (False, []) == (made.refresh(), reads)


def test_others_do_not_wait(folder, monkeypatch):
    """While one thread reads, the others have what was known before."""
    made = Catalog([str(folder)], ("en",))
    reading, go_on = threading.Event(), threading.Event()
    real = catalog.spec.read

    def slow(file):
        reading.set()
        assert go_on.wait(LIMIT)
        return real(file)

    monkeypatch.setattr(catalog.spec, "read", slow)
    write(folder, "two", GOOD.format("other"))
    thread = threading.Thread(target=made.refresh)
    thread.start()
    assert reading.wait(LIMIT)
    assert (False, "/two") == (made.refresh(), made.get("two").endpoint.path)
    go_on.set()
    thread.join(LIMIT)
    assert "/other" == made.get("two").endpoint.path


def test_many_threads(folder):
    """Whatever several threads see is whole: every endpoint that is known has its card, and can be found."""
    made = Catalog([str(folder)], ("en",))

    def use(number):
        if number % 20 == 0:
            write(folder, "two", GOOD.format(f"two{number}"))
        made.refresh()
        now = made.now
        return len(now.known), len(now.cards), len(now.find("thing")), len(now.groups)

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(use, range(200)))
    assert {(3, 3, 3, 0), (2, 2, 2, 0)} >= found  # a file that is being written may be empty
    made.refresh()
    assert 3 == len(made.now.known)


def test_word_of_nothing(tmp_path):
    """A word that names nothing is an error at the start, and only a fault later."""
    with pytest.raises(FileError):
        Catalog([str(tmp_path / "none")], ("en",))


def test_find(folder):
    """A word that is whole counts more than a beginning; every word must be there."""
    write(folder, "four", "title: threes\nmethod: GET\nurl: https://api.example.com/four\n")
    now = Catalog([str(folder)], ("en",)).now
    assert ["three", "four"] == [one.name for one in now.find("three")]
    assert ["three"] == [one.name for one in now.find("thing thr")]
    assert [] == now.find("thing nothing")
    assert [] == now.find(" .,")
