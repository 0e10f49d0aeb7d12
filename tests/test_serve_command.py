"""The command `snippetgen serve`: how it begins, what it refuses, and how it ends."""

import re
import signal
import socket
import subprocess
import sys

import pytest
from senders import LIMIT
from servers import ROOT, running

GOOD = "title: t\nmethod: GET\nurl: https://api.example.com/x\n"


def run(*words, cwd=None, code=None):
    """The command, which must end by itself: exit code and standard error."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "snippetgen"]), "serve", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=LIMIT, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


BLOCKED = """
import sys
sys.modules[{name!r}] = None
from snippetgen.cli import main
sys.argv = ["snippetgen", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize("name", ["uvicorn", "starlette", "httpcore"])
def test_without_the_extra(name):
    """Without what the extra brings, one message says what to install."""
    status, error = run(ROOT / "specs", "--port", "0", code=BLOCKED.format(name=name))
    assert (2, 1) == (status, len(error.splitlines()))
    assert error.startswith(f"Error: {name}")
    assert "pip install 'snippetgen[serve]'" in error


def test_port_in_use():
    """A port that another program has is told."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert (2, f"Error: cannot listen on port {port}: Address already in use\n") == run(ROOT / "specs", "--port", port)


def test_port_of_another_run():
    """So is that of another run, which stays."""
    with running(ROOT / "specs") as server:
        status, error = run(ROOT / "specs", "--port", server.port)
        assert (2, f"Error: cannot listen on port {server.port}: Address already in use\n") == (status, error)
        assert 200 == server.get("/").status


@pytest.mark.parametrize("url", ["x", "", "ftp://a.example", "http://", "http://a@b.example", "http://a.example:99999", "http://256.1.1.1"])
def test_wrong_allow(url):
    """An address of --allow that is none is told, and which."""
    status, error = run(ROOT / "specs", "--port", "0", "--allow", url)
    assert 2 == status
    assert error.startswith(f"Error: --allow {url}: the ")


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_wrong_port(port):
    """A port that is none is told."""
    status, error = run(ROOT / "specs", "--port", port)
    assert 2 == status
    assert "'--port'" in error


def test_no_specs(tmp_path):
    """Without specs, with an empty folder, and with a word that names nothing, one message says so."""
    assert (2, "Error: specs: no such file or folder\n") == run(cwd=tmp_path)
    (tmp_path / "empty").mkdir()
    assert (2, "Error: empty: contains no .yaml or .yml files\n") == run("empty", cwd=tmp_path)
    assert (2, "Error: none: no such file or folder\n") == run("none", cwd=tmp_path)


def test_mistakes(tmp_path):
    """Every mistake of a spec is told at its place, and the server begins."""
    (tmp_path / "a.yaml").write_text("title: t\nmethod: 7\nurl: x\n", "utf-8")
    with running(tmp_path) as server:
        assert 200 == server.get("/").status
        assert ["a.yaml:2:9: method", "a.yaml:3:6: url"] == re.findall(r"(?m)^.*(a\.yaml:\d+:\d+: \w+): ", server.output())


def test_paths(tmp_path):
    """Folders and files whose names have spaces and Chinese characters are served under these."""
    folder = tmp_path / "my specs 汉字"
    folder.mkdir()
    (folder / "聊天 one.yaml").write_text(GOOD, "utf-8")
    with running(folder) as server:
        page = server.get("/%E8%81%8A%E5%A4%A9%20one.html")
        assert 200 == page.status
        assert 'href="%E8%81%8A%E5%A4%A9%20one.html"' in server.get("/").text
        assert 200 == server.post("render", {"endpoint": "聊天 one", "target": "shell/curl", "state": {"method": "GET", "base": "https://a.example"}}).status


def test_default_folder(tmp_path):
    """Without a word the folder specs is served."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "one.yaml").write_text(GOOD, "utf-8")
    with running(cwd=tmp_path) as server:
        assert 200 == server.get("/one.html").status


def test_title_and_locales(tmp_path):
    """Title and languages of the pages are those of the options."""
    (tmp_path / "one.yaml").write_text(GOOD, "utf-8")
    with running(tmp_path, "--title", "<Our> APIs", "--locale", "zh", "--locale", "en") as server:
        assert "&lt;Our&gt; APIs" in server.get("/").text
        assert '<html lang="zh' in server.get("/").text
        assert '<html lang="en' in server.get("/en/index.html").text
        assert 404 == server.get("/zh/").status


def test_address():
    """The first line is the address, on this machine alone."""
    with running(ROOT / "specs") as server:
        assert f"http://127.0.0.1:{server.port}/  (Ctrl-C to stop)\n" == server.lines[0]
        assert 200 == server.get("/").status
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.2", server.port), timeout=LIMIT)


def ignoring():
    """Ignore Ctrl-C, as a shell makes a command do that it starts with &."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@pytest.mark.parametrize(
    ("sent", "begin"), [(signal.SIGINT, None), (signal.SIGINT, ignoring), (signal.SIGTERM, None)], ids=["terminal", "background", "kill"]
)
def test_it_ends(sent, begin):
    """A signal ends the server with success while connections are open: a silent one, half a request, a stream."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(LIMIT)
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with running(ROOT / "specs" / "head.yaml", "--allow", base, begin=begin) as server, server.open() as silent, server.open() as half, server.open() as stream:
            half.sendall(server.head("render", 100) + b"{")
            asked = b'{"endpoint": "head", "state": {"method": "GET", "base": "%b"}}' % base.encode()
            stream.sendall(server.head("send", len(asked)) + asked)
            api, _ = listener.accept()
            with api:
                api.recv(1 << 16)
                api.sendall(b"HTTP/1.1 200 OK\r\n\r\nfirst")
                assert b"200 OK" in stream.recv(1 << 16)
                server.process.send_signal(sent)
                assert 0 == server.process.wait(timeout=LIMIT)
            assert (b"", 1) == (silent.recv(1), len(server.output().splitlines())), server.output()
