"""What the pages ask of their server: programs, requests that are sent, commands that are imported, and a search."""

import base64
import json
import re
import shutil
import socket
import time
from contextlib import contextmanager

import pytest
from senders import LIMIT
from servers import ROOT, page_state, running

from snippetgen import spec
from snippetgen.console.form import form
from snippetgen.errors import Refused
from snippetgen.languages import Languages
from snippetgen.rendering import programs
from snippetgen.rendering.look import Look
from snippetgen.request import build, resolve
from snippetgen.request.choices import Choices
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock

QWQ = spec.load(ROOT / "specs" / "qwq-32b.yaml")
SECRETS = {"MKEAI_API_KEY": "s3cr3t"}


def opened(endpoint, base=""):
    made = page_state(form(endpoint, "en"))
    return made | ({"base": base} if base else {})


@pytest.fixture(scope="module")
def upstream():
    with Mock(QWQ, Behaviour(pace=0)) as mock:
        yield mock


@pytest.fixture(scope="module")
def server(upstream):
    with running(ROOT / "specs", "--allow", upstream.origin) as found:
        yield found


# -- programs ----------------------------------------------------------------------------------------------------------


def rendered(server, **more):
    asked = {"endpoint": "qwq-32b", "state": opened(QWQ), "target": "python/requests", "locale": "en"}
    return server.post("render", asked | more)


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_every_target(server, locale, stream):
    """The program of every target is that of `snippetgen render`, coloured without markup of others; or the refusal is."""
    targets = Languages(None).all()
    expected = {one.target.id: one for one in programs.programs([QWQ], targets, Choices(stream=stream), locale, Look())}
    for target in targets:
        found = rendered(server, target=target.id, locale=locale, state=opened(QWQ) | {"stream": stream}).json
        made = expected[target.id]
        if made.snippet is None:
            assert {"refused": f"{target.facts['title']}: {made.refused}"} == found
            continue
        assert (made.snippet.text, made.snippet.filename) == (found["text"], found["filename"])
        assert set() == set(re.findall(r"<(/?\w+)", found["html"])) - {"span", "/span"}
    assert len(expected) == len(targets)


def test_refusal(server):
    """What a client cannot carry is refused with the reason that the command line gives."""
    endpoint = spec.load(ROOT / "tests" / "specs" / "get-body.yaml")
    state = opened(endpoint) | {"base": "https://api.mkeai.com/v1"}
    targets = Languages(None).all()
    made = programs.programs([endpoint], targets, Choices(), "en", Look())
    refused = next(one for one in made if one.snippet is None)
    found = rendered(server, state=state, target=refused.target.id).json
    assert {"refused": f"{refused.target.facts['title']}: {refused.refused}"} == found


def test_program_has_no_secret(server):
    """The value of a secret is no part of a program, even if it is sent along."""
    assert "s3cr3t" not in rendered(server, secrets=SECRETS).text


@pytest.mark.parametrize(
    ("more", "reason"),
    [({"endpoint": "none"}, "no such endpoint"), ({"endpoint": None}, "no such endpoint"), ({"target": "basic/x"}, "no such language"), ({"target": ["python/requests"]}, "no such language"),
     ({"state": None}, "state: must be an object"), ({"state": {}}, "method: must be"), ({"state": opened(QWQ) | {"base": "ftp://x"}}, "base: must be")],
)  # fmt: skip
def test_wrong(server, more, reason):
    """What cannot be rendered is told as JSON, with its reason."""
    reply = rendered(server, **more)
    assert (400, ["application/json"]) == (reply.status, reply.all("content-type"))
    assert reason in reply.json["error"]


def test_markup_is_escaped(server):
    """A value full of markup is text in a program's colours."""
    state = opened(QWQ)
    state["body"]["params"][0]["value"] = "</code><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
    for target in ("python/requests", "shell/curl"):
        found = rendered(server, state=state, target=target).json
        assert "<script" not in found["html"]
        assert "<img" not in found["html"]
        assert "onerror" in found["html"]


# -- sending -----------------------------------------------------------------------------------------------------------


def body(events):
    return b"".join(base64.b64decode(one["piece"]) for one in events if "piece" in one)


def kinds(events):
    return [next(iter(one)) for one in events if "piece" not in one]


def test_whole(server, upstream):
    """A request is sent, and its answer comes back as events of JSON."""
    events = server.events(opened(QWQ, f"{upstream.origin}/v1"), "qwq-32b", secrets=SECRETS)
    assert ["sent", "head", "end"] == kinds(events)
    assert (200, json.loads(QWQ.answer.example)) == (events[1]["head"]["status"], json.loads(body(events)))
    assert events[0]["sent"]["raw"].startswith("POST /v1/chat/completions HTTP/1.1\r\n")
    recorded = upstream.requests[-1]
    assert (["Bearer s3cr3t"], {"model", "messages", "stream"}) == (recorded.all("authorization"), set(json.loads(recorded.body)))


def test_answer_is_no_page(server, upstream):
    """An answer comes as lines of JSON in base64, never as a page of our origin."""
    reply = server.post("send", {"endpoint": "qwq-32b", "state": opened(QWQ, f"{upstream.origin}/v1"), "secrets": SECRETS})
    assert (["application/x-ndjson"], ["nosniff"]) == (reply.all("content-type"), reply.all("x-content-type-options"))


def test_not_found(server, upstream):
    """An error of the server is an answer like any other."""
    events = server.events(opened(QWQ, f"{upstream.origin}/other"), "qwq-32b", secrets=SECRETS)
    assert (["sent", "head", "end"], 404) == (kinds(events), events[1]["head"]["status"])


def test_missing_key(server, upstream):
    """A variable without a value is named, and nothing is sent."""
    before = upstream.received
    reply = server.post("send", {"endpoint": "qwq-32b", "state": opened(QWQ, f"{upstream.origin}/v1")})
    assert (400, "MKEAI_API_KEY has no value") == (reply.status, reply.json["error"])
    assert before == upstream.received


@pytest.mark.parametrize("base", ["http://127.0.0.1:{port}", "http://127.0.0.1:9", "https://example.com", "http://169.254.169.254", "http://[::1]:9", "http://2130706433:9", "http://0x7f.1:9", "http://localhost:9"])
def test_foreign_server(server, base):
    """Servers that neither a spec nor --allow names are not asked, the server of the pages least of all."""
    (event,) = server.events(opened(QWQ, base.format(port=server.port)), "qwq-32b", secrets=SECRETS)
    assert "none of the servers that requests may go to" in event["fail"]


def yaml(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    return file


def test_private_server_of_a_spec(tmp_path, upstream):
    """A server of a spec that is on this machine is not asked without --allow."""
    yaml(tmp_path, "local", f"title: t\nmethod: GET\nurl: {upstream.origin}/v1\n")
    endpoint = spec.load(tmp_path / "local.yaml")
    with running(tmp_path) as server:
        events = server.events(opened(endpoint), "local")
        assert ["fail"] == kinds(events)
        assert "loopback" in events[0]["fail"]
    with running(tmp_path, "--allow", upstream.origin) as server:
        assert ["sent", "head", "end"] == kinds(server.events(opened(endpoint), "local"))


def closed_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def test_refused_connection():
    """A server that takes no connection is told."""
    base = f"http://127.0.0.1:{closed_port()}"
    with running(ROOT / "specs", "--allow", base) as server:
        events = server.events(opened(QWQ, base), "qwq-32b", secrets=SECRETS)
        assert [{"fail": f"no connection to {base}"}] == events


def test_upload(server, upstream):
    """The bytes of a file come from the page; without them nothing is sent."""
    endpoint = spec.load(ROOT / "specs" / "upload.yaml")
    state = opened(endpoint, upstream.origin)
    before = upstream.received
    reply = server.post("send", {"endpoint": "upload", "state": state, "secrets": {"PHOTOS_TOKEN": "t"}})
    assert (400, "sunset.jpg: choose the file first", before) == (reply.status, reply.json["error"], upstream.received)
    content = bytes(range(256))
    given = {"sunset.jpg": base64.b64encode(content).decode()}
    server.events(state, "upload", secrets={"PHOTOS_TOKEN": "t"}, files=given)
    assert content in upstream.requests[-1].body
    assert 400 == server.post("send", {"endpoint": "upload", "state": state, "secrets": {"PHOTOS_TOKEN": "t"}, "files": {"sunset.jpg": "no base64!"}}).status


@contextmanager
def listening():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(LIMIT)
        yield listener, f"http://127.0.0.1:{listener.getsockname()[1]}"


def lines_of(connection):
    """The lines of a chunked answer as they arrive."""
    found = b""
    while data := connection.recv(1 << 16):
        found += data
        while b"\n" in found:
            line, _, found = found.partition(b"\n")
            if line.startswith(b"{"):
                yield json.loads(line)


def sending(server, base, connection):
    state = opened(QWQ, base) | {"stream": True}
    asked = json.dumps({"endpoint": "qwq-32b", "state": state, "secrets": SECRETS}).encode()
    connection.sendall(server.head("send", len(asked)) + asked)


def request_of(connection):
    found = b""
    while not found.endswith(b"}"):
        found += connection.recv(1 << 16)
    return found


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"


def test_streams():
    """A piece of a stream is on its page before the server sends the next one."""
    with listening() as (listener, base), running(ROOT / "specs", "--allow", base) as server, server.open() as page:
        sending(server, base, page)
        api, _ = listener.accept()
        with api:
            assert b'"stream": true' in request_of(api)
            api.sendall(HEAD + b"data: 1\n\n")
            events = lines_of(page)
            assert ["sent", "head"] == [next(iter(next(events))) for _ in range(2)]
            assert "data: 1\n\n" == base64.b64decode(next(events)["piece"]).decode()
            api.sendall(b"data: 2\n\n")
            assert "data: 2\n\n" == base64.b64decode(next(events)["piece"]).decode()
        assert "end" in next(events)


def test_cancel():
    """Where the page goes away, the connection to the server is closed."""
    with listening() as (listener, base), running(ROOT / "specs", "--allow", base) as server:
        page = server.open()
        sending(server, base, page)
        api, _ = listener.accept()
        with api:
            api.settimeout(LIMIT)
            request_of(api)
            api.sendall(HEAD + b"data: 1\n\n")
            events = lines_of(page)
            while "piece" not in next(events):
                pass
            page.close()
            assert b"" == api.recv(1 << 16)
        assert "Traceback" not in server.output()


# -- importing ---------------------------------------------------------------------------------------------------------


def imported(server, text):
    return server.post("import", {"text": text})


def test_import(server):
    """A command of curl becomes the state of the form."""
    reply = imported(server, """curl -X PUT 'https://api.example.com/v1/a?b=c&b=d' -H 'X-A: e' --data '{"n": 12345678901234567890, "f": 1.50}' -H 'Content-Type: application/json'""")
    found = reply.json["state"]
    assert ("PUT", "https://api.example.com", "/v1/a") == (found["method"], found["base"], found["path"])
    assert ("json", '{"n": 12345678901234567890, "f": 1.50}') == (found["body"]["kind"], found["body"]["text"])
    rendering = rendered(server, state=found)
    assert 200 == rendering.status
    assert "12345678901234567890" in rendering.json["text"]


SECRET = "made-up-value-of-no-real-key-0123456789"

WITH_SECRETS = [
    f"curl -H 'Authorization: Bearer {SECRET}' https://a.example",
    f"curl -u 'ada:{SECRET}' https://a.example",
    f"curl -H 'X-Api-Key: {SECRET}' https://a.example",
    f"curl 'https://a.example/?api_key={SECRET}&b=c'",
    f"curl -b 'session={SECRET}' https://a.example",
    f"curl -d 'password={SECRET}&user=ada' https://a.example",
    f"""curl --json '{{"api_key": "{SECRET}", "a": 1}}' https://a.example""",
    f"curl -F 'token={SECRET}' -F 'file=@x.txt' https://a.example",
    f"curl 'https://ada:{SECRET}@a.example/'",
    f"curl -x 'http://ada:{SECRET}@proxy.example' https://a.example",
]


@pytest.mark.parametrize("text", WITH_SECRETS, ids=range(len(WITH_SECRETS)))
def test_import_of_secrets(server, text):
    """A secret of a command becomes a variable: nothing of it comes back."""
    reply = imported(server, text)
    assert reply.status in (200, 400)
    assert SECRET not in reply.text
    assert SECRET[:12] not in reply.text


def test_import_keeps_variables(server):
    """The variables of an imported command are those of the program."""
    found = imported(server, WITH_SECRETS[6]).json["state"]
    text = rendered(server, state=found).json["text"]
    assert "API_KEY" in found["body"]["text"]
    assert '"$' not in text


def test_import_tells_of_authorization(server):
    """The form of a page has the authentication of its spec: that of a command is left out, and that is told."""
    for text in WITH_SECRETS[:2]:
        assert "authentication" in " ".join(imported(server, text).json["notes"])
    assert "x.txt" in " ".join(imported(server, WITH_SECRETS[7]).json["notes"])


HOSTILE = [
    "", " ", "curl", "curl ''", "curl https://", "curl -d @/etc/passwd https://a.example", "curl -T /etc/passwd https://a.example", "curl $(touch PWNED) https://a.example", "curl 'unclosed", "curl file:///etc/passwd",
    "curl ftp://a.example", "curl -K /etc/passwd https://a.example", "x" * 100_000, "{" * 10_000, "curl -H 'A: b\r\nC: d' https://a.example", "<script>alert(1)</script>", "openapi: 3.0.0\ninfo: {$ref: /etc/passwd}\npaths: {}",
    '{"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"$ref": "/etc/passwd"}}}', "title: t\nmethod: GET\nurl: https://a.example", "curl https://a.example\ncurl https://b.example", "curl -d '" + "[" * 5000 + "' https://a.example",
    "curl --next --next", "\0", "\ud800", "wget https://a.example", "http POST a.example b=c",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_import_of_anything(server, text):
    """A text that is no command is refused; no file is read for one."""
    reply = imported(server, text)
    assert reply.status in (200, 400)
    assert ["application/json"] == reply.all("content-type")
    assert "root:" not in reply.text


# -- search and changes ------------------------------------------------------------------------------------------------


def found(server, query):
    return [one["name"] for one in server.get(f"/api/search?q={query}").json]


def test_search(server):
    """Words find the endpoints that have all of them, in any language, also by how they begin; the best come first."""
    assert "qwq-32b" == found(server, "QwQ")[0]
    assert ["qwq-32b"] == found(server, "completion+stream")
    assert ["qwq-32b"] == found(server, "%E6%A8%A1%E5%9E%8B")
    assert ["qwq-32b"] == found(server, "compl")
    assert [] == found(server, "qwq+nosuchword")
    assert [] == found(server, "")
    assert [] == found(server, "%20%00%ff")
    assert [] == found(server, "a" * 5000)


GOOD = "title: {name}\nmethod: GET\nurl: https://api.example.com/{name}\n"


def until(condition):
    """Wait until the server has seen a change."""
    end = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def version(server):
    return server.get("/api/version").json["version"]


def test_changes(tmp_path):
    """A changed, a new and a removed spec is seen; else the version stays."""
    file = yaml(tmp_path, "one", GOOD.format(name="one"))
    with running(tmp_path) as server:
        first = version(server)
        time.sleep(0.7)
        assert first == version(server)
        file.write_text(GOOD.format(name="changed"), "utf-8")
        until(lambda: version(server) > first)
        assert "changed" in server.get("/one.html").text
        yaml(tmp_path / "sub", "two", GOOD.format(name="two"))
        until(lambda: ["sub/two"] == found(server, "two"))
        assert 200 == server.get("/sub/two.html").status
        file.unlink()
        until(lambda: 404 == server.get("/one.html").status)


def test_new_server_of_a_spec(tmp_path):
    """A server that a spec names only later may be asked, too."""
    file = yaml(tmp_path, "one", GOOD.format(name="one"))
    with running(tmp_path) as server:
        state = opened(spec.load(file)) | {"base": "http://other.invalid"}
        assert "none of the servers" in server.events(state, "one")[0]["fail"]
        file.write_text("title: t\nmethod: GET\nurl: http://other.invalid/one\n", "utf-8")
        until(lambda: version(server) > 1)
        assert "the name other.invalid has no address" in server.events(state, "one")[0]["fail"]


def test_broken_specs(tmp_path):
    """A broken spec is named at the start, and the others are served; its page tells what is wrong."""
    yaml(tmp_path, "good", GOOD.format(name="good"))
    yaml(tmp_path, "bad", "title: t\nmethod: GET\nurl: nothing\n")
    yaml(tmp_path, "worse", "{{{")
    with running(tmp_path) as server:
        assert 200 == server.get("/good.html").status
        for name in ("bad", "worse"):
            assert f"{name}.yaml" in server.output()
            reply = server.get(f"/{name}.html")
            assert (500, ["text/plain; charset=utf-8"]) == (reply.status, reply.all("content-type"))
            assert f"{name}.yaml" in reply.text


def test_becomes_broken(tmp_path):
    """A spec that is broken while the server runs says so on its page, until it is mended; the others stay."""
    file = yaml(tmp_path, "one", GOOD.format(name="one"))
    yaml(tmp_path, "two", GOOD.format(name="two"))
    with running(tmp_path) as server:
        good = file.read_text("utf-8")
        file.write_text("title: [", "utf-8")
        until(lambda: 500 == server.get("/one.html").status)
        assert 200 == server.get("/two.html").status
        assert "load the page again" in server.post("render", {"endpoint": "one", "state": {}}).json["error"]
        file.write_text(good, "utf-8")
        until(lambda: 200 == server.get("/one.html").status)


def test_folder_is_gone(tmp_path):
    """Without its folder the server has no page but an empty index, and comes back with the folder."""
    yaml(tmp_path / "specs", "one", GOOD.format(name="one"))
    with running("specs", cwd=tmp_path) as server:
        shutil.move(tmp_path / "specs", tmp_path / "away")
        until(lambda: 404 == server.get("/one.html").status)
        assert 200 == server.get("/").status
        assert version(server) > 1
        shutil.move(tmp_path / "away", tmp_path / "specs")
        until(lambda: 200 == server.get("/one.html").status)


def test_two_of_one_name(tmp_path):
    """Two specs whose pages would have one name: the first is served, the other one is named."""
    for folder in ("a", "b"):
        yaml(tmp_path / folder, "x", GOOD.format(name=folder))
    with running("a", "b", cwd=tmp_path) as server:
        assert "api.example.com/a" in server.get("/x.html").text
        assert re.search(r"b[/\\]x\.yaml: is left out: its page x is that of a[/\\]x\.yaml", server.output())
    with running(".", cwd=tmp_path) as server:
        assert [200, 200] == [server.get(f"/{one}/x.html").status for one in "ab"]
        assert "left out" not in server.output()


def test_names_of_our_pages(tmp_path):
    """A spec named as the index, or in the folder of a language, is named, and our pages stay."""
    yaml(tmp_path, "index", GOOD.format(name="first"))
    yaml(tmp_path / "zh", "x", GOOD.format(name="second"))
    yaml(tmp_path, "y", GOOD.format(name="third"))
    with running(tmp_path) as server:
        assert "third" in server.get("/index.html").text
        assert ["index.yaml: is left out", "x.yaml: is left out"] == sorted(re.findall(r"\w+\.yaml: is left out", server.output()))


def test_one_file_twice(tmp_path):
    """A spec that is named twice is one."""
    yaml(tmp_path, "x", GOOD.format(name="x"))
    with running(".", "x.yaml", cwd=tmp_path) as server:
        assert "left out" not in server.output()


def test_description(tmp_path):
    """Every operation of a description has a page, below the name of its file; what is wrong with one is named."""
    operation = {"responses": {"200": {"description": "ok"}}}
    data = {"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "servers": [{"url": "https://api.example.com"}],
            "paths": {"/a": {"get": {"operationId": "getA", **operation}}, "/b": {"post": {"operationId": "postB", **operation}}}}  # fmt: skip
    (tmp_path / "api.json").write_text(json.dumps(data), "utf-8")
    with running("api.json", cwd=tmp_path) as server:
        names = found(server, "api")
        assert 2 == len(names)
        assert [200, 200] == [server.get(f"/{name}.html").status for name in names]


def test_no_refusal_is_silent():
    """A build that refuses is no error of the server: `Refused` is told as any mistake is."""
    with pytest.raises(Refused):
        build.build(spec.loads("title: t\nmethod: GET\nurl: https://a.example/\n", "x"), stream=True)
    assert "https://a.example/" == resolve(build.build(spec.loads("title: t\nmethod: GET\nurl: https://a.example\n", "x")).url, {})


@pytest.mark.parametrize("text", HOSTILE[16:19], ids=range(3))
def test_import_of_descriptions(server, text):
    """A description is not taken: it may refer to files of this machine."""
    reply = imported(server, text)
    assert (400, True) == (reply.status, "is none that is read here" in reply.json["error"])
