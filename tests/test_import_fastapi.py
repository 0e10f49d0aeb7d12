"""Programs from the description that FastAPI generates, run against the real application."""

import json
import socket
import threading
from ast import literal_eval
from pathlib import Path

import pytest
import uvicorn
from needs import need_toolchain
from uploads import app

from snippetgen import importers
from snippetgen.languages import Languages
from snippetgen.request.build import build
from snippetgen.request.choices import Choices
from snippetgen.running import runner

LAMP = {"name": "Lamp", "price": 9.5, "tags": ["new"], "colour": "red"}
ANSWERS = {
    "/one-file": ["file.bin", 5], "/optional-file": "file.bin", "/nullable-file": "file.bin",
    "/file-beside-optional-file": ["file.bin", None], "/files": ["files.bin"], "/nullable-files": ["files.bin"], "/bytes": 5,
    "/file-and-form": ["file.bin", "hi", 0], "/file-and-optional-form": ["file.bin", None],
    "/form": ["ada", 18, True], "/form-list": ["a b", "c&d"], "/form-model": {"username": "ada", "remember": True},
    "/query-model": {"q": "a b&c", "limit": 1}, "/query-list": [[1, 2], None],
    "/types/{when}/{key}": ["2024-01-15", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "red", 0.5],
    "/headers": ["t-1", ["a,b"]], "/cookies": "dark", "/files/{path}": "a b.txt",
    "/item": LAMP, "/items/{name}": ["p", LAMP, 1], "/list": [LAMP], "/optional-body": LAMP, "/mapping": {"a": 0.5}, "/scalar": 7,
}
"""Path -> what the application must have understood."""

SOURCE = importers.open_source(json.dumps(app.openapi()), "openapi.json")
ENTRIES = {one.labels[1].partition(" ")[2]: one for one in SOURCE.entries}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def origin():
    """The address of the running application."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def test_every_operation_is_tried():
    """The table of answers has each operation of the application."""
    assert sorted(ENTRIES) == sorted(ANSWERS)


@pytest.mark.toolchain
@pytest.mark.parametrize("path", ANSWERS)
@pytest.mark.parametrize("name", ["python/requests", "node/fetch", "php/curl"])
def test_the_application_understands(name, path, origin, capfd):
    """The program sends what the application wants: it answers 200 with what it got."""
    (target,) = Languages().select(name)
    need_toolchain(target)
    endpoint = ENTRIES[path].read().endpoint()
    for part in build(endpoint).body.parts:
        if part.path:
            Path(part.path).write_bytes(b"bytes")
    code = runner.run(endpoint, target, Choices(server=origin))
    printed = capfd.readouterr()
    assert (0, ANSWERS[path]) == (code, read(printed.out.strip())), printed.err


def read(text):
    """An answer as it is printed: JSON, a literal of Python, or a bare text."""
    for reader in (json.loads, literal_eval):
        try:
            return reader(text)
        except (ValueError, SyntaxError):
            pass
    return text
