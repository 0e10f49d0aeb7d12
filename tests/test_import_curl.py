"""curl command lines -> requests."""

import re
import subprocess

import pytest
from importing import checked, notes, sent
from needs import need

from snippetgen.errors import Refused, SpecError
from snippetgen.importers import open_source
from snippetgen.importers.curl.commands import open_curl
from snippetgen.importers.curl.options import FLAGS, SHORT, VALUED
from snippetgen.importers.model import Options
from snippetgen.request import resolve
from snippetgen.spec.recognise import is_curl

URL = "https://api.acme.io/a"


def entries(command):
    return open_curl(command, "cmd", Options()).entries


def only(command):
    one, = entries(command)
    return checked(one.read())


def refusal(command):
    with pytest.raises(Refused) as caught:
        only(command)
    return str(caught.value)


def test_every_option_is_known():
    """Each option of the curl at hand is known, with its letter, as taking a value or not."""
    need("curl")
    lines = subprocess.run(["curl", "--help", "all"], capture_output=True, text=True, timeout=20, check=True).stdout.splitlines()
    for line in lines:
        found = re.match(r"\s*(?:-(.), )?\s*--(\S+)( <| \[)?", line)
        if found and found[2] != "help":
            letter, name, value = found.groups()
            assert (name in VALUED, name in FLAGS) == (bool(value), not value), line
            assert letter is None or SHORT[letter] == name


def test_documented():
    """A command of a documentation becomes a spec that a reader could have written."""
    found = only(
        '$ curl https://api.openai.com/v1/chat/completions \\\n  -H "Content-Type: application/json" \\\n'
        "  -H \"Authorization: Bearer $OPENAI_API_KEY\" \\\n  -d '{\"model\": \"gpt-4o\", \"temperature\": 0.70}'",
    )
    assert """\
title: POST /v1/chat/completions
method: POST
url: https://api.openai.com/v1/chat/completions
auth: {type: bearer, env: OPENAI_API_KEY}
params:
- {name: model, in: body, type: string, required: true, example: gpt-4o}
- {name: temperature, in: body, type: number, required: true, example: 0.70}
""" == found.text()
    assert [] == notes(found)


def test_several():
    """Each address, each --next and each command is an entry of its own, with its own name and labels."""
    found = entries(f"curl {URL} {URL}/b --next -d x {URL} && curl -I {URL}")
    assert [
        ("get-a", ("GET /a", URL, "1")), ("get-a-b", ("GET /a/b", f"{URL}/b", "2")),
        ("post-a", ("POST /a", URL, "3")), ("head-a", ("HEAD /a", URL, "4")),
    ] == [(one.name, one.labels) for one in found]
    assert ["GET", "GET", "POST", "HEAD"] == [checked(one.read()).data["method"] for one in found]


@pytest.mark.parametrize(("command", "expected"), [
    (f"curl -k -L {URL}", ["-k: ignored: certificates are always checked (make your system trust the server's own)"]),
    (f"curl --compressed {URL}", ["--compressed: ignored: each client asks for the encodings that it can decode"]),
    (f"curl -x proxy:80 --cacert c --cert d {URL}", [
        "-x: left out: how to reach the server depends on the machine", "--cacert: left out: which certificates to trust depends on the machine",
        "--cert: left out: programs send no client certificate",
    ]),
    (f"curl --retry 3 {URL}", ["--retry: left out: not supported"]),
    (f"curl -s -S -f -v --http1.1 {URL}", []),
    (f"curl -b jar.txt {URL}", ["-b: the cookies of the file jar.txt are left out (write them as name=value)"]),
    (f"curl -b @a=b {URL}", ["-b: the cookies of the file a=b are left out (write them as name=value)"]),
    (f"curl -H @headers -H nonsense {URL}", ["-H: the headers of the file headers are left out (write them out)", '-H: "nonsense" is not a header (it has no colon); left out, as curl does']),
    (f"curl --ntlm -u a:b {URL}", ["--ntlm: not supported; the program sends no user name or password"]),
    (f"curl --digest -u a:b {URL}", []),
    (f"curl '{URL}?a[]=1'", ["[]: curl accepts brackets only with -g; kept as they are"]),
    (f"curl -d '{{\"a\": 1}}' {URL}", ["-d: no Content-Type is given, so curl calls the body a form (add -H 'Content-Type: application/json')"]),
    (f"curl -d @f {URL}", ["-d: curl removes the line breaks of the file; the program keeps them"]),
    (f"curl -T f {URL}", ["-T: curl sends no Content-Type; the program says application/octet-stream"]),
    (f'curl "{URL}?a=x-$B"', ["$B: would be replaced by the shell; kept as it is"]),
    (f'curl -d "a=$(date)" {URL}', ["$(date): is not run: the program reads what it would print from ACME_A"]),
    (f'curl -d "a=x$(date +%s)y" {URL}', ["$(date +%s): would be run by the shell; kept as it is"]),
    (f'curl "{URL}/x-$(date +%F)/b?c=1+$(f \'?#&\')"', [
        "$(date +%F): would be run by the shell; kept as it is", "$(f '?#&'): would be run by the shell; kept as it is",
    ]),
    (f'curl --json "{{\\"a\\": \\"`date`!\\"}}" {URL}', ["`date`: would be run by the shell; kept as it is"]),
    (f"curl {URL} -d @- <<EOF\na=$(date)-\nEOF\n", ["$(date): would be run by the shell; kept as it is"]),
    (f'curl {URL} -H "A: ${{B:-c}}"', ['B: "c" is left out: a program takes no other value than the variable\'s']),
    (f'curl {URL} -d "$(cat a.json)"', ["-d: $(cat a.json) is read as the file a.json"]),
    (f'curl -H "Authorization: Bearer $(cat token)" {URL}', ["$(cat token): is not run: the program reads what it would print from ACME_API_KEY"]),
    (f"curl -r 600 {URL}", ['-r: "600" is sent as "bytes=600-": curl adds the dash']),
    (f"curl -r 1-2x {URL}", ['-r: "1-2x" is no range of bytes; sent as it is, as by curl']),
    (f"curl -X HEAD {URL}", ["-X: with -X HEAD, curl waits for a body in vain (write -I); the program does not"]),
    (f"curl '{URL}?a b'", ["curl refuses an address with spaces; they are sent as %20"]),
    (f"curl '{URL}?a={{b'", ["curl refuses an address with a bracket that is not closed (add -g); kept as it is"]),
    (f"curl -A a -A b -e c -H 'referer: d' {URL}", [
        '-A: "a" is left out: curl takes the last -A alone', '-e: "c" is left out: -H gives Referer, and curl sends that one',
    ]),
    (f"curl -u a:b -b c=d -H 'Authorization: Bearer x' -H 'Cookie: e=f' {URL}", [
        "-u: left out: -H gives Authorization, and curl sends that one", "-b: left out: -H gives Cookie, and curl sends that one",
    ]),
    (f"curl -u a:b --oauth2-bearer c {URL}", ["-u: left out: curl sends the token of --oauth2-bearer"]),
    (f"curl -d -H {URL}", ["-d: takes -H as its value, as in curl (was its value forgotten?)"]),
    (f"curl -H ' A: b' {URL}", ['-H: " A" is sent as "A": servers refuse or ignore a name with blanks']),
    (f"curl -H 'A; b' {URL}", ['-H: "A; b" is not a header (it has no colon); left out, as curl does']),
    ('curl "$BASE/a"', ["$BASE: is not set: api.example.com is used as the server (change it with --server)"]),
    ("BASE=https://api.acme.io; curl $BASE/a", []),
    ("curl '{{base}}/a/{{id}}'", ["{base}: is not set: api.example.com is used as the server (change it with --server)"]),
])
def test_notes(command, expected):
    """An option that a program cannot have is a note."""
    assert expected == notes(only(command))


@pytest.mark.parametrize(("command", "expected"), [
    (f"curl {URL} | jq . | head", ["|: jq .: the command after the pipe is left out", "|: head: the command after the pipe is left out"]),
    (f"curl {URL} > out.json", ["> out.json: ignored: the program prints the response"]),
    (f"curl {URL}?a=1&b=2", ["&: ends the command in a shell (put the address in quotes if this is part of it)"]),
    (f"curl {URL}; echo done", ["echo: is not a curl command; left out"]),
])
def test_notes_of_the_source(command, expected):
    """Text around the curl command is a note."""
    assert expected == list(map(str, open_curl(command, "cmd", Options()).notes))


@pytest.mark.parametrize(("command", "expected"), [
    (f"curl '{URL}/{{b,c}}'", "{b,c} stands for several addresses (write out the one you mean, or add -g)"),
    (f"curl '{URL}/[1-3]'", "[1-3] stands for several addresses (write out the one you mean, or add -g)"),
    (f"curl -d a=1 -d @f {URL}", "the body joins the file f with other data (put all of it in one file)"),
    (f"curl -d @- {URL}", "the body is read from standard input (write it in the command, or use a file: @NAME)"),
    (f"curl --data-urlencode a@f {URL}", "--data-urlencode encodes the file f, which is not read (write its content in the command)"),
    (f"curl -G -d @f {URL}", "-G puts the content of the file f in the address, and files are not read"),
    (f"curl -F 'a=<f' {URL}", 'the part "a" is the content of the file f, sent without its name (write the content)'),
    (f"curl -F 'a=b;filename=c' {URL}", 'the part "a" is text with a file name (put the text in a file)'),
    (f"curl -F 'a=@b,c' {URL}", "a part with several files (write one part for each file)"),
    (f"curl -F '=(' {URL}", 'the part "" consists of parts, which a spec cannot describe'),
    (f"curl -F a {URL}", '-F "a" has no = (write name=content)'),
    (f"curl -F 'a=b;encoder=base64' {URL}", 'the part "a" has its own encoder, which a spec cannot describe'),
    (f"curl -d a -F b=c {URL}", "asks for two kinds of request at once (curl refuses that too: -d, -F, -T, -I)"),
    (f"curl -T - {URL}", "-T sends standard input, or several files (name a single file)"),
    ("curl ftp://a.example/b", '"ftp://a.example/b" is not an HTTP address (it must begin with http:// or https://)'),
    (f"curl -T $'\\xff' {URL}/", "contains bytes that are not UTF-8 text"),
    (f"curl --data-binary $'\\xff' {URL}", "the body is not UTF-8 text (save its bytes in a file, and send the file)"),
])
def test_refusals(command, expected):
    """A request that a spec cannot describe is refused, with a hint."""
    assert expected == refusal(command)


@pytest.mark.parametrize(("command", "expected"), [
    (f"curl --zzzz {URL}", "cmd:1:6: curl has no option --zzzz"),
    (f"curl --heder x {URL}", 'cmd:1:6: curl has no option --heder (did you mean "header"?)'),
    (f"curl --request=POST {URL}", "cmd:1:6: curl has no option --request=… (write --request POST)"),
    (f"curl -é {URL}", "cmd:1:6: curl has no option -é"),
    (f"curl --data- {URL}", "cmd:1:6: curl has several options --data-…: data-ascii, data-binary, data-raw, data-urlencode"),
    (f"curl {URL} \\\n -H", "cmd:2:2: -H needs a value"),
    ("curl -s", "cmd:1:1: the curl command has no URL"),
    ("curl", "cmd:1:1: the curl command has no URL"),
    ("wget https://a.example", "cmd: contains no curl command (a command begins with the word curl)"),
    ("curl $'\ud800'", "cmd: contains an unpaired surrogate, which is not valid text"),
    ("", "cmd: contains no curl command (a command begins with the word curl)"),
])
def test_mistakes(command, expected):
    """An option that curl would reject is a mistake with its place."""
    with pytest.raises(SpecError) as caught:
        entries(command)
    assert expected == str(caught.value)


def test_chrome_cmd():
    """A command that Chrome copies for cmd.exe is read."""
    found = only(
        'curl ^"https://api.acme.io/a?x=1^&y=^%^20z^" ^\r\n  -H ^"accept: */*^" ^\r\n  -H ^"content-type: application/json^" ^\r\n'
        '  -b ^"theme=dark^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^[1,2^]^}^"',
    )
    method, url, headers, body = sent(found)
    assert ("POST", "https://api.acme.io/a?x=1&y=%20z", {"a": [1, 2]}) == (method, url, body.data)
    assert [("accept", "*/*"), ("Cookie", "theme=dark"), ("Content-Type", "application/json")] == headers


def test_chrome_bash():
    """A command that Chrome copies for bash is read."""
    found = only(
        "curl 'https://api.acme.io/a' \\\n  -H 'accept-language: en' \\\n  -H $'x-note: it\\'s' \\\n  --data-raw $'{\"a\":\"it\\'s \\u0021\"}' \\\n"
        "  -H 'content-type: text/plain;charset=UTF-8' \\\n  --compressed",
    )
    _, _, headers, body = sent(found)
    assert ('{"a":"it\'s !"}', "text/plain;charset=UTF-8") == (resolve(body.text, {}), body.media_type)
    assert ("x-note", "it's") in headers


def test_powershell():
    """A command of PowerShell, with a variable of its own."""
    found = only(f"curl.exe `\n  -H \"Authorization: Bearer $env:ACME_TOKEN\" `\n  '{URL}'")
    assert {"type": "bearer", "env": "ACME_TOKEN"} == found.data["auth"]


def test_digest():
    """With --digest, user and password, those of the address among them, are for digest authentication."""
    digest = {"type": "digest", "user": "ada", "password": {"env": "ACME_PASSWORD"}}
    assert digest == only("curl --digest -u ada:x https://api.acme.io/a").data["auth"]
    assert digest == only("curl https://ada:x@api.acme.io/a --digest").data["auth"]
    assert "auth" not in only(f"curl --ntlm --digest -u ada:x {URL}").data


def test_password_is_asked():
    """A user without a password is asked for it by curl, so the program reads it."""
    assert {"type": "basic", "user": "ada", "password": {"env": "PASSWORD"}} == only(f"curl -u ada {URL}").data["auth"]


def test_time_out():
    """--max-time is the time-out, in whole seconds."""
    assert 3 == only(f"curl -m 2.5 {URL}").data["timeout"]


@pytest.mark.parametrize(("options", "expected"), [("-L", "follow"), ("--location-trusted", "follow"), ("--no-location", "stop"), ("", None)])
def test_redirects(options, expected):
    """-L follows redirects; nothing is said where the command says nothing."""
    assert expected == only(f"curl {options} {URL}").data.get("redirects")


def test_placeholders_in_path():
    """{id} stands for itself in curl, so it is a parameter with that value."""
    found = only("curl 'https://api.acme.io/users/{user_id}/{{item}}'")
    assert [{"name": "user_id", "in": "path", "example": "user_id"}, {"name": "item", "in": "path", "example": "item"}] == found.data["params"]


def test_keep_secrets():
    """Secrets stay in the text where the user asks for it."""
    entry, = open_curl(f"curl -u a:b {URL}?api_key=k", "cmd", Options(keep_secrets=True)).entries
    assert ("https://api.acme.io/a?api_key=k", [("Authorization", "Basic YTpi")]) == sent(checked(entry.read()))[1:3]


@pytest.mark.parametrize(("text", "labels"), [
    ("# List pets\ncurl https://a.example/pets\n\n# Make a pet\ncurl https://a.example/pets -d x", [("list-pets", "List pets"), ("make-a-pet", "Make a pet")]),
    ("# Notes\n\ncurl https://a.example/pets", [("get-pets", "GET /pets")]),
    ("#!/bin/sh\ncurl https://a.example/pets", [("get-pets", "GET /pets")]),
    ("# curl https://a.example/old\ncurl https://a.example/pets", [("get-pets", "GET /pets")]),
    ("# 列出宠物\n$ curl https://a.example/pets", [("列出宠物", "列出宠物")]),
    ("# Two\ncurl https://a.example/a https://a.example/b", [("get-a", "GET /a"), ("get-b", "GET /b")]),
    ("# Both\ncurl https://a.example/a --next https://a.example/b", [("Both", "Both"), ("get-b", "GET /b")]),
])
def test_titles(text, labels):
    """The comment above a command is its title, and names its file."""
    assert labels == [(one.name, one.labels[0]) for one in open_curl(text, "<curl>", Options()).entries]
    assert [label for _, label in labels] == [one.read().data["title"] for one in open_curl(text, "<curl>", Options()).entries]


@pytest.mark.parametrize("command", [
    """curl "https://a.example/$(printf %s "$KEY" | jq -sRr @uri)/x?q=$(printf %s "${KEY}" | jq -sRr @uri)\"""",
    """curl "https://a.example/$(printf %s "$KEY" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g')/x?q=$KEY\"""",
    'curl "https://a.example/$KEY/x?q=${KEY}"',
])
def test_encoded_variables(command):
    """A variable that a script encodes for the address is that variable, however it is written."""
    one, = open_curl(command, "<curl>", Options()).entries
    assert [("KEY", "path"), ("KEY", "query")] == [(param["env"], param["in"]) for param in one.read().data["params"]]


@pytest.mark.parametrize(("before", "expected"), [
    ("echo '{\"a\": 1}' |", '{"a": 1}\n'), ("printf '%s' a b |", "a b"), ("echo -n a |", "a"), ("cat <<EOF |\na\nEOF\n", "a\n"),
])  # fmt: skip
def test_piped(before, expected):
    """What echo, printf and cat write into a pipe is the input of curl."""
    found = only(f"{before} curl --data-binary @- -H 'Content-Type: text/plain' {URL}")
    assert ({"type": "text", "media_type": "text/plain", "example": expected}, []) == (found.data["body"], notes(found))


def test_piped_file():
    """A file that cat writes into a pipe is the body."""
    assert {"type": "file", "file": "a.bin"} == only(f"cat a.bin | curl --data-binary @- -H 'Content-Type: application/octet-stream' {URL}").data["body"]


def test_piped_of_others():
    """What another program writes into a pipe is not known, and refused."""
    assert "the body is read from standard input (write it in the command, or use a file: @NAME)" == refusal(f"jq . x | curl -d @- {URL}")
    assert "the body is what another command prints (write it in the command, or use a file: @NAME)" == refusal(f"curl -d @<(jq . x) {URL}")


def test_substitution_in_path():
    """A segment that a command prints is a variable; a part of a segment stays, percent-encoded."""
    found = only(f'curl "{URL}/$(cat id)/x-$(date +%F)"')
    assert f"{URL}/{{CAT_ID}}/x-%24%28date%20%2B%25F%29" == found.data["url"]


@pytest.mark.parametrize(("text", "expected"), [
    (f'BODY=$(cat <<EOF\n{{"a": 1}}\nEOF\n)\ncurl {URL} --json "$BODY"', {"a": 1}),
    (f"#!/bin/bash\nset -e\nfor i in 1; do\n  curl {URL} --json '{{\"a\": 1}}'\ndone\n", {"a": 1}),
    (f"echo '{{\"a\": 1}}' | curl {URL} --json @-", {"a": 1}),
    (f'cat <<EOF | curl {URL} --json @-\n{{"a": 1}}\nEOF\n', {"a": 1}),
    (f"PS C:\\> curl.exe {URL} --json '{{\\\"a\\\": 1}}'", {"a": 1}),
    (f"curl.exe {URL} --json '{{\\\"a\\\": 1}}'", {"a": 1}),
    (f"curl.exe {URL} `\n  --json '{{\\\"a\\\": 1}}'", {"a": 1}),
])  # fmt: skip
def test_scripts(text, expected):
    """A script of a shell is recognised, with what it sets and pipes; PowerShell takes the backslash before a quote."""
    assert is_curl(text)
    entry, = open_source(text, "a.sh", Options()).entries
    assert expected == {one["name"]: one["example"] for one in checked(entry.read()).data["params"] if one["in"] == "body"}


@pytest.mark.parametrize(("data", "media_type", "body"), [
    (r"$'caf\xe9'", "text/plain; charset=ISO-8859-1", {"type": "text", "media_type": "text/plain; charset=ISO-8859-1", "example": "café"}),
    ("'café'", "text/plain; charset=UTF-8", {"type": "text", "media_type": "text/plain; charset=UTF-8", "example": "café"}),
    ("'café'", "text/plain; charset=ISO-8859-1", {"type": "text", "media_type": "text/plain; charset=ISO-8859-1", "example": "cafÃ©"}),
    (r"""$'{"a": "\xe9"}'""", "application/json; charset=latin1", {"type": "text", "media_type": "application/json; charset=latin1", "example": '{"a": "é"}'}),
])
def test_bytes_in_a_charset(data, media_type, body):
    """The bytes of a body are those of the charset in its Content-Type, and the same bytes are sent."""
    found = open_source(f"curl https://api.acme.example/a -H 'Content-Type: {media_type}' --data-binary {data}", "a", Options()).entries[0].read()
    assert body == found.data["body"]
