"""curl command lines against the real curl: an import sends the same request as curl."""

import os
import subprocess

import pytest
from importing import checked
from needs import need

from snippetgen import spec
from snippetgen.importers.curl.commands import open_curl
from snippetgen.importers.model import Options
from snippetgen.request.build import build
from snippetgen.running.answers import Behaviour
from snippetgen.running.mock import Mock
from snippetgen.verify.wire import differences

ANY = spec.loads("title: any\nmethod: GET\nurl: http://api.test/", "any.yaml")
FILES = {
    "body.json": b'{"from": "file"}',
    "photo.png": b"\x89PNG\r\n\x1a\n\x00",
    "notes.txt": b"a line\n",
    "sheet.xyz": b"x",
    "line.txt": b"no line break & more",
}
OWN = {"host", "content-length", "accept-encoding", "expect", "connection"}
"""Headers that every client writes itself."""

SK = "sk-" + "x" * 24

COMMANDS = [
    ("curl http://api.test/a", {}),
    ("curl api.test/a/../b/./c", {}),
    ("curl 'http://api.test'", {}),
    ("curl 'http://api.test?x=1'", {}),
    ("curl -X DELETE http://api.test/a/1", {}),
    ("curl -XPATCH -d a=1 http://api.test/a", {}),
    ("curl -sSLX PUT http://api.test/a -d 'x=y z'", {}),
    ("curl -I http://api.test/a", {}),
    ("curl --head -G -d a=1 http://api.test/a", {}),
    ("curl 'http://api.test/a?q=caf%C3%A9&b=a+b&c=%ff&d=1%2B1&e=x=y'", {}),
    ("curl 'http://api.test/a?flag&b=1&b=2&c='", {}),
    ("curl 'http://api.test/a?b=1&flag'", {}),
    ("curl 'http://api.test/a%20b/%e4%2Fc;d=1'", {}),
    ("curl 'http://api.test/a#part'", {}),
    ("curl -g 'http://api.test/a?f[x]=1&g={y}'", {}),
    ("curl -g 'http://api.test/{a}/b'", {}),
    ("curl 'http://api.test/{a}/b'", {}),
    ("curl 'http://api.test/\\{a\\}/b'", {}),
    ("curl http://api.test/a -d a=1 -d 'b=2&c=3' --data d", {}),
    ("curl http://api.test/a -d a=1 -d b=%C3%A9", {}),
    ("curl http://api.test/a -d '{\"a\": 1.50, \"b\": \"x=y\"}'", {}),
    ("curl http://api.test/a -H 'Content-Type: application/json' -d '{\"a\": 1.50, \"b\": [null, true, \"\\u00e9\"]}'", {}),
    ("curl http://api.test/a -H 'content-type: application/json; charset=utf-8' -d '[1, 2]'", {}),
    ("curl http://api.test/a -H 'Content-Type: application/vnd.api+json' --data-raw '{\"a\": {}}'", {}),
    ("curl http://api.test/a -H 'Content-Type: application/json' -d '{\"a\": 1, \"a\": 2}'", {}),
    ("curl http://api.test/a -H 'Content-Type: text/plain' --data-binary $'line 1\\nline 2\\t\\u00e9\\'\\x41'", {}),
    ("curl http://api.test/a -H 'Content-Type: application/xml' -d '<a b=\"c\">d</a>'", {}),
    ("curl http://api.test/a -d '<a b=\"c\">d</a>'", {}),
    ("curl http://api.test/a --data-raw '@not-a-file'", {}),
    ("curl http://api.test/a -d ''", {}),
    ("curl http://api.test/a --data-urlencode 'a=x y&z/é' --data-urlencode '=x y' --data-urlencode 'x y' -d plain=1", {}),
    ("curl -G http://api.test/a --data-urlencode 'q=a b+c' -d n=1", {}),
    ("curl -G 'http://api.test/a?z=0' -d n=1", {}),
    ("curl --url-query 'q=a b' --url-query +raw=%41 'http://api.test/a?z=0'", {}),
    ("curl --json '{\"a\": 1}' http://api.test/a", {}),
    ("curl --json '{\"a\":' --json ' 1}' http://api.test/a", {}),
    ("curl --json '{\"a\": 1}' -H 'Accept: text/html' http://api.test/a", {}),
    ("curl --json @body.json http://api.test/a", {}),
    ("curl -d @line.txt http://api.test/a", {}),
    ("curl --data-binary @photo.png -H 'Content-Type: image/png' http://api.test/a", {}),
    ("curl http://api.test/a -d @- -H 'Content-Type: application/json' <<'EOF'\n{\n  \"a\": \"$HOME\"\n}\nEOF\n", {}),
    ("curl http://api.test/a --data-binary @- -H 'Content-Type: text/plain' <<< 'a text'", {}),
    ("curl http://api.test/a --data-binary @- -H 'Content-Type: text/plain' < notes.txt", {}),
    ("curl -F a=1 -F 'b=x;type=application/json' -F 'c=\"x;y \\\" z\"' --form-string 'd=@x;type=a' http://api.test/a", {}),
    ("curl -F photo=@photo.png -F 'f=@notes.txt;filename=other.md;type=text/markdown; charset=utf-8' -F s=@sheet.xyz http://api.test/a", {}),
    ("curl -F 'p=@\"photo.png\";filename=\"a b.png\"' http://api.test/a", {}),
    ("curl -F ' a = b ' http://api.test/a", {}),
    ("curl -T notes.txt -H 'Content-Type: text/plain' http://api.test/up/", {}),
    ("curl -T notes.txt -H 'Content-Type: text/plain' http://api.test/up/x", {}),
    ("curl -u alice:wonder http://api.test/a", {"API_PASSWORD": "wonder"}),
    ("curl -u alice: http://api.test/a", {"API_KEY": "alice"}),
    ("curl -u :p http://api.test/a", {"API_PASSWORD": "p"}),
    ("curl http://alice:won%40der@api.test/a", {"API_PASSWORD": "won@der"}),
    ("curl --oauth2-bearer abc http://api.test/a", {"API_KEY": "abc"}),
    ('curl -H "Authorization: Bearer $TOKEN" http://api.test/a', {"TOKEN": "t-1"}),
    ('curl -H "Authorization: Token ${TOKEN}" http://api.test/a', {"TOKEN": "t-1"}),
    ("curl -H 'Authorization: Basic YWxpY2U6d29uZGVy' http://api.test/a", {"API_PASSWORD": "wonder"}),
    ("curl -H 'Authorization: abc' -u a:b http://api.test/a", {"API_KEY": "abc"}),
    ("curl -H 'X-Api-Key: k1' 'http://api.test/a?api_key=k2&x=1'", {"API_KEY": "k1", "API_KEY_2": "k2"}),
    ('curl "http://api.test/a/$ITEM?q=$QUERY" -H "X-Trace: $TRACE"', {"ITEM": "i-1", "QUERY": "a.b", "TRACE": "t"}),
    ("curl -d 'user=a&password=p%26q&grant_type=password' http://api.test/a", {"API_PASSWORD": "p&q"}),
    ("curl -F password=p -F user=a http://api.test/a", {"API_PASSWORD": "p"}),
    (f"curl -H 'Content-Type: application/json' -d '{{\"a\": {{\"key\": \"{SK}\"}}}}' http://api.test/a", {"API_KEY": SK}),
    ("curl -b 'theme=dark; lang=en' http://api.test/a", {}),
    ("curl -b 'theme=dark;lang=en' -b x=1 http://api.test/a", {}),
    ("curl -H 'Cookie: theme=\"a b\"; x' http://api.test/a", {}),
    ("curl -b 'theme=dark; sessionid=s1' http://api.test/a", {"API_SESSIONID": "s1"}),
    ("curl -A 'my agent/1' -e http://ref.test/ http://api.test/a", {}),
    ("curl -A '' -e 'http://ref.test/;auto' -H 'User-Agent: x' http://api.test/a", {}),
    ("curl -r 0-99 -H 'X-Empty;' -H 'X-Two: 1' -H 'X-Two: 2' -H 'Accept:' http://api.test/a", {}),
    ("curl --compressed --max-time 2.5 --url http://api.test/a -o out.txt -w '%{http_code}' -v", {}),
    ("curl --user-a x --max-ti 3 http://api.test/a", {}),
    ("curl -X purge http://api.test/a", {}),
    ("curl -X GET -d a=1 http://api.test/a", {}),
    ("curl \\\n  -H \"Accept: application/json\" \\\n  'http://api.test/a'\"?x=\"'y'", {}),
    ("curl -- http://api.test/a", {}),
    ("curl 'http://api.test:80/a' -H 'Referer: http://x.test/'", {}),
    ("curl -r 600 http://api.test/a", {}),
    ("curl -r 1-2x -r 7- http://api.test/a", {}),
    ("curl -A a -A b -e c -e d -H 'user-agent: x' http://api.test/a", {}),
    ("curl -u a:b --oauth2-bearer t http://api.test/a", {"API_KEY": "t"}),
    ("curl -b a=b -H 'Cookie: c=d' http://api.test/a", {}),
    ("curl -d -H http://api.test/a", {}),
    ("curl -X HEAD -m 1 -I http://api.test/a", {}),
    ("curl -X GET -I -d a=1 -G http://api.test/a", {}),
    ("curl http://api.test/a -d \"$(cat <<EOF\na=it's&b=\\$x\nEOF\n)\"", {}),
    ("curl http://api.test/a --json \"$(cat <<'EOF'\n{\"a\": \"$b `c`\"}\nEOF\n)\"", {}),
    ("curl http://api.test/a -d @- <<EOF\na=1&b=\\`x\\\\\nEOF\n", {}),
    ("echo '{\"a\": 1}' | curl http://api.test/a --json @-", {}),
    ("printf '%s' 'a=1' | curl http://api.test/a -d @-", {}),
    ("cat line.txt | curl http://api.test/a -d @-", {}),
    ('curl http://api.test/a -d "$(cat line.txt)"', {}),
    ("curl -H 'A; b' -H nocolon -H 'B;' http://api.test/a", {}),
    ("curl -G -d 'a=b' http://api.test/a#f", {}),
    ("curl -Hx:y -Ab -da=1 -s http://api.test/a", {}),
    ("curl -F 'a=1' -F 'a=2' -H 'X: y' http://api.test/a", {}),
    ("curl --data-urlencode 'a b=c d' --data-urlencode 'é' http://api.test/a", {}),
]


def recorded(command, folder, environ):
    """The request that the real curl sends to a recorder."""
    with Mock(ANY, Behaviour(check=False)) as mock:
        port = mock.origin.rpartition(":")[2]
        (folder / ".curlrc").write_text(f'connect-to = "::127.0.0.1:{port}"\nnoproxy = "*"\n')
        clean = {"PATH": os.environ["PATH"], "HOME": str(folder), "CURL_HOME": str(folder), "LC_ALL": "C.UTF-8", **environ}
        run = subprocess.run(["bash", "-c", command], cwd=folder, env=clean, capture_output=True, timeout=20, check=False)
        assert (0, 1) == (run.returncode, len(mock.requests)), run.stderr
        return mock.requests[0]


@pytest.mark.parametrize(("command", "environ"), COMMANDS, ids=[command for command, _ in COMMANDS])
def test_equals_real_curl(command, environ, tmp_path):
    """The request of an import is the one that curl makes of the command."""
    need("curl")
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    entry, = open_curl(command, "command", Options()).entries
    request = build(checked(entry.read()).endpoint())
    assert sorted(environ) == sorted(request.env)
    real = recorded(command, tmp_path, environ)
    assert [] == differences(request, real, environ, FILES)
    names = {name.lower() for name, _ in request.headers} | ({"authorization"} if request.basic else set())
    defaults = {name.lower() for name, value in real.headers if (name, value) == ("Accept", "*/*") or value.startswith("curl/")}
    multipart = {"content-type"} if request.body.kind == "multipart" else set()
    assert names | multipart == {name.lower() for name, _ in real.headers} - OWN - (defaults - names)
