"""Each law can be broken: a sabotaged template is caught, so a green table means something."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from snippetgen import spec
from snippetgen.languages import Languages, language
from snippetgen.verify import Options, verify

SPECS = Path(__file__).parent.parent / "specs"

QWQ = SPECS / "qwq-32b.yaml"
OURS = Path(__file__).parent / "specs"
DIGEST = OURS / "digest.yaml"
REQUESTS, SSE = "requests.py.j2", "_sse.j2"
LINES = "response.iter_lines(chunk_size=1)"
POOL = "requests.packages.urllib3.HTTPSConnectionPool.__init__"
CHECK = "if response.status_code >= 300"


class Sabotage(NamedTuple):
    """A template made wrong.

    Attributes:
        law: the law that it breaks.
        file: the template.
        edits: text -> the text in its place.
        says: what the report of the failure must say.
    """

    law: int
    file: str
    edits: dict[str, str]
    says: str = ""
    spec: Path = QWQ


def after_import(line):
    return {"import requests\n": f"import requests\n\n{line}\n"}


SABOTAGE = {
    "a header is lost": Sabotage(1, REQUESTS, {"    headers=": "    cookies="}),
    "the method is another": Sabotage(1, REQUESTS, {"requests.{{ r.method|ident }}(": "requests.put("}),
    "the request is sent twice": Sabotage(1, REQUESTS, after_import("requests.get({{ r.url|value }}, timeout=3)")),
    "a parameter is lost": Sabotage(1, REQUESTS, {"params={{ as_pairs(r.query) }}": "params={}"}, "query", SPECS / "search.yaml"),
    "the answer is decorated": Sabotage(2, "_values.j2", {'call("print", code("response.json()"': 'call("print", "0", code("response.json()"'}),
    "the exit code is 1": Sabotage(2, REQUESTS, after_import("import atexit, os\n\natexit.register(os._exit, 1)")),
    "an error status is ignored": Sabotage(3, REQUESTS, {CHECK: "if not response.content"}, "the status is 418"),
    "the error's body is kept secret": Sabotage(3, REQUESTS, {": {response.text}": ""}, "the status is 418"),
    "the error's body is the output": Sabotage(3, REQUESTS, {'sys.exit(f"HTTP': 'print(response.text) or sys.exit(f"HTTP'}),
    "a redirect's page is the answer": Sabotage(3, REQUESTS, {"status_code >= 300": "status_code >= 400"}, "redirected to no address"),
    "a redirect is followed against the spec": Sabotage(
        3, REQUESTS, {"    allow_redirects=False,\n": ""}, "it was told to stop", OURS / "redirects-stop.yaml"
    ),
    "a redirect is not followed as the spec says": Sabotage(
        3, REQUESTS, {"{% elif not follows and": "{% elif follows and"}, "it does not follow", OURS / "redirects-follow.yaml"
    ),
    "a redirect's address is kept secret": Sabotage(
        3, REQUESTS, {'response.headers.get("Location") or ': ""}, "does not say '/moved", OURS / "redirects-stop.yaml"
    ),
    "a redirect takes the key to a stranger": Sabotage(
        4, REQUESTS, after_import("requests.Session.should_strip_auth = lambda *_: False"), "it sends Authorization"
    ),
    "there is no time-out": Sabotage(3, REQUESTS, {"timeout={{ r.timeout|number }}": "timeout=None"}, "the server never answers"),
    "a missing variable is no matter": Sabotage(4, "language.yaml", {"{os.environ['{name}']}": "{os.environ.get('{name}')}"}),
    "certificates are not checked": Sabotage(4, REQUESTS, {"    timeout=": "    verify=False,\n    timeout="}),
    "any name on a certificate will do": Sabotage(
        4, REQUESTS, after_import(f"import functools\n\n{POOL} = functools.partialmethod({POOL}, assert_hostname=False)"), "is for another"
    ),
    "pieces wait for the end": Sabotage(5, SSE, {", 'end=\"\"', \"flush=True\")": ", 'end=\"\"')"}, "streamed"),
    "pieces wait until there is more": Sabotage(5, REQUESTS, {LINES: "response.iter_lines()"}, "streamed without chunks"),
    "thoughts are part of the answer": Sabotage(5, SSE, {', "file=sys.stderr"': ""}, "streamed"),
    "thoughts are lost": Sabotage(5, SSE, {"{% for aside in r.asides %}": "{% for aside in [] %}"}, "on standard error"),
    "it works without TLS alone": Sabotage(5, REQUESTS, {"    stream=True,": '    stream=True,\n    verify="/dev/null",'}, "over HTTPS"),
    "gzip is not read": Sabotage(
        5, REQUESTS, {LINES: 'b"".join(response.raw.stream(decode_content=False)).splitlines()'}, "gzip"
    ),
    "chunks are lines": Sabotage(
        5, REQUESTS, {LINES: "(one for all in response.iter_content(None) for one in all.splitlines())"}, "chunk borders anywhere"
    ),
    "other fields are data": Sabotage(5, SSE, {'if field != "data":': "if not field:"}, "chunk borders anywhere"),
    "U+2028 ends a line": Sabotage(
        5, REQUESTS, {LINES: "(one.encode() for all in response.iter_lines() for one in all.decode().splitlines())"}, "streamed", OURS / "stream-events.yaml"
    ),
    "no object is null": Sabotage(5, SSE, {" or {}": ""}, "streamed", OURS / "stream-lines.yaml"),
    "a blank stands after data:": Sabotage(5, SSE, {'.partition(":")': '.partition(": ")'}, "chunk borders anywhere"),
    "lines end with LF alone": Sabotage(
        5, REQUESTS, {LINES: '(line if line[-1:] != b"\\r" else b"?" for line in response.iter_lines(None, delimiter=b"\\n"))'}, r"'\r\n' at the ends"
    ),
    "an early end is no matter": Sabotage(5, SSE, {'call("sys.exit", code((words': 'call("print", code((words'}, "ends without [DONE]"),
    "an error in place of the stream is kept secret": Sabotage(
        5, SSE, {'"rest.decode()" if bytes': '"repr(0)" if bytes'}, "in place of the stream"
    ),
    "of an error in place of the stream, only the last line is told": Sabotage(
        5, SSE, {"rest += line": "rest = line"}, "in place of the stream"
    ),
    "a pause may be longer than the time-out": Sabotage(
        5, REQUESTS, {"timeout={{ r.timeout|number }}": "timeout=60"}, "a pause is longer than the time-out"
    ),
    "many short pauses are one": Sabotage(
        5, REQUESTS, after_import("import signal\n\nsignal.alarm({{ r.timeout|number }})"), "many short pauses"
    ),
    "the first data line is enough": Sabotage(5, SSE, {'"\\n".join(data)': "data[0]"}, "several data lines", OURS / "stream-unicode.yaml"),
    "a byte order mark is data": Sabotage(5, REQUESTS, {"utf-8-sig": "utf-8"}, "byte order mark", OURS / "stream-plain.yaml"),
    "CR ends no line": Sabotage(
        5, REQUESTS, {'encoding="utf-8-sig")': 'encoding="utf-8-sig", newline="\\n")'}, r"'\r' at the ends", OURS / "stream-unicode.yaml"
    ),
    "the password is another": Sabotage(1, REQUESTS, {"r.digest[1]|value": 'code(r.digest[1]|value, ".lower()")'}, "0 requests arrived", DIGEST),
    "a wrong password is no matter": Sabotage(
        3, REQUESTS, {CHECK: "if response.status_code != 401 and response.status_code >= 300"}, "the password is wrong", DIGEST
    ),
    "the password goes in clear text": Sabotage(
        4, REQUESTS, {"    timeout=": '    cookies={"a": os.environ["CAMERA_PASSWORD"]},\n    timeout='}, "in clear text", DIGEST
    ),
    "the password goes unasked": Sabotage(
        4, REQUESTS, {"import HTTPDigestAuth": "import HTTPBasicAuth", 'call("HTTPDigestAuth"': 'call("HTTPBasicAuth"'}, "other credentials", DIGEST
    ),
    "a redirect takes the hash of the password to a stranger": Sabotage(
        4, REQUESTS, {"r.digest or ": ""}, "it sends Authorization", DIGEST
    ),
    "an import is not used": Sabotage(6, REQUESTS, {"import requests\n": "import requests, json\n"}),
    "the layout is odd": Sabotage(6, REQUESTS, {"if response.status_code >= 300": "if  response.status_code >= 300"}),
    "a file appears": Sabotage(7, REQUESTS, after_import('open("PWNED", "w")')),
}


@pytest.mark.toolchain
@pytest.mark.parametrize("how", SABOTAGE)
def test_a_broken_law_is_noticed(how, tmp_path):
    """A template that breaks one law makes verify report that law, and say what happened."""
    made = SABOTAGE[how]
    shutil.copytree(language.shipped_folder("templates") / "python", tmp_path / "python")
    path = tmp_path / "python" / made.file
    text = path.read_text("utf-8")
    for old, new in made.edits.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    rows = verify(
        [spec.load(made.spec)], Languages(tmp_path).select("python/requests"), Options(frozenset([made.law]), 2)
    )
    assert {failure.law for failure in rows[0].failures} == {made.law}
    assert made.says in "\n".join(failure.text for failure in rows[0].failures)


@pytest.mark.toolchain
def test_a_missing_toolchain_is_named(tmp_path):
    """A target whose toolchain is missing is not executed, and its row says what is missing."""
    shutil.copytree(language.shipped_folder("templates") / "python", tmp_path / "python")
    facts = tmp_path / "python" / "language.yaml"
    facts.write_text(facts.read_text("utf-8").replace("  needs: [python3]", "  needs: [no-such-python]", 1), "utf-8")
    rows = verify([spec.load(SPECS / "qwq-32b.yaml")], Languages(tmp_path).select("python"), Options(frozenset([1])))
    assert (rows[0].programs, rows[0].not_executed.split(" (")[0]) == (0, "no-such-python is not installed")


@pytest.mark.toolchain
def test_secrets_are_more_than_ascii(tmp_path):
    """A program that takes the bytes of a variable for characters breaks law 1, though it sends ASCII as it should."""
    shutil.copytree(language.shipped_folder("templates") / "perl", tmp_path / "perl")
    facts = tmp_path / "perl" / "language.yaml"
    text = facts.read_text("utf-8")
    assert 'env: "decode_utf8({})"' in text
    facts.write_text(text.replace('env: "decode_utf8({})"', 'env: "{}"'), "utf-8")
    endpoint = spec.load(SPECS.parent / "tests" / "specs" / "secret-json.yaml")
    row = verify([endpoint], Languages(tmp_path).select("perl"), Options(frozenset([1]), sample=True))[0]
    assert [failure.text.partition(":")[0] for failure in row.failures] == ["with secrets beyond ASCII"]
